import RFCModel
import TestSupport
import Testing

@testable import RFCStorage

// MARK: Folders

@Test(arguments: [
  (["HOME": "/home/u"], "/home/u/.cache/rfcview", "/home/u/.local/state/rfcview", "/home/u/.config/rfcview"),
  (["HOME": "/"], "/.cache/rfcview", "/.local/state/rfcview", "/.config/rfcview"),
  (
    ["HOME": "/home/u", "XDG_CACHE_HOME": "/c", "XDG_STATE_HOME": "/s/", "XDG_CONFIG_HOME": "/e"],
    "/c/rfcview",
    "/s/rfcview", "/e/rfcview"
  ),
  (
    ["HOME": "/home/u", "XDG_CACHE_HOME": "c", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "./e"],
    "/home/u/.cache/rfcview", "/home/u/.local/state/rfcview", "/home/u/.config/rfcview"
  ),
])
func `folders follow XDG, and relative ones are ignored`(
  _ environment: [String: String], _ cache: String, _ state: String, _ configuration: String
) throws {
  let folders = try StoreFolders(environment: environment)
  #expect(folders.cache == cache)
  #expect(folders.state == state)
  #expect(folders.configuration == configuration)
  #expect(folders.file(of: rfc4291) == cache + "/rfc/rfc4291.txt")
  #expect(folders.configurationFile == configuration + "/config")
}

@Test func `without HOME the password file names the home`() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "# x\nroot:x:0:0:r:/root:/bin/sh\nu:x:1000:1000::/home/u:/bin/sh\nv:x:7:7::rel:\n".utf8, to: "p")
  #expect(StoreFolders.homeInPasswordFile(of: 1000, path: path) == "/home/u")
  #expect(StoreFolders.homeInPasswordFile(of: 7, path: path) == nil)
  #expect(StoreFolders.homeInPasswordFile(of: 8, path: path) == nil)
  #expect(StoreFolders.homeInPasswordFile(of: 8, path: path + "x") == nil)
}

// MARK: Mirrors

@Test(arguments: [
  ("https://rfc.example", "https://rfc.example/rfc/rfc4291.txt"),
  ("HTTPS://RFC.Example/", "https://rfc.example/rfc/rfc4291.txt"),
  ("https://rfc.example:443/a/b/", "https://rfc.example/a/b/rfc/rfc4291.txt"),
  ("http://127.0.0.1:8080", "http://127.0.0.1:8080/rfc/rfc4291.txt"),
  ("http://[::1]:8080/m", "http://[::1]:8080/m/rfc/rfc4291.txt"),
  ("http://[2001:DB8::1]", "http://[2001:db8::1]/rfc/rfc4291.txt"),
  ("http://localhost:65535", "http://localhost:65535/rfc/rfc4291.txt"),
  ("http://a_b-c.example.:1", "http://a_b-c.example.:1/rfc/rfc4291.txt"),
])
func `a mirror is a base`(_ text: String, _ url: String) throws {
  #expect(try MirrorURL(text).url(of: rfc4291).description == url)
}

@Test(
  arguments: [
    ("", WebURL.Problem.scheme), ("rfc.example", .scheme), ("ftp://rfc.example", .scheme),
    ("file:///etc", .scheme),
    ("http:/x", .scheme), ("https://", .host), ("https:///x", .host), ("https://:80", .host),
    ("http://::1/", .host),
    ("http://[::1", .host), ("http://[1.2.3.4]", .host), ("http://[::1]x", .host),
    ("http://127.0.0.256", .host),
    ("http://1.2.3", .host), ("http://-x.example", .host), ("http://a..b", .host), ("http://x$y", .host),
    ("http://x:66000", .port("66000")), ("http://x:0", .port("0")), ("http://x:", .port("")),
    ("http://[::1]:99999999999999999999", .port("99999999999999999999")), ("http://x:8o", .port("8o")),
    ("http://x:+80", .port("+80")), ("http://u@x", .userInformation), ("http://u:p@x", .userInformation),
    ("http://x/a b", .character), ("http://x/\n", .character), ("http://x/\u{1B}", .character),
    ("http://ex\u{E4}mple", .character), ("http://x\\y", .character), ("http://x/?q", .notABase),
    ("http://x#f", .notABase), (Spelled("http://x/" + String(repeating: "a", count: 2048)), .tooLong),
  ] as [(Spelled, WebURL.Problem)])
