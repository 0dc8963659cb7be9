import RFCFormats
import RFCModel
import Unix

/// Why the store cannot give a document, or keep something. The words are in ``message``.
public enum StoreError: Error, Hashable, Sendable {
  case neverIssued(RFCNumber)
  /// Never heard of: too new, or no number of an RFC.
  case notInCatalogue(RFCNumber, newest: RFCNumber?)
  /// The catalogue has no such name, or one that stands for nothing.
  case noSuchSubSeries(SubSeries, Int)
  /// Published as PDF or on paper only.
  case noTextEdition(RFCNumber)
  /// Not in the cache, and the network is not to be asked.
  case offline(Resource)
  /// Not in the cache, and nobody can tell which server is meant; why, unless that has been told.
  case noServer(Resource, ConfigurationError?)
  case curlMissing(Resource)
  /// curl is there, but the system does not start it.
  case curlNotStarted(Resource, errno: Int32)
  case transfer(Resource, TransferFailure, Endpoint)
  /// rsync brings nothing from a module; in its words. HTTP is used then.
  case rsync(RsyncModule, reason: String)
  /// What a module holds under the name of a document is not it.
  case refused(Resource, TransferFailure, RsyncModule)
  /// A module has none.
  case notInModule(Resource, RsyncModule)
  /// Texts that end in the middle, and came so twice. They are in the cache: nobody can tell whether they are whole.
  case endAbruptly([DocumentID])
  /// By ``Download/cancel()``, or by the interrupt of a blocking run.
  case cancelled(Resource)
  case noHomeFolder
  /// Another run is changing the library.
  case libraryBusy
  /// Another program has the library for itself.
  case libraryInUse
  /// In SQLite's words.
  case library(path: String, reason: String)
  /// Nothing has been indexed yet.
  case noFullText
  /// The catalogue cannot be read.
  case damagedCatalogue(path: String)
  /// The full text cannot be read.
  case damagedIndex(path: String)
  /// The index of RFCs that a server sent cannot be read.
  case badIndex(IndexReader.Problem)
  /// A file bears the name of a document and is no text: it is not shown.
  case spoiled(DocumentID, path: String, TransferFailure)
  /// The same, and the document has been downloaded since.
  case replaced(DocumentID, path: String, TransferFailure)
  /// A document that was downloaded is here for this run alone.
  case notKept(DocumentID, path: String, FileProblem)
  case cannotRead(path: String, FileProblem)
  case cannotWrite(path: String, FileProblem)
}

extension StoreError {
  /// Whether it says that a document is here for this run alone.
  public var isNotKept: Bool {
    if case .notKept = self { return true }
    return false
  }

  /// What there still is to say once the document has been downloaded.
  public var whenReplaced: StoreError {
    if case .spoiled(let id, let path, let failure) = self { return .replaced(id, path: path, failure) }
    return self
  }
}

/// Where a request went, as far as a message needs it.
public struct Endpoint: Hashable, Sendable {
  public let url: WebURL
  /// The proxy that curl took from the environment, without user and password.
  public let proxy: String?
  public let timeout: IdleTimeout

  public init(url: WebURL, proxy: String?, timeout: IdleTimeout) {
    self.url = url
    self.proxy = proxy
    self.timeout = timeout
  }
}

/// The ways in which a transfer fails, from the lowest layer to the highest. Texts are as curl or the server wrote
/// them; whoever shows one makes it printable.
public enum TransferFailure: Error, Hashable, Sendable {
  // Names.
  case nameNotFound
  case nameTimedOut
  case proxyNameNotFound

  // Connections.
  case noAnswer
  case refused
  case unreachable
  case notConnected(reason: String)

  // TLS and proxies.
  case notTrusted(reason: String)
  case tlsFailed(reason: String)
  case proxyFailed(reason: String)
  /// The status that a proxy answered in the server's place.
  case proxyRefused(status: Int)

  // HTTP.
  case closedWithoutAnswer
  case notHTTP(reason: String)
  case forbidden
  case notFound
  case tooManyRequests
  /// 500...599.
  case serverError(status: Int)
  /// With 429 or 5xx, a `Retry-After` of more than a minute.
  case askedToWait(status: Int, seconds: Int)
  case unexpectedStatus(Int)
  case redirectLoop(to: WebURL)
  case tooManyRedirects(limit: Int)
  /// From https to http, to another scheme, or to what is no URL; as the server wrote it.
  case redirectForbidden(to: String)

  // The body. Bytes are counted after unpacking.
  /// No byte for the time-out, after `received` of them.
  case stalled(received: Int)
  case cutShort(received: Int)
  /// Two answers that differ, and both end in the middle; of the last one.
  case brokenOff(received: Int)
  case undecodable
  case tooLarge(limit: Int)
  case empty
  case html
  case notText
  /// A text that says which document it is, and it is another: `RFC 8446`; nil where it names none.
  case wrongDocument(found: String?)

  /// Any other exit status of curl, with its words.
  case curl(status: Int, reason: String)
  /// Ended by a signal that was not ours.
  case curlKilled(signal: Int)
}
