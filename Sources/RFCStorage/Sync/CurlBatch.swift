import RFCModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of curl for many documents, over a few connections that are used again. Each document lands in a file of
/// its own in the staging folder.
final class CurlBatch {
  /// Not answered yet, by URL.
  private(set) var pending: [String: RFCNumber] = [:]
  private(set) var isOver = false
  private let child: ChildProcess
  private let messages: Descriptor
  private var buffer = [UInt8](repeating: 0, count: 16 << 10)
  private var line: [UInt8] = []
  private var reader = BatchAnswer.Reader()

  /// - Parameter urls: where each document is.
  init(_ urls: [(number: RFCNumber, url: WebURL)], command: CurlCommand) throws(ChildProcess.StartError) {
    for (number, url) in urls { pending[url.description] = number }
    let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard null >= 0, let messages = try? Descriptor.pair() else { throw .current }
    child = try ChildProcess(
      path: command.path, arguments: command.arguments, environment: command.environment,
      output: Descriptor(owning: null), messages: messages.childs)
    self.messages = messages.ours
  }

  /// What curl reads: a URL and a file name for each document. A URL holds no blank and no backslash; a quote may be.
  static func list(_ urls: [(number: RFCNumber, url: WebURL)]) -> String {
    urls.map { number, url in
      let quoted = String(url.description.flatMap { $0 == "\"" ? ["\\", $0] : [$0] })
      return "url = \"\(quoted)\"\noutput = \"\(fileName(of: number))\"\n"
    }.joined()
  }

  /// Another one than rsync's and the cache's: what bears it may be half of a document.
  static func fileName(of number: RFCNumber) -> String { DocumentID.rfc(number).fileName + ".part" }

  /// To be polled for reading.
  var descriptor: Int32 { messages.number }

  /// The transfers that have ended since the last call, without waiting for more.
  func answers() -> [(number: RFCNumber, answer: BatchAnswer)] {
    var answers: [(number: RFCNumber, answer: BatchAnswer)] = []
    while !isOver {
      switch buffer.withUnsafeMutableBytes({ messages.readBytes(into: $0) }) {
      case .bytes(let count):
        for byte in buffer[..<count] {
          if byte != 0x0A {
            if line.count < 8192 { line.append(byte) }
            continue
          }
          let answer = reader.accept(String(decoding: line, as: UTF8.self))
          line.removeAll(keepingCapacity: true)
          if let answer, let number = pending.removeValue(forKey: answer.url) {
            answers.append((number, answer))
          }
        }
        // A server may be faster than we are: what has come is to get into the cache.
        if answers.count >= 32 { return answers }
      case .nothingYet: return answers
      case .end, .failed:
        _ = child.wait()
        isOver = true
      }
    }
    return answers
  }

  /// Ends curl. What has arrived before is still told by ``answers()``.
  func stop() { child.end() }
}
