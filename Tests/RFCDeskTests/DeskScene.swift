import RFCDesk
import RFCModel
import RFCShelf
import StoreTerms
import TestSupport
import Testing
import UserFiles

/// A desk over folders of its own, and whoever stands before it.
struct DeskScene {
  let folder: TemporaryFolder
  let client = Visitor()
  var environment: [String: String]
  var settings = StoreSettings()

  init(mirror: String? = nil) throws {
    folder = try TemporaryFolder()
    environment = ["HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin"]
    if let mirror { settings.mirror = try MirrorURL(mirror) } else { settings.isOffline = true }
  }

  /// With the catalogue of ``SampleFeed``, RFC 4242 and RFC 4243 in the cache, and what is remembered of a reader.
  static func furnished(mirror: String? = nil) throws -> DeskScene {
    let scene = try DeskScene(mirror: mirror)
    try scene.store.takeFeed(Array(SampleFeed.xml.utf8), entityTag: "\"1\"")
    try scene.cache(SampleText.unpaged, as: 4242)
    try scene.cache(SampleText.paged, as: 4243)
    try scene.folder.write("position - +0 @12\n".utf8, to: ".local/state/rfcview/documents/rfc4243")
    try scene.folder.write(
      "bookmark rfc4241 2.1 +3 @48\tThe First\tMessages\twhy?\n".utf8, to: ".local/state/rfcview/bookmarks")
    return scene
  }

  var store: RFCStore {
    get throws {
      RFCStore(
        folders: try StoreFolders(environment: environment), settings: settings,
        environment: environment)
    }
  }

  var desk: Desk { get throws { Desk(try store, client: client) } }
  var refreshing: Desk { get throws { Desk(try store, refreshes: true, client: client) } }

  @discardableResult
  func cache(_ text: String, as number: Int) throws -> String {
    try folder.write(text.utf8, to: ".cache/rfcview/rfc/rfc\(number).txt")
  }

  var cached: [String] { folder.names(in: ".cache/rfcview/rfc") }
}

/// Notes what happens at the desk.
final class Visitor: DeskClient {
  /// To be readable, and so to end what is waited for.
  var interrupt: Int32?
  private(set) var isWaiting = false
  private(set) var waits = 0
  private(set) var gaveUp: [SyncProgress?] = []
  private(set) var seen: [DeskProgress] = []
  private(set) var heard: [DeskNotice] = []
  /// Something is shown that has not been taken away.
  private(set) var isShown = false

  func beginWaiting() -> Int32? {
    isWaiting = true
    waits += 1
    return interrupt
  }

  func endWaiting() { isWaiting = false }
  func gaveUp(_ sync: SyncProgress?) { gaveUp.append(sync) }

  func see(_ progress: DeskProgress?) {
    if let progress { seen.append(progress) }
    isShown = progress != nil
  }

  func hear(_ notice: DeskNotice) { heard.append(notice) }
}

/// The problem of what the desk cannot do; nil where it can.
func problem<Answer>(of body: () throws -> Answer) -> DeskError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? DeskError
  }
}

func rfc(_ number: Int) throws -> RFCNumber { try #require(RFCNumber(number)) }

func document(_ number: Int) throws -> DocumentID { .rfc(try rfc(number)) }

/// The numbers of rows, in their order.
func numbers(_ rows: [CatalogueRow]) -> [Int] { rows.compactMap(\.id.rfc?.value) }

/// A server with the index and some texts.
func mirror(_ texts: [Int: String] = [:], index: String = SampleFeed.xml) throws -> LoopbackServer {
  try LoopbackServer { _, request in
    if request.path == "/rfc-index.xml" {
      if request.headers["if-none-match"] == "\"1\"" { return LoopbackServer.Response(status: 304) }
      return LoopbackServer.Response(headers: [(name: "ETag", value: "\"1\"")], body: Array(index.utf8))
    }
    guard let number = Int(request.path.dropFirst(8).dropLast(4)), let text = texts[number] else {
      return LoopbackServer.Response(status: 404)
    }
    return LoopbackServer.Response(body: Array(text.utf8))
  }
}
