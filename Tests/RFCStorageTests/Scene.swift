import RFCModel
import TestSupport
import Testing

@testable import RFCStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A store over a folder of its own, and what the tests ask about it.
struct Scene {
  let folder: TemporaryFolder
  var environment: [String: String]
  var configuration = Configuration()
  // The pauses of a busy server, not waited out.
  var policy = RetryPolicy(firstPause: 10)

  init() throws {
    folder = try TemporaryFolder()
    environment = [
      "HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "XDG_CACHE_HOME": "\(folder.path)/cache",
      "XDG_STATE_HOME": "\(folder.path)/state", "XDG_CONFIG_HOME": "\(folder.path)/config",
    ]
    configuration.timeout = IdleTimeout(milliseconds: 10_000)
  }

  init(mirror: String) throws {
    try self.init()
    configuration.mirror = try MirrorURL(mirror)
  }

  var folders: StoreFolders {
    get throws { try StoreFolders(environment: environment) }
  }

  var store: RFCStore {
    get throws {
      RFCStore(
        folders: try folders, configuration: configuration, environment: environment, policy: policy)
    }
  }

  /// Fetches to the end. The folder lives until then, which an expression of one line does not see to by itself.
  @discardableResult
  func download(
    _ id: DocumentID, trace: ((String) -> Void)? = nil, onProgress: (DownloadProgress) -> Void = { _ in }
  ) throws -> [UInt8] {
    try withExtendedLifetime(folder) { try store.fetch(id, trace: trace).run(onProgress: onProgress) ?? [] }
  }

  /// What lies in the folder of the RFCs, hidden files too.
  var cached: [String] { folder.names(in: "cache/rfcview/rfc") }

  /// Puts a `curl` of ours into the path: a shell script.
  mutating func replaceCurl(by script: String) throws {
    let path = try folder.write("#!/bin/sh\n\(script)\n".utf8, to: "bin/curl")
    chmod(path, 0o755)
    environment["PATH"] = "\(folder.path)/bin:/usr/bin:/bin"
  }
}

let rfc4291 = DocumentID.fixture("rfc4291.txt")

extension DocumentID {
  static func fixture(_ fileName: String) -> DocumentID {
    guard let id = DocumentID(fileName: fileName) else { preconditionFailure("\(fileName) is no name") }
    return id
  }
}

/// A text in the layout of an RFC, of about 4,700 bytes.
func sampleText(_ number: Int) -> [UInt8] {
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
func failure(of body: () throws(StoreError) -> Void) -> StoreError? {
  do throws(StoreError) {
    try body()
    return nil
  } catch {
    return error
  }
}

extension StoreError {
  var transferFailure: TransferFailure? {
    if case .transfer(_, let failure, _) = self { failure } else { nil }
  }
}

/// True once the process is neither running nor waiting to be reaped.
func isGone(_ process: Int32) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