func `what is no mirror says why`(_ text: Spelled, _ problem: WebURL.Problem) {
  #expect(throws: problem) { try MirrorURL(text.raw) }
  let message = problem.message(about: text.raw)
  #expect(message.unicodeScalars.allSatisfy { $0.value >= 32 })
}

@Test func `a port that cannot be is said so`() {
  #expect(
    WebURL.Problem.port("66000").message(about: "http://x:66000")
      == "port 66000 cannot be, in `http://x:66000`: ports go from 1 to 65535")
}

@Test func `without a mirror the RFC Editor and the IETF are asked`() {
  #expect(MirrorURL.rfcEditor.url(of: rfc4291).description == "https://www.rfc-editor.org/rfc/rfc4291.txt")
  #expect(
    MirrorURL.rfcEditor.url(of: .fixture("draft-a-b-00.txt")).description
      == "https://www.ietf.org/archive/id/draft-a-b-00.txt")
}

// MARK: The configuration file

@Test func `the configuration file is read, byte-order mark, ends of lines and comments aside`() throws {
  let scene = try Scene()
  let text = """
    \u{FEFF}# what the company wants
    mirror = http://[::1]:8080/rfc   # inside
      timeout=2.5\r
    curl-config = ~/curl.conf
    contents = off
    theme = dark
    from-a-later-version = 3 = 4

    """
  try scene.folder.write(text.utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.mirror?.description == "http://[::1]:8080/rfc")
  #expect(configuration.timeout.milliseconds == 2500)
  #expect(configuration.curlConfig == scene.folder.path + "/curl.conf")
  #expect(configuration.contents == .off)
  #expect(configuration.theme == .dark)
  #expect(!configuration.isOffline)
  #expect(
    configuration.problems.map { String($0.message.split(separator: "/config:").last ?? "") } == [
      "7: `from-a-later-version` is not a setting; see man rfcview"
    ])
  #expect(configuration.serverProblem == nil)
}

@Test func `without a file the defaults hold, and variables go before the file`() throws {
  let scene = try Scene()
  let folders = try scene.folders
  #expect(Configuration.load(folders: folders, environment: [:]) == Configuration())
  try scene.folder.write("mirror = https://file.example\n".utf8, to: "config/rfcview/config")
  let variables = ["RFCVIEW_MIRROR": "https://variable.example", "RFCVIEW_OFFLINE": "1"]
  let configuration = Configuration.load(folders: try scene.folders, environment: variables)
  #expect(configuration.mirror?.base.host == "variable.example")
  #expect(configuration.isOffline)
  let off = Configuration.load(folders: try scene.folders, environment: ["RFCVIEW_OFFLINE": "0"])
  #expect(!off.isOffline)
}

@Test func `every setting is read`() throws {
  let scene = try Scene()
  let text = """
    contents-width = 40
    text-width = 200
    reflow = on
    search = literal
    case = sensitive
    mouse = on
    theme = eight-colours
    role.heading = bold 110
    role.match = default on 58 underline reverse
    """
  try scene.folder.write(text.utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.contentsWidth == 40 && configuration.textWidth == 200 && configuration.reflows)
  #expect(configuration.search == .literal && configuration.letterCase == .sensitive && configuration.mouse)
  #expect(configuration.theme == .eightColours)
  #expect(configuration.roles.map(\.role) == ["heading", "match"])
  #expect(configuration.roles[0].look.foreground == 110 && configuration.roles[0].look.isBold)
  let look = configuration.roles[1].look
  #expect(look.foreground == nil && look.background == 58 && look.isUnderlined && look.isReversed)
  #expect(configuration.problems == [])
}

