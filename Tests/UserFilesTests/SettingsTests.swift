import CellGrid
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import StoreTerms
@testable import UserFiles

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
  #expect(configuration.store.mirror?.description == "http://[::1]:8080/rfc")
  #expect(configuration.store.timeout.milliseconds == 2500)
  #expect(configuration.store.curlConfig == scene.folder.path + "/curl.conf")
  #expect(configuration.reading.contents == .off)
  #expect(configuration.screen.theme == .dark)
  #expect(!configuration.store.isOffline)
  #expect(
    configuration.problems.map { String($0.message.split(separator: "/config:").last ?? "") } == [
      "7: `from-a-later-version` is not a setting; see man rfcview"
    ])
  #expect(configuration.store.serverProblem == nil)
}

@Test func `without a file the defaults hold, and variables go before the file`() throws {
  let scene = try Scene()
  let folders = try scene.folders
  #expect(Configuration.load(folders: folders, environment: [:]) == Configuration())
  try scene.folder.write("mirror = https://file.example\n".utf8, to: "config/rfcview/config")
  let variables = ["RFCVIEW_MIRROR": "https://variable.example", "RFCVIEW_OFFLINE": "1"]
  let configuration = Configuration.load(folders: try scene.folders, environment: variables)
  #expect(configuration.store.mirror?.base.host == "variable.example")
  #expect(configuration.store.isOffline)
  let off = Configuration.load(folders: try scene.folders, environment: ["RFCVIEW_OFFLINE": "0"])
  #expect(!off.store.isOffline)
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
  #expect(
    configuration.reading.contentsWidth == 40 && configuration.reading.textWidth == 200
      && configuration.reading.reflow == .on)
  #expect(
    configuration.reading.search == .literal && configuration.reading.letterCase == .sensitive
      && configuration.screen.mouse)
  #expect(configuration.screen.theme == .eightColours)
  #expect(
    configuration.screen.roles == [
      .heading: Style(foreground: 110, isBold: true),
      .match: Style(background: 58, isUnderlined: true, isReversed: true),
    ])
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
    ("reflow = 1\n", 1, "`1` is not one of auto, on, off"), ("mouse =\n", 1, "`` is not one of on, off"),
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
  #expect(configuration.store.textFolders == ["/a"])
}

