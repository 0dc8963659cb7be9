import CellGrid
import RFCFormats
import RFCModel
import Unix

extension StoreError {
  /// One line for people: the thing, the layer, the way on. Ends with a full stop; holds no control character.
  public var message: String {
    switch self {
    case .neverIssued(let number):
      "RFC \(number) was never issued: the number was passed over."
    case .notInCatalogue(let number, let newest):
      "RFC \(number) is not in the catalogue\(newest.map { " (newest: RFC \($0))" } ?? "")."
        + " `rfcview update` brings it up to date."
    case .noSuchSubSeries(let series, let number):
      "\(series.rawValue) \(number) stands for no RFC, says the catalogue. `rfcview update` brings it up to date."
    case .noTextEdition(let number):
      "RFC \(number) has no text edition. The PDF: https://www.rfc-editor.org/rfc/rfc\(number).pdf."
    case .offline(let id):
      "\(id) is not in the cache, and --offline (or RFCVIEW_OFFLINE) keeps it from being downloaded."
    case .noServer(let id, let problem):
      "\(id): no server is asked, for nobody can tell which one is meant"
        + (problem.map { ": \($0.message)" } ?? "") + ". --mirror names one."
    case .curlMissing(let id):
      "\(id) is not in the cache, and curl, which downloads it, is not installed (Debian: apt install curl)."
    case .curlNotStarted(let id, let code):
      "\(id): curl is installed but does not start: \(systemMessage(code))."
    case .transfer(let id, let failure, let endpoint):
      failure.message(about: id, at: endpoint)
    case .rsync(let module, let reason):
      "rsync brings nothing from \(module): \(printable(reason)). HTTP is used instead."
    case .refused(let id, let failure, let module):
      "\(id): what \(module) has under its name is \(failure.nameOfWrongText)."
    case .notInModule(let id, let module):
      "\(id): \(module) has none."
    case .endAbruptly(let ids):
      (ids.count == 1
        ? "\(ids[0]) ends in the middle of a page or a sentence, twice the same: it was published so, or is not whole."
        : "\(listed(ids)) end in the middle of a page or a sentence, twice the same: they were published so, or are"
          + " not whole.") + " --refresh asks again."
    case .cancelled(let id):
      "\(id): download cancelled."
    case .libraryBusy:
      "Another rfcview is changing the library. Try again when it is done."
    case .libraryInUse:
      "The library is in use by another program; try again."
    case .library(let path, let reason):
      "The library \(printable(path)): \(printable(reason)). `rfcview update` makes it anew once it is removed."
    case .noFullText:
      "There is no index of the texts yet. `rfcview index` makes one."
    case .damagedCatalogue(let path):
      "The catalogue in \(printable(path)) is damaged. `rfcview update` makes it anew."
    case .damagedIndex(let path):
      "The full text in \(printable(path)) is damaged. `rfcview index --rebuild` makes it anew."
    case .badIndex(let problem):
      "\(Resource.index): \(problem.message). What was known before stays. Try again later."
    case .noHomeFolder:
      "No place for the cache: set HOME or XDG_CACHE_HOME, XDG_STATE_HOME and XDG_CONFIG_HOME."
    case .spoiled(let id, let path, let failure):
      "\(printable(path)) \(failure.wordsOfFile), not \(id). `rfcview fetch \(id.shortName)` downloads it again."
    case .replaced(let id, let path, let failure):
      "\(printable(path)) \(failure.wordsOfFile), not \(id), which was downloaded again."
    case .notKept(let id, let path, let problem):
      "\(id) is not kept: cannot write \(printable(path)): \(problem.message)."
    case .cannotRead(let path, let problem):
      "Cannot read \(printable(path)): \(problem.message)."
    case .cannotWrite(let path, let problem):
      "Cannot write \(printable(path)): \(problem.message)."
    }
  }
}

/// `RFC 1, RFC 2 and 7 more`.
private func listed(_ ids: [DocumentID]) -> String {
  let shown = ids.prefix(10).map(\.description).joined(separator: ", ")
  return ids.count > 10 ? "\(shown) and \(ids.count - 10) more" : shown
}

extension IndexReader.Problem {
  var message: String {
    switch self {
    case .notWellFormed(let line, let reason):
      "its XML is broken or cut short at line \(line) (\(printable(reason)))"
    case .notAnIndex: "the server sent other XML"
    case .tooLarge(let limit): "over \(binarySize(limit))"
    case .tooComplex(let line): "more elements, levels or names than an index of RFCs has, up to line \(line)"
    case .noMemory: "no memory to read it"
    }
  }
}