@Test(
  arguments: [
    ("timeout = 0\n", 1, "`0` is not a time-out; give seconds from 0.001 to 3600, such as 20"),
    (
      "timeout = 20\u{1B}[2J\n", 1, "`20^[[2J` is not a time-out; give seconds from 0.001 to 3600, such as 20"
    ),
    ("contents = yes\n", 1, "`yes` is not one of auto, on, off"),
    ("theme = blue\n", 1, "`blue` is not one of dark, light, eight-colours, plain"),
    ("reflow = 1\n", 1, "`1` is not one of on, off"), ("mouse =\n", 1, "`` is not one of on, off"),
    ("search = perl\n", 1, "`perl` is not one of regex, literal"),
    ("case = Smart\n", 1, "`Smart` is not one of smart, sensitive, insensitive"),
    ("text-width = 39\n", 1, "`39` is not a width; give columns from 40 to 200"),
    (
      "text-width = 99999999999999999999\n", 1,
      "`99999999999999999999` is not a width; give columns from 40 to 200"
    ),
    ("contents-width = 81\n", 1, "`81` is not a width; give columns from 20 to 80"),
    ("curl-config = curl.conf\n", 1, "`curl.conf` is not an absolute path; begin it with / or ~/"),
    ("# x\n\nwhat\n", 3, "`what` is not a setting; write `name = value`"),
    ("contens = on\n", 1, "`contens` is not a setting. Did you mean contents?"),
    ("colour = red\n", 1, "`colour` is not a setting; see man rfcview"),
    ("text_width = 72\n", 1, "`text_width` is not a setting. Did you mean text-width?"),
    (
      "role.heading = blink\n", 1,
      "`blink` is not a look; write bold, underline, reverse, a colour from 0 to 255 or default, and `on`"
        + " with another one: `bold 230 on 58`"
    ),
  ] as [(Spelled, Int, String)])
func `a setting that cannot be used is named with its line, and the rest is applied`(
  _ text: Spelled, _ line: Int, _ message: String
) throws {
  let scene = try Scene()
  let path = try scene.folder.write((text.raw + "library = /a\n").utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.problems.map(\.message) == ["\(path):\(line): \(message)"])
  #expect(configuration.libraries == ["/a"])
}

@Test(arguments: [
  ("\nmirror = http://x:66000\n", 2, "port 66000 cannot be, in `http://x:66000`: ports go from 1 to 65535"),
  ("mirror https://x\n", 1, "`mirror https://x` is not a setting; write `name = value`"),
  ("Mirror: https://x\n", 1, "`Mirror: https://x` is not a setting; write `name = value`"),
  ("mirorr\thttps://x\n", 1, "`mirorr^Ihttps://x` is not a setting; write `name = value`"),
  ("miror = https://x\n", 1, "`miror` is not a setting. Did you mean mirror?"),
  (
    "theme = x\nrsync = x\n", 2,
    "`x` is not an rsync module; write host::module, rsync://host:port/module or off"
  ),
])
func `a server that cannot be used is named with its line, and no other one is asked`(
  _ text: String, _ line: Int, _ message: String
) throws {
  var scene = try Scene()
  let path = try scene.folder.write(text.utf8, to: "config/rfcview/config")
  var configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.serverProblem?.message == "\(path):\(line): \(message)")
  #expect(configuration.problems.last == configuration.serverProblem)
  scene.configuration = configuration
  try scene.refusesNetwork()
  try configuration.useMirror("https://rfc.example")
  #expect(configuration.serverProblem == nil && configuration.rsyncModule == nil)
}

@Test(arguments: [
  "m\0i\0r\0r\0o\0r\0 \0=\0", "theme = dark\n\0", Spelled(String(repeating: "#", count: 65 << 10)),
])
func `a file that is none of text may have named a server`(_ file: Spelled) throws {
  var scene = try Scene()
  let path = try scene.folder.write(file.raw.utf8, to: "config/rfcview/config")
  scene.configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  let reason = file.raw.contains("\0") ? "not text in UTF-8" : "over 64 KiB"
  #expect(scene.configuration.problems.map(\.message) == ["\(path): \(reason)"])
  try scene.refusesNetwork()
}

@Test func `a folder in the place of the file may be somebody's mistake, and only the network needs to know`()
  throws
{
  var scene = try Scene()
  try scene.folder.write("x".utf8, to: "config/rfcview/config/file")
  scene.configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(scene.configuration.problems.map(\.problem) == [.unreadable(.isAFolder)])
  try scene.refusesNetwork()
}

