extension TransferFailure {
  func message(about id: Resource, at endpoint: Endpoint) -> String {
    let host = endpoint.url.authority
    // What was talked to, which behind a proxy is the proxy.
    let peer = endpoint.proxy.map { "the proxy \(printable($0))" } ?? host
    let url = printable(endpoint.url.description)
    let checkProxy =
      endpoint.proxy == nil
      ? "behind a proxy set \(endpoint.url.scheme.rawValue)_proxy"
      : "check \(endpoint.url.scheme.rawValue)_proxy"
    return "\(id): "
      + {
        switch self {
        case .nameNotFound:
          "no address for \(host) (DNS). Check the network, or read what is cached with --offline."
        case .nameTimedOut:
          "no answer from the name server for \(host) within \(endpoint.timeout) (DNS). Check the network."
        case .proxyNameNotFound:
          "no address for \(peer) (DNS). Check \(endpoint.url.scheme.rawValue)_proxy and all_proxy."
        case .noAnswer:
          "no answer from \(peer) within \(endpoint.timeout). A firewall may drop the packets; \(checkProxy)."
        case .refused:
          "\(peer) refused the connection. Nothing listens on that port, or a firewall blocks it; \(checkProxy)."
        case .unreachable:
          "no route to \(peer): the network is unreachable. Check the connection, or read with --offline."
        case .notConnected(let reason):
          "no connection to \(peer): \(printable(reason)). Check the network; \(checkProxy)."
        case .notTrusted(let reason):
          "the TLS certificate of \(host) is not trusted (\(printable(reason))). A proxy or a captive portal can"
            + " cause this, or a wrong clock, or missing ca-certificates."
        case .tlsFailed(let reason):
          "no TLS connection to \(host): \(printable(reason)). A proxy, or a server that speaks http, can cause this."
        case .handshakeTimedOut:
          "no TLS connection to \(host): no answer to the handshake. A proxy, or a server that speaks http, can cause"
            + " this."
        case .proxyFailed(let reason):
          "\(peer) failed: \(printable(reason)). \(checkProxy.capitalizedFirst)."
        case .proxyRefused(let status):
          "\(peer) answered \(status)\(status == 407 ? " (it wants a user and a password)" : "")."
            + " \(checkProxy.capitalizedFirst)."
        case .closedWithoutAnswer:
          "\(peer) closed the connection without an answer. Try again later, or with --trace to see more."
        case .notHTTP(let reason):
          "\(peer) does not speak HTTP (\(printable(reason))). Check the mirror's address."
        case .endlessHead:
          "\(peer) does not speak HTTP (endless header fields). Check the mirror's address."
        case .twoLengths:
          "\(peer) does not speak HTTP (two different lengths). Check the mirror's address."
        case .forbidden:
          "\(host) refused access (403) to \(url). A filter may be in the way; name another server with --mirror."
        case .notFound:
          "\(host) does not have it (404) at \(url). \(id == .feed || id == .errata ? "Check the mirror's address" : "Check the number; it may be too new or never issued")."
        case .tooManyRequests:
          "\(host) was asked too often (429). Try again later, or name another server with --mirror."
        case .serverError(let status):
          "\(host) has a problem (\(status)). Try again later, or name another server with --mirror."
        case .askedToWait(let status, let seconds):
          "\(host) asks to wait \(waitingTime(seconds)) (\(status)). Try again then, or name another with --mirror."
        case .unexpectedStatus(let status):
          "\(host) answered \(status) at \(url), which is not a document. --trace shows the conversation."
        case .redirectLoop(let target):
          "\(host) redirects in a circle, to \(printable(target.description)). Check the mirror's address."
        case .tooManyRedirects(let limit):
          "more than \(limit) redirects, the last one by \(host). Check the mirror's address."
        case .redirectForbidden(let target):
          "\(host) redirects to \(printable(target ?? "nowhere")), which is not followed: only to https, or to http if the"
            + " mirror was named with http."
        case .stalled(let received):
          received == 0
            ? "\(peer) is connected but has sent nothing for \(endpoint.timeout). Try again, or wait longer with --timeout."
            : "stalled: nothing from \(peer) for \(endpoint.timeout), after \(decimalSize(received))."
              + " Try again, or wait longer with --timeout."
        case .cutShort(let received):
          "cut short after \(decimalSize(received)): \(peer) closed the connection early. Try again."
        case .brokenOff(let received):
          "\(host) sent it twice, cut off at a different place each time (\(decimalSize(received)) the last time)."
            + " Try again later, or name another server with --mirror."
        case .undecodable:
          "\(host) sent data that cannot be unpacked, at \(url). Try again, or name another server with --mirror."
        case .tooLarge(let limit):
          "\(host) sends more than \(binarySize(limit)), which is not an RFC, at \(url)."
        case .empty:
          "\(host) sent an empty text at \(url). Try again, or name another server with --mirror."
        case .html:
          "\(host) sent a web page (HTML) instead of the text. A captive portal can cause this: open a browser to"
            + " sign in; or the mirror's address is wrong."
        case .notText:
          "\(host) sent something that is not text, at \(url). Check the mirror's address."
        case .wrongDocument(let found):
          "\(host) sent \(found?.words ?? "a text that does not name it") instead, at \(url)."
            + " Check the mirror's address."
        case .curl(let status, let reason):
          "curl failed (\(status)): \(printable(reason)). --trace shows the conversation."
        case .curlKilled(let signal):
          "curl was killed by signal \(signal). Try again."
        }
      }()
  }
}

extension TransferFailure {
  /// What bytes are that are not the text that was wanted.
  var nameOfWrongText: String {
    switch self {
    case .html: "a web page"
    case .empty: "empty"
    case .wrongDocument(let found?): found.words
    case .tooLarge(let limit): "larger than \(binarySize(limit))"
    default: "not its text"
    }
  }
}

extension TransferFailure {
  /// What a file is that is no text.
  var wordsOfFile: String {
    switch self {
    case .html: "is a web page"
    case .empty: "is empty or blank"
    default: "is not text"
    }
  }
}

extension NamedDocument {
  fileprivate var words: String {
    switch self {
    case .rfc(let number): "RFC \(number)"
    case .draft(let name): printable(name)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
