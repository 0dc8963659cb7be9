import RFCModel

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
  /// Connected, and silent when it was to begin with TLS.
  case handshakeTimedOut
  case proxyFailed(reason: String)
  /// The status that a proxy answered in the server's place.
  case proxyRefused(status: Int)

  // HTTP.
  case closedWithoutAnswer
  case notHTTP(reason: String)
  /// A megabyte of header fields, and more to come.
  case endlessHead
  /// Two that differ: nobody knows where the body ends.
  case twoLengths
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
  /// From https to http, to another scheme, or to what is no URL; as the server wrote it, nil where it names nothing.
  case redirectForbidden(to: String?)

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
  /// A text that says which document it is, and it is another; nil where it names none.
  case wrongDocument(found: NamedDocument?)

  /// Any other exit status of curl, with its words.
  case curl(status: Int, reason: String)
  /// Ended by a signal that was not ours.
  case curlKilled(signal: Int)
}

/// What a text calls itself, of which there may be no such document.
public enum NamedDocument: Hashable, Sendable {
  case rfc(Int)
  /// As written.
  case draft(String)
}
