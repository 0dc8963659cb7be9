import RFCModel
import TestSupport
import Testing

@testable import StoreTerms

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
      == "port 66000 in `http://x:66000` is out of range; ports go from 1 to 65535")
}

@Test func `without a mirror the RFC Editor and the IETF are asked`() {
  #expect(MirrorURL.rfcEditor.url(of: rfc4291).description == "https://www.rfc-editor.org/rfc/rfc4291.txt")
  #expect(
    MirrorURL.rfcEditor.url(of: .fixture("draft-a-b-00.txt")).description
      == "https://www.ietf.org/archive/id/draft-a-b-00.txt")
}

// MARK: Time-outs

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
