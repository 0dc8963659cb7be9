import CLibrary
import RFCModel
import StoreTerms
import Unix

/// One run of curl for many documents, over a few connections that are used again. Each document lands in a file of
/// its own in the staging folder.
package final class CurlBatch {
  /// Not answered yet, by URL.
  package private(set) var pending: [String: RFCNumber] = [:]
  package private(set) var isOver = false
  package private(set) var wasStopped = false
  private let child: ChildProcess
  /// Ends with curl.
  private let end: Descriptor
  private let log: Descriptor
  private var hasEnded = false
  private var buffer = [UInt8](repeating: 0, count: 16 << 10)
  private var reader = BatchAnswer.Reader()

  /// - Parameters:
  ///   - urls: where each document is.
  ///   - log: a file for curl to tell its answers in. It is not a pipe, so that a run that is killed leaves word of
  ///     what had arrived, and the next one takes it in.
  package init(
    _ urls: [(number: RFCNumber, url: WebURL)], log path: String, command: CurlCommand
  ) throws(ChildProcess.StartError) {
    for (number, url) in urls { pending[url.description] = number }
    let writing = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard writing >= 0 else { throw .current }
    let messages = Descriptor(owning: writing)
    let reading = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard reading >= 0, let output = try? Descriptor.pair() else { throw .current }
    log = Descriptor(owning: reading)
    child = try ChildProcess(
      path: command.path, arguments: command.arguments, environment: command.environment,
      input: command.input, output: output.childs, messages: messages)
    end = output.ours
  }

  /// What curl reads: a URL and a file name for each document. A URL holds no blank and no backslash; a quote may be.
  package static func list(_ urls: [(number: RFCNumber, url: WebURL)]) -> String {
    urls.map { number, url in
      let quoted = String(url.description.flatMap { $0 == "\"" ? ["\\", $0] : [$0] })
      return "url = \"\(quoted)\"\noutput = \"\(fileName(of: number))\"\n"
    }.joined()
  }

  /// Another one than rsync's and the cache's: what bears it may be half of a document.
  package static func fileName(of number: RFCNumber) -> String { DocumentID.rfc(number).fileName + ".part" }

  /// Readable when curl has ended. Before that, its answers are to be asked for now and then.
  package var descriptor: Int32 { end.number }

  /// The transfers that have ended since the last call, without waiting for more.
  package func answers() -> [(number: RFCNumber, answer: BatchAnswer)] {
    // Asked before the answers are read: what was told before the end is read then.
    while !hasEnded {
      switch buffer.withUnsafeMutableBytes({ end.readBytes(into: $0) }) {
      case .bytes: continue
      case .end, .failed: hasEnded = true
      case .nothingYet: return read()
      }
    }
    return read()
  }

  private func read() -> [(number: RFCNumber, answer: BatchAnswer)] {
    var answers: [(number: RFCNumber, answer: BatchAnswer)] = []
    while case .bytes(let count) = buffer.withUnsafeMutableBytes({ log.readBytes(into: $0) }) {
      for answer in reader.accept(buffer[..<count]) {
        if let number = pending.removeValue(forKey: answer.url) { answers.append((number, answer)) }
      }
    }
    if hasEnded {
      _ = child.wait()
      isOver = true
    }
    return answers
  }

  /// Ends curl. What has arrived before is still told by ``answers()``.
  package func stop() {
    wasStopped = true
    child.end()
  }
}
