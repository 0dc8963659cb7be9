import CLibrary
import CNCurses
import CellGrid
import Unix

/// Keys and signals.
extension Terminal {
  /// What has come, once ``inputDescriptor`` is readable or ``inputTimeout`` is over. Waits only where that may be half
  /// of a key, for 25 ms.
  ///
  /// The end of the input is reported as a ``TerminalSignal/hangup``.
  public func readEvents() -> [TerminalEvent] {
    guard isOpen else { return [] }
    if stall != nil, !isReadable(inputDescriptor, within: 0) { return inputTimeout == 0 ? finishInput() : [] }
    var events: [TerminalEvent] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    var total = 0
    while true {
      let count = read(inputDescriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return events }
      guard count > 0 else {
        cnc_note_signal(SIGHUP)
        return events
      }
      total += count
      let now = Clock.milliseconds
      events += decoder.decode(buffer[..<count], after: now - lastInput)
      lastInput = now
      let patience = patience(at: now)
      // A paste without end does not keep the screen from being drawn.
      if count < buffer.count && patience == 0 || total >= 64 << 10 { return events }
      if patience > KeyDecoder.shortPatience {
        guard isReadable(inputDescriptor, within: 0) else { return events }
      } else if !isReadable(inputDescriptor, within: patience) {
        return events + finishInput()
      }
    }
  }

  /// Milliseconds until ``readEvents()`` is to be called though nothing has come; nil where nothing is half here.
  public var inputTimeout: Int32? {
    stall.map { Int32(clamping: max(0, $0.until - Clock.milliseconds)) }
  }

  private func finishInput() -> [TerminalEvent] {
    stall = nil
    return decoder.finish()
  }

  /// The decoder's, as long as what it waits for does not take too long altogether: then every pause ends it, and the
  /// keys are keys again.
  private func patience(at now: Int) -> Int32 {
    let patience = decoder.patience
    guard patience > KeyDecoder.shortPatience else {
      stall = nil
      return patience
    }
    let since = stall?.since ?? now
    stall = (since, now + Int(patience))
    return now - since < Self.longestStall ? patience : KeyDecoder.shortPatience
  }

  /// In milliseconds: a full paste by a slow line.
  private static let longestStall = 10_000

  /// Asks for the background. The answer is an event, at some time or never; it is not asked for where the terminal may
  /// show the question. Source: xterm's control sequences, OSC 11.
  public func askForBackground() {
    guard isOpen, cnc_takes_osc() else { return }
    // Every terminal answers what kind it is, so that one knows when the other answer will not come.
    let question = "\u{1B}]11;?\u{7}\u{1B}[c"
    cnc_write(question, Int32(clamping: question.utf8.count))
    decoder.isAnswerDue = true
    asked = Clock.milliseconds
  }

  /// Waits for an answer that is on its way: once the terminal is somebody else's, it would be typed there.
  func awaitAnswer() {
    // One that has not come for a second will not.
    let end = min(Clock.milliseconds + 100, asked + 1000)
    while isOpen, decoder.isAnswerDue, case let left = end - Clock.milliseconds, left > 0,
      isReadable(inputDescriptor, within: Int32(clamping: left))
    {
      // The keys among it were typed for a reader that is not there any more.
      _ = readEvents()
    }
    decoder.isAnswerDue = false
  }

  /// The signals that have come, each once.
  public func readSignals() -> [TerminalSignal] {
    guard isOpen else { return [] }
    var signals: [TerminalSignal] = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(signalDescriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in buffer[..<count] {
        guard let signal = TerminalSignal(number: Int32(byte)), !signals.contains(signal) else { continue }
        signals.append(signal)
      }
    }
    if signals.contains(.continued) { isStale = true }
    return signals
  }

  static func keySequences() -> [KeyDecoder.Sequence] {
    let keys: [Key] =
      [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backTab, .enter, .home,
        .end,
      ] + (1...12).map { .function($0) }
    var sequences: [KeyDecoder.Sequence] = []
    for (index, key) in keys.enumerated() {
      guard let sequence = cnc_key_sequence(Int32(index)) else { continue }
      let bytes = UnsafeRawBufferPointer(start: sequence, count: strlen(sequence))
      // A single control character means what it means everywhere.
      if bytes.count > 1, bytes[0] == 0x1B { sequences.append(.init(bytes: Array(bytes), key: key)) }
    }
    return sequences
  }
}
