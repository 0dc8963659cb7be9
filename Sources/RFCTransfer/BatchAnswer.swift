import RFCModel
import StoreTerms

/// What curl says of one transfer of a batch, when it is over.
package struct BatchAnswer {
  /// As it was asked for.
  package let url: String
  /// Of curl, for this transfer.
  let exit: Int
  /// Nil where no answer came.
  package let head: ResponseHead?

  private static let mark = "rfcview: "
  private static let fields = ["Content-Length", "Content-Encoding", "Transfer-Encoding", "Retry-After"]

  /// One answer: a marked line with the URL, and a line for each fact. What a server sends has no line end, so it
  /// cannot counterfeit one. curl writes what stands here byte by byte, so it is kept short. Nothing newer than curl
  /// 7.84 (`%header`). Source: curl(1), --write-out.
  static let format =
    (["%{stderr}", mark + "%{url}", "%{exitcode}", "HTTP/%{http_version} %{http_code}", "%{content_type}"]
    + fields.map { "%header{\($0.lowercased())}" } + [""]).joined(separator: "\\n")

  /// Puts answers together from the lines that curl prints.
  package struct Reader {
    private var lines: [String] = []
    private var line: [UInt8] = []

    package init() {}

    /// - Returns: the answers that end in these bytes.
    package mutating func accept(_ bytes: ArraySlice<UInt8>) -> [BatchAnswer] {
      var answers: [BatchAnswer] = []
      for byte in bytes {
        if byte != 0x0A {
          if line.count < 8192 { line.append(byte) }
          continue
        }
        if let answer = accept(String(decoding: line, as: UTF8.self)) { answers.append(answer) }
        line.removeAll(keepingCapacity: true)
      }
      return answers
    }

    /// - Parameter line: without its end.
    /// - Returns: the answer that the line ends.
    mutating func accept(_ line: String) -> BatchAnswer? {
      if lines.isEmpty, !line.hasPrefix(BatchAnswer.mark) { return nil }
      lines.append(line)
      guard lines.count == 4 + BatchAnswer.fields.count else { return nil }
      defer { lines.removeAll(keepingCapacity: true) }
      guard lines[1].utf8.count < 6, let exit = Int(lines[1]) else { return nil }
      var head = ResponseHead(statusLine: lines[2])
      for (name, value) in zip(["Content-Type"] + BatchAnswer.fields, lines[3...]) where !value.isEmpty {
        head?.accept(field: "\(name): \(value)")
      }
      return BatchAnswer(url: String(lines[0].dropFirst(BatchAnswer.mark.count)), exit: exit, head: head)
    }
  }
}

extension BatchAnswer {
  package enum Verdict: Hashable {
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
  package var verdict: Verdict {
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
