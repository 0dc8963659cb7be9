import Unix

/// One run of rsync.
package final class RsyncRun {
  package private(set) var isOver = false
  /// What it says of its failure; bounded. Nil while it says nothing.
  package private(set) var reason: String?
  package private(set) var isDiskFull = false
  private let child: ChildProcess
  private let messages: Descriptor
  private var buffer = [UInt8](repeating: 0, count: 16 << 10)
  private var line: [UInt8] = []

  package init(_ program: String, _ arguments: [String], environment: [String]) throws(ChildProcess
    .StartError)
  {
    guard let ends = try? Descriptor.pair() else { throw .current }
    child = try ChildProcess(
      path: program, arguments: arguments, environment: environment, output: ends.childs,
      messages: ends.childs)
    messages = ends.ours
  }

  /// To be polled for reading.
  package var descriptor: Int32 { messages.number }

  /// To be asked once it is over.
  package var exit: ChildProcess.Exit { child.wait() }

  package func stop() { child.end() }

  /// Takes in what it has said, without waiting for more.
  package func read() {
    while true {
      switch buffer.withUnsafeMutableBytes({ messages.readBytes(into: $0) }) {
      case .bytes(let count):
        for byte in buffer[..<count] {
          if byte == 0x0A { endLine() } else if line.count < 300 { line.append(byte) }
        }
      case .nothingYet: return
      case .end, .failed:
        isOver = true
        return
      }
    }
  }

  /// The first line of trouble tells what it was; those about single files that are not there do not.
  private func endLine() {
    let text = String(decoding: line, as: UTF8.self)
    line.removeAll(keepingCapacity: true)
    guard text.hasPrefix("rsync: ") || text.hasPrefix("@ERROR: ") || text.hasPrefix("rsync error: ") else {
      return
    }
    if text.contains("No space left on device") || text.contains("Disk quota exceeded") { isDiskFull = true }
    guard reason == nil, !text.contains("link_stat"), let colon = text.firstIndex(of: ":") else { return }
    reason = String(text[colon...].dropFirst(2))
  }
}