@Test(arguments: [
  (
    "\nmirror = http://x:66000\n", 2,
    "port 66000 in `http://x:66000` is out of range; ports go from 1 to 65535"
  ),
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
  #expect(configuration.store.serverProblem?.message == "\(path):\(line): \(message)")
  #expect(configuration.problems.last == configuration.store.serverProblem)
  scene.settings = configuration.store
  try scene.refusesNetwork()
  try configuration.useMirror("https://rfc.example", by: "--mirror")
  #expect(configuration.store.serverProblem == nil && configuration.store.rsyncModule == nil)
}

@Test(arguments: [
  "m\0i\0r\0r\0o\0r\0 \0=\0", "theme = dark\n\0", Spelled(String(repeating: "#", count: 65 << 10)),
])
func `a file that is none of text may have named a server`(_ file: Spelled) throws {
  var scene = try Scene()
  let path = try scene.folder.write(file.raw.utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  scene.settings = configuration.store
  let reason = file.raw.contains("\0") ? "not text in UTF-8" : "over 64 KiB"
  #expect(configuration.problems.map(\.message) == ["\(path): \(reason)"])
  try scene.refusesNetwork()
}

@Test func `a folder in the place of the file may be somebody's mistake, and only the network needs to know`()
  throws
{
  var scene = try Scene()
  try scene.folder.write("x".utf8, to: "config/rfcview/config/file")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  scene.settings = configuration.store
  #expect(configuration.problems.map(\.problem) == [.unreadable(.isAFolder)])
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
  let store = RFCStore(folders: folders, settings: StoreSettings(), environment: scene.environment)
  #expect(try store.cachedDocuments() == [])
  // Settings written into the folder's place are somebody's.
  scene.environment["XDG_CONFIG_HOME"] = scene.folder.path + "/mistaken"
  try scene.folder.write("mirror = https://rfc.example".utf8, to: "mistaken/rfcview")
  let mistaken = Configuration.load(
    folders: try StoreFolders(environment: scene.environment), environment: scene.environment)
  #expect(mistaken.store.serverProblem?.problem == .unreadable(.notAFolder))
}

@Test func `a file for curl that is not there is named`() throws {
  var scene = try Scene()
  let path = scene.folder.path + "/none"
  scene.settings.curlConfig = path
  #expect(throws: StoreError.cannotRead(path: path, .missing)) { try scene.store.fetch(rfc4291) }
}

@Test func `the module that is wrong is forgiven where another one is named, a mirror is not`() throws {
  let scene = try Scene()
  try scene.folder.write("rsync = x\nmirror = y\n".utf8, to: "config/rfcview/config")
  var configuration = Configuration.load(folders: try scene.folders, environment: ["RFCVIEW_RSYNC": "off"])
  #expect(configuration.store.serverProblem?.problem == .value(.mirror("y", .scheme)))
  try configuration.useRsync("rsync.example::module", by: "--rsync")
  #expect(configuration.store.serverProblem?.problem == .value(.mirror("y", .scheme)))
}

extension Scene {
  /// Neither a text nor the index is asked for, nor the series; what is in the cache is there.
  fileprivate func refusesNetwork() throws {
    let problem = try #require(settings.serverProblem)
    try folder.write("cached".utf8, to: "cache/rfcview/rfc/rfc1.txt")
    let store = try store
    #expect(try store.load(.fixture("rfc1.txt")) == Array("cached".utf8))
    #expect(throws: StoreError.noServer(.document(rfc4291), problem)) { try store.fetch(rfc4291) }
    #expect(throws: StoreError.noServer(.feed, problem)) { try store.fetchFeed(entityTag: nil) }
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
  #expect(Style(text) == nil)
}

@Test func `a variable that cannot be used is named`() throws {
  let scene = try Scene()
  let configuration = Configuration.load(folders: try scene.folders, environment: ["RFCVIEW_MIRROR": "x"])
  #expect(
    configuration.store.serverProblem?.message
      == "RFCVIEW_MIRROR: `x` is not a mirror; it must begin with https:// or http://")
}

@Test func `every setting tells its value, and takes it again`() throws {
  let scene = try Scene()
  let text = """
    mirror = https://rfc.example/a
    rsync = rsync.example::module
    library = /a
    curl-config = /b
    timeout = 2.5
    contents = off
    contents-width = 40
    reflow = on
    text-width = 72
    errata = inline
    requirements = open
    search = literal
    case = sensitive
    theme = light
    role.heading = bold underline reverse 110 on 58
    mouse = on

    """
  let path = try scene.folder.write(text.utf8, to: "config/rfcview/config")
  let configuration = Configuration.load(folders: try scene.folders, environment: scene.environment)
  #expect(configuration.problems == [])
  var again = ""
  for (index, setting) in Configuration.table.enumerated() {
    let value = setting.value(in: configuration)
    #expect(value != setting.value(in: Configuration()), "\(setting.name)")
    #expect(configuration.origin(of: setting) == .line(path, index + 1), "\(setting.name)")
    #expect(Configuration().origin(of: setting) == nil)
    #expect(!setting.takes.isEmpty && !setting.summary.isEmpty && !setting.summary.hasSuffix("."))
    // A family tells its members.
    let words = setting.name == "role.NAME" ? value.split(separator: " ", maxSplits: 1).map(String.init) : []
    again += words.isEmpty ? "\(setting.name) = \(value)\n" : "role.\(words[0]) = \(words[1])\n"
  }
  try scene.folder.write(again.utf8, to: "config/rfcview/config")
  #expect(Configuration.load(folders: try scene.folders, environment: scene.environment) == configuration)
}

@Test func `a variable takes the place of what the file says, and of where it says it`() throws {
  let scene = try Scene()
  try scene.folder.write("mirror = https://a.example\nrsync = off\n".utf8, to: "config/rfcview/config")
  let variables = scene.environment.merging(["RFCVIEW_MIRROR": "https://b.example"]) { $1 }
  let configuration = Configuration.load(folders: try scene.folders, environment: variables)
  let origins = Configuration.table.prefix(2).map { configuration.origin(of: $0) }
  #expect(Configuration.table.prefix(2).map(\.name) == ["mirror", "rsync"])
  #expect(origins == [.variable("RFCVIEW_MIRROR"), nil])
}