@Test func `without a folder there is no file`() throws {
  var scene = try Scene()
  let file = try scene.folder.write("x".utf8, to: "file")
  scene.environment["XDG_CONFIG_HOME"] = file
  scene.environment["XDG_STATE_HOME"] = file
  scene.environment["XDG_CACHE_HOME"] = file
  let folders = try StoreFolders(environment: scene.environment)
  #expect(Configuration.load(folders: folders, environment: scene.environment).problems == [])
  #expect(try BookmarkFile(folders: folders).load() == [])
  let store = RFCStore(folders: folders, configuration: Configuration(), environment: scene.environment)
  #expect(try store.cachedDocuments() == [])
  // Settings written into the folder's place are somebody's.
  scene.environment["XDG_CONFIG_HOME"] = scene.folder.path + "/mistaken"
  try scene.folder.write("mirror = https://rfc.example".utf8, to: "mistaken/rfcview")
  let mistaken = Configuration.load(
    folders: try StoreFolders(environment: scene.environment), environment: scene.environment)
  #expect(mistaken.serverProblem?.problem == .unreadable(.notAFolder))
}

@Test func `a file for curl that is not there is named`() throws {
  var scene = try Scene()
  let path = scene.folder.path + "/none"
  scene.configuration.curlConfig = path
  #expect(throws: StoreError.cannotRead(path: path, .missing)) { try scene.store.fetch(rfc4291) }
}

@Test func `the module that is wrong is forgiven where another one is named, a mirror is not`() throws {
  let scene = try Scene()
  try scene.folder.write("rsync = x\nmirror = y\n".utf8, to: "config/rfcview/config")
  var configuration = Configuration.load(folders: try scene.folders, environment: ["RFCVIEW_RSYNC": "off"])
  #expect(configuration.serverProblem?.problem == .mirror("y", .scheme))
  try configuration.useRsync("rsync.example::module")
  #expect(configuration.serverProblem?.problem == .mirror("y", .scheme))
}

extension Scene {
  /// Neither a text nor the index is asked for, nor the series; what is in the cache is there.
  fileprivate func refusesNetwork() throws {
    let problem = try #require(configuration.serverProblem)
    try folder.write("cached".utf8, to: "cache/rfcview/rfc/rfc1.txt")
    let store = try store
    #expect(try store.load(.fixture("rfc1.txt")) == Array("cached".utf8))
    #expect(throws: StoreError.noServer(.document(rfc4291), problem)) { try store.fetch(rfc4291) }
    #expect(throws: StoreError.noServer(.index, problem)) { try store.fetchIndex(entityTag: nil) }
    #expect(throws: StoreError.noServer(.series, problem)) {
      try store.sync(jobs: 1, interrupt: nil, onProgress: { _ in })
    }
  }
}

@Test func `a file of nothing but mistakes gives twenty`() throws {
  let scene = try Scene()
  let bytes = Array(repeatElement([UInt8(0xFF), 0x0A], count: 32_000).joined())
  try scene.folder.write(bytes, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.problems.count == 20)
}

@Test(arguments: [
  "", " ", "256", "-1", "bold bold", "1 2", "on", "on on", "bold on", "1 on 2 on 3", "1 on 2 3", "on 2 3 4",
  "0x10", "\u{0661}", "bold,110", String(repeating: "bold ", count: 1000),
])
func `what is no look`(_ text: String) {
  #expect(RoleLook(text) == nil)
}

@Test func `a variable that cannot be used is named`() throws {
  let scene = try Scene()
  let configuration = Configuration.load(folders: try scene.folders, environment: ["RFCVIEW_MIRROR": "x"])
  #expect(
    configuration.serverProblem?.message
      == "RFCVIEW_MIRROR: `x` is not a mirror; it has to begin with https:// or http://")
}

@Test(arguments: [
  ("20", 20_000, "20"), ("0.3", 300, "0.3"), ("1.050", 1050, "1.05"), ("3600", 3_600_000, "3600"),
  ("0.001", 1, "0.001"),
])
func `a time-out is seconds`(_ text: String, _ milliseconds: Int, _ seconds: String) {
  #expect(IdleTimeout(text)?.milliseconds == milliseconds)
  #expect(IdleTimeout(text)?.seconds == seconds)
}

@Test(arguments: [
  "", "0", "-1", "20s", "3601", "1.", ".5", "0.0001", "1e3", "99999999999999999999", "1.2.3", "\u{0665}",
])
func `anything else is no time-out`(_ text: String) {
  #expect(IdleTimeout(text) == nil)
}
