import RFCModel
import StoreTerms
import Unix

/// One run of curl: one request, one response, no redirect followed.
final class CurlTransfer {
  enum Event {
    /// A part of the body; the head that it belongs to is in ``report``.
    case body(ArraySlice<UInt8>)
    case nothingYet
    /// Everything has been read; ``exit()`` says how it ended.
    case ended
    /// A megabyte of header fields or of 1xx responses, and no end.
    case endlessHead
  }

  let url: WebURL
  private(set) var report = CurlReport()
  /// Nanoseconds of the monotonic clock, when curl last said or sent anything.
  private(set) var lastActivity = Clock.monotonic
  private let child: ChildProcess
  private var body: Descriptor?
  private var messages: Descriptor?
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var line: [UInt8] = []
  private var headBytes = 0
  private let trace: ((String) -> Void)?

  /// - Parameter trace: is given the lines of the conversation, as curl prints them.
  init(_ command: CurlCommand, url: WebURL, trace: ((String) -> Void)?) throws(ChildProcess.StartError) {
    self.url = url
    self.trace = trace
    guard let body = try? Descriptor.pair(), let messages = try? Descriptor.pair() else {
      throw .current
    }
    child = try ChildProcess(
      path: command.path, arguments: command.arguments, environment: command.environment,
      input: command.input, output: body.childs, messages: messages.childs)
    self.body = body.ours
    self.messages = messages.ours
  }

  /// To be polled for reading; empty when curl has closed both.
  var descriptors: [Int32] { [messages, body].compactMap { $0?.number } }

  var childID: Int32 { child.id }

  /// What has arrived next, without waiting for it.
  func next() -> Event {
    // The body is read before the messages, and handed on after them: curl tells the head before it writes what
    // follows it, so the head of these bytes is known by then.
    var result = Event.nothingYet
    if let body {
      switch read(from: body) {
      case .bytes(let count): result = .body(Array(buffer[..<count])[...])
      case .nothingYet: break
      case .end, .failed: self.body = nil
      }
    }
    reading: while let messages {
      switch read(from: messages) {
      case .bytes(let count):
        take(in: buffer[..<count])
        if headBytes > 1 << 20 { return .endlessHead }
      case .nothingYet: break reading
      case .end, .failed: self.messages = nil
      }
    }
    if case .nothingYet = result, body == nil, messages == nil { return .ended }
    return result
  }

  /// To be asked once ``next()`` has said that it has ended.
  func exit() -> ChildProcess.Exit { child.wait() }

  func cancel() {
    child.end()
    body = nil
    messages = nil
  }

  private func read(from descriptor: Descriptor) -> ReadResult {
    let result = buffer.withUnsafeMutableBytes { descriptor.readBytes(into: $0) }
    if case .bytes = result { lastActivity = Clock.monotonic }
    return result
  }

  private func take(in bytes: ArraySlice<UInt8>) {
    if !report.isHeadComplete { headBytes += bytes.count }
    for byte in bytes {
      if byte == 0x0A {
        endLine()
      } else if line.count < 8192 {
        line.append(byte)
      }
    }
  }

  private func endLine() {
    if line.last == 0x0D { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    line.removeAll(keepingCapacity: true)
    report.accept(text)
    if let trace, let shown = TraceLine.shown(text) { trace(shown) }
  }
}
