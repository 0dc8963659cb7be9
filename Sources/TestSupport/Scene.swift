import CLibrary
import RFCModel
import RFCShelf
import RFCTransfer
import StoreTerms
import Unix

/// A store over a folder of its own, and what the tests ask about it.
public struct Scene {
  public let folder: TemporaryFolder
  public var environment: [String: String]
  public var settings = StoreSettings()
  // The pauses of a busy server, not waited out.
  package var policy = RetryPolicy(firstPause: 10)

  public init() throws {
    folder = try TemporaryFolder()
    environment = [
      "HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "XDG_CACHE_HOME": "\(folder.path)/cache",
      "XDG_STATE_HOME": "\(folder.path)/state", "XDG_CONFIG_HOME": "\(folder.path)/config",
    ]
    settings.timeout = IdleTimeout(milliseconds: 10_000)
  }

  public init(mirror: String) throws {
    try self.init()
    settings.mirror = try MirrorURL(mirror)
  }

  public var folders: StoreFolders {
    get throws { try StoreFolders(environment: environment) }
  }

  public var store: RFCStore {
    get throws {
      RFCStore(
        folders: try folders, settings: settings, environment: environment, policy: policy)
    }
  }

  /// Fetches to the end. The folder lives until then, which an expression of one line does not see to by itself.
  @discardableResult
  public func download(
    _ id: DocumentID, trace: ((String) -> Void)? = nil, onProgress: (DownloadProgress) -> Void = { _ in }
  ) throws -> [UInt8] {
    try withExtendedLifetime(folder) { try store.fetch(id, trace: trace).run(onProgress: onProgress) ?? [] }
  }

  /// What lies in the folder of the RFCs, hidden files too.
  public var cached: [String] { folder.names(in: "cache/rfcview/rfc") }

  /// Puts a `curl` of ours into the path: a shell script.
  public mutating func replaceCurl(by script: String) throws {
    let path = try folder.write("#!/bin/sh\n\(script)\n".utf8, to: "bin/curl")
    chmod(path, 0o755)
    environment["PATH"] = "\(folder.path)/bin:/usr/bin:/bin"
  }
}

extension Scene {
  /// Fetches to the end; problems of the test itself are left out of the type of the error.
  public func fetch(_ id: DocumentID) throws(StoreError) {
    guard let store = try? store else { return }
    let download = try store.fetch(id)
    defer { withExtendedLifetime(folder) {} }
    try download.run()
  }

  public func loaded(_ id: DocumentID) throws(StoreError) -> [UInt8]? {
    guard let store = try? store else { return nil }
    return try store.load(id)
  }

  public func sync(
    _ numbers: [RFCNumber], jobs: Int = 6, interrupt: Int32? = nil,
    onProgress: @escaping (SyncProgress) -> Void = { _ in }
  ) throws -> SeriesSync.Outcome {
    try withExtendedLifetime(folder) {
      let sync = try store.sync(jobs: jobs, interrupt: interrupt, onProgress: onProgress)
      _ = sync.bring(numbers)
      return sync.outcome
    }
  }

  /// Whether those texts are in the cache, whole, and nothing else is.
  public func holds(exactly numbers: [RFCNumber]) -> Bool {
    cached == numbers.map { "rfc\($0).txt" }.sorted()
      && numbers.allSatisfy { folder.read("cache/rfcview/rfc/rfc\($0).txt") == sampleText($0.value) }
  }
}

public let rfc4291 = DocumentID.fixture("rfc4291.txt")

extension DocumentID {
  public static func fixture(_ fileName: String) -> DocumentID {
    guard let id = DocumentID(fileName: fileName) else { preconditionFailure("\(fileName) is no name") }
    return id
  }
}

/// A text in the layout of an RFC, of about 4,700 bytes.
public func sampleText(_ number: Int) -> [UInt8] {
  var text = """
    Network Working Group                                          T. Writer
    Request for Comments: \(number)                                       Example
    Obsoletes: 3513                                            February 2006

                           A Text Made for a Test


    """
  for line in 1...60 {
    text += "   Line \(line) of a text that nobody has published: RFC 8446 is cited here.\n"
  }
  text += "\nWriter                      Informational                     [Page 1]\n\u{C}"
  return Array(text.utf8)
}

/// The failure of a download; nil where it succeeds.
public func failure(of body: () throws(StoreError) -> Void) -> StoreError? {
  do throws(StoreError) {
    try body()
    return nil
  } catch {
    return error
  }
}

extension StoreError {
  public var transferFailure: TransferFailure? {
    if case .transfer(_, let failure, _) = self { failure } else { nil }
  }
}

/// True once the process is neither running nor waiting to be reaped.
public func isGone(_ process: Int32) -> Bool { kill(process, 0) != 0 && errno == ESRCH }

/// RFC 4201 and so on.
public func sampleNumbers(_ count: Int) -> [RFCNumber] { (4201..<4201 + count).compactMap { RFCNumber($0) } }

/// A server that has those texts and answers them as it is told.
public func seriesServer(
  _ numbers: [RFCNumber],
  _ answer: @escaping @Sendable (Int, inout LoopbackServer.Response) -> Void = { _, _ in }
) throws -> LoopbackServer {
  let texts = Dictionary(uniqueKeysWithValues: numbers.map { ("/rfc/rfc\($0).txt", sampleText($0.value)) })
  return try LoopbackServer { index, request in
    guard let text = texts[request.path] else { return .init(status: 404) }
    var response = LoopbackServer.Response(body: text)
    answer(index + 1, &response)
    return response
  }
}

/// Runs a program to its end.
public func runProgram(_ path: String, _ arguments: String...) -> Bool {
  guard let output = try? Descriptor.pair(), let messages = try? Descriptor.pair(),
    let child = try? ChildProcess(
      path: path, arguments: arguments, environment: ["PATH=/usr/bin:/bin:/usr/sbin:/sbin"],
      output: output.childs,
      messages: messages.childs)
  else { return false }
  return child.wait() == .status(0)
}
