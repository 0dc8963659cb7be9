import RFCModel

/// What curl says of one transfer of a batch, when it is over.
struct BatchAnswer {
  /// As it was asked for.
  let url: String
  /// Of curl, for this transfer.
  let exit: Int
  /// Nil where no answer came.
  let head: ResponseHead?

  private static let prefix = "rfcview: "

  /// The lines of one answer; nothing newer than curl 7.84 (`%header`). What a server sends has no line end, so it
  /// cannot counterfeit one. Source: curl(1), --write-out.
  static let format =
    "%{stderr}\\n"
    + ([
      "url=%{url}", "exit=%{exitcode}", "status=HTTP/%{http_version} %{http_code}",
      "field=Content-Type: %{content_type}",
    ]
    + ["Content-Length", "Content-Encoding", "Transfer-Encoding", "Retry-After"].map {
      "field=\($0): %header{\($0.lowercased())}"
    } + ["end="]).map { prefix + $0 + "\\n" }.joined()

  /// Puts answers together from the lines that curl prints.
  struct Reader {
    private var url = ""
    private var exit: Int?
    private var head: ResponseHead?

    /// - Parameter line: without its end.
    /// - Returns: the answer that the line ends.
    mutating func accept(_ line: String) -> BatchAnswer? {
      guard line.hasPrefix(BatchAnswer.prefix) else { return nil }
      let fact = line.dropFirst(BatchAnswer.prefix.count)
      guard let equals = fact.firstIndex(of: "=") else { return nil }
      let value = fact[fact.index(after: equals)...]
      switch fact[..<equals] {
      case "url": self = Reader(url: String(value))
      case "exit": exit = value.utf8.count < 6 ? Int(value) : nil
      case "status": head = ResponseHead(statusLine: value)
      case "field" where !value.hasSuffix(": "): head?.accept(field: value)
      case "end":
        defer { self = Reader() }
        return exit.map { BatchAnswer(url: url, exit: $0, head: head) }
      default: break
      }
      return nil
    }

    init() {}

    private init(url: String) { self.url = url }
  }
}

extension BatchAnswer {
  enum Verdict: Hashable {
    /// Whole as far as curl can tell.
    case arrived
    case redirected
    /// Not to be had: nothing gets better by asking again.
    case failed(TransferFailure)
    /// Worth another try.
    case cut(TransferFailure)
    /// Worth another try, later.
    case busy(TransferFailure)
    /// It takes a ``Download`` to say what it was: no connection, no room on the disk.
    case trouble
  }

  // Source: curl(1), EXIT CODES.
  var verdict: Verdict {
    switch exit {
    case 0, 22, 47:
      guard let head else { return .trouble }
      switch CurlReport.failure(status: head.status) {
      case nil: return .arrived
      case .unexpectedStatus(301), .unexpectedStatus(302), .unexpectedStatus(303), .unexpectedStatus(307),
        .unexpectedStatus(308):
        return .redirected
      case .forbidden: return .busy(.forbidden)
      case .tooManyRequests: return .busy(.tooManyRequests)
      case .serverError(let status): return .busy(.serverError(status: status))
      case let failure?: return .failed(failure)
      }
    case 18, 92, 95: return .cut(.cutShort(received: 0))
    case 16, 52, 55, 56: return .cut(.closedWithoutAnswer)
    case 61: return .cut(.undecodable)
    default: return .trouble
    }
  }
}
