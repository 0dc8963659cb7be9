import CNCurses
import CellGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keys and signals.
extension Terminal {
  /// What has come, once ``inputDescriptor`` is readable. Waits only where that is half of something: for 25 ms behind
  /// a lone ESC, for a second in the middle of a paste.
  ///
  /// The end of the input is reported as a ``TerminalSignal/hangup``.
  public func readEvents() -> [TerminalEvent] {
    guard isOpen else { return [] }
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
      events += decoder.decode(buffer[..<count])
      let isAll = count < buffer.count && decoder.patience == 0
      // A paste without end does not keep the screen from being drawn.
      if isAll || total >= 64 << 10 { return events }
      guard isReadable(within: decoder.patience) else { return events + decoder.finish() }
    }
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

  private func isReadable(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&descriptor, 1, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count > 0
    }
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