extension FileProblem {
  var message: String {
    switch self {
    case .diskFull: "the disk is full"
    case .notPermitted: "no permission"
    case .notAFolder: "a file stands where a folder is needed"
    case .isAFolder: "a folder stands where a file is needed"
    case .missing: "no such file or folder"
    case .tooLarge(let limit): "over \(binarySize(limit))"
    case .notWhole: "no gzip file, or not a whole one"
    case .locked: "another rfcview holds it locked"
    case .system(let code): systemMessage(code)
    }
  }
}

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
          "\(peer) refused the connection. Nothing listens on that port, or a firewall says no; \(checkProxy)."
        case .unreachable:
          "no route to \(peer): the network is unreachable. Check the connection, or read with --offline."
        case .notConnected(let reason):
          "no connection to \(peer): \(printable(reason)). Check the network; \(checkProxy)."
        case .notTrusted(let reason):
          "the TLS certificate of \(host) is not trusted (\(printable(reason))). A proxy or a captive portal can"
            + " cause this, or a wrong clock, or missing ca-certificates."
        case .tlsFailed(let reason):
          "no TLS connection to \(host): \(printable(reason)). A proxy, or a server that speaks http, can cause this."
        case .proxyFailed(let reason):
          "\(peer) failed: \(printable(reason)). \(checkProxy.capitalizedFirst)."
        case .proxyRefused(let status):
          "\(peer) answered \(status)\(status == 407 ? " (it wants a user and a password)" : "")."
            + " \(checkProxy.capitalizedFirst)."
        case .closedWithoutAnswer:
          "\(peer) closed the connection without an answer. Try again later, or with --trace to see more."
        case .notHTTP(let reason):
          "\(peer) does not answer in HTTP (\(printable(reason))). Check the mirror's address."
        case .forbidden:
          "\(host) forbids it (403) at \(url). A filter may stand between; another server can be named with --mirror."
        case .notFound:
          "\(host) has none (404) at \(url). \(id == .index ? "Check the mirror's address" : "Check the number; it may be too new or never issued")."
        case .tooManyRequests:
          "\(host) was asked too often (429). Try again later, or name another server with --mirror."
        case .serverError(let status):
          "\(host) has trouble (\(status)). Try again later, or name another server with --mirror."
        case .askedToWait(let status, let seconds):
          "\(host) asks to wait \(waitingTime(seconds)) (\(status)). Try again then, or name another with --mirror."
        case .unexpectedStatus(let status):
          "\(host) answered \(status) at \(url), which is not a document. --trace shows the conversation."
        case .redirectLoop(let target):
          "\(host) redirects in a circle, to \(printable(target.description)). Check the mirror's address."
        case .tooManyRedirects(let limit):
          "more than \(limit) redirects, the last one by \(host). Check the mirror's address."
        case .redirectForbidden(let target):
          "\(host) redirects to \(printable(target)), which is not followed: only to https, or to http if the"
            + " mirror was named with http."
        case .stalled(let received):
          received == 0
            ? "\(peer) is connected but silent for \(endpoint.timeout). Try again, or wait longer with --timeout."
            : "stalled: no byte from \(peer) for \(endpoint.timeout), after \(decimalSize(received))."
              + " Try again, or wait longer with --timeout."
        case .cutShort(let received):
          "cut short after \(decimalSize(received)): \(peer) closed the connection early. Try again."
        case .brokenOff(let received):
          "\(host) sent it twice, and each time another half (\(decimalSize(received)) the last time)."
            + " Try again later, or name another server with --mirror."
        case .undecodable:
          "\(host) sent what cannot be unpacked, at \(url). Try again, or name another server with --mirror."
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
          "\(host) sent \(found.map(printable) ?? "a text that does not name it") instead, at \(url)."
            + " Check the mirror's address."
        case .curl(let status, let reason):
          "curl failed (\(status)): \(printable(reason)). --trace shows the conversation."
        case .curlKilled(let signal):
          "curl was ended by signal \(signal). Try again."
        }
      }()
  }
}

extension TransferFailure {
  /// What bytes are that are not the text that was wanted.
  fileprivate var nameOfWrongText: String {
    switch self {
    case .html: "a web page"
    case .empty: "empty"
    case .wrongDocument(let found?): printable(found)
    case .tooLarge(let limit): "larger than \(binarySize(limit))"
    default: "not its text"
    }
  }
}

extension TransferFailure {
  /// What a file is that is no text.
  fileprivate var wordsOfFile: String {
    switch self {
    case .html: "is a web page"
    case .empty: "is empty or blank"
    default: "is not text"
    }
  }
}

extension DocumentID {
  /// As it is typed: `4291`.
  fileprivate var shortName: String {
    switch self {
    case .rfc(let number): "\(number)"
    case .draft: baseName
    }
  }
}

/// Text from outside as it may stand in a message.
func printable(_ text: some StringProtocol) -> String { text.printable(limit: 200) }

/// `26 kB`, `312 bytes`.
private func decimalSize(_ bytes: Int) -> String {
  bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1000) kB"
}

/// `32 MiB`, `64 KiB`.
private func binarySize(_ bytes: Int) -> String {
  bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
}

/// `90 s`, `60 min`.
private func waitingTime(_ seconds: Int) -> String {
  seconds < 300 ? "\(seconds) s" : "\(seconds / 60) min"
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
