import CNCurses
import CellGrid

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal: shows frames, reports keys and signals. There is one in a process, and it belongs to one thread.
///
/// It is restored by ``close()``, when the object ends, around ``suspend()`` and by a crash.
public final class Terminal {
  /// The window in cells, as of the last ``updateSize()``.
  public private(set) var size: Size
  /// Readable when there are keys; also at the end of the input.
  public let inputDescriptor: Int32
  /// Readable when there are signals.
  public let signalDescriptor: Int32
  /// What was asked for. Shown is the nearest that the terminal can.
  public var theme: Theme {
    didSet { if theme != oldValue { makeStyles() } }
  }

  /// Looks of single roles, over the theme's.
  private let roles: [Role: Style]
  private let outputDescriptor: Int32
  private let ownsInput: Bool
  private var isOpen = true
  /// Another program may have drawn on the screen, and changed its modes.
  private var isStale = false
  /// Nil where the screen is not known.
  private var shown: Frame?
  /// Of ``shown``.
  private var shownRows = RowDigests()
  /// Made with the first key: a tenth of a millisecond that the first screen need not wait for.
  private lazy var decoder = KeyDecoder(sequences: Self.keySequences())
  /// By role and emphasis: attributes and a colour pair.
  private var looks: [Look] = []
  /// Foreground and background, -1 the terminal's own; the first is pair 1.
  private var pairs: [(Int32, Int32)] = []
  private var line: [cnc_cell] = []

  /// How long a lone ESC waits for the rest of a sequence, in milliseconds. The first bytes of one come together
  /// even over a slow line.
  private static let escapeDelay: Int32 = 25

  /// Opens the screen on standard output. Keys come from standard input, or, where that is no terminal, from the
  /// controlling terminal.
  public convenience init(theme: Theme, roles: [Role: Style] = [:]) throws(TerminalError) {
    if isatty(STDIN_FILENO) == 1 {
      try self.init(theme: theme, roles: roles, input: STDIN_FILENO, output: STDOUT_FILENO)
    } else {
      let input = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
      guard input >= 0 else { throw .noInput(errno) }
      try self.init(theme: theme, roles: roles, input: input, output: STDOUT_FILENO)
    }
  }

  /// - Parameters:
  ///   - input: closed in the end unless it is standard input.
  ///   - output: of the same terminal.
  ///   - name: in the terminfo database; that of `TERM` where it is nil.
  init(
    theme: Theme, roles: [Role: Style] = [:], input: Int32, output: Int32, name: String? = nil
  ) throws(TerminalError) {
    let signals = cnc_watch_signals()
    let status = signals < 0 ? CNC_OPENED : Int(cnc_open(name, input, output))
    guard signals >= 0, status == CNC_OPENED else {
      let error = errno
      cnc_unwatch_signals()
      if input != STDIN_FILENO { Self.closeDescriptor(input) }
      let name = name ?? getenv("TERM").map { String(cString: $0) } ?? ""
      if signals < 0 { throw .noPipe(error) }
      if name.isEmpty { throw .unnamed }
      throw status == CNC_UNKNOWN_TERMINAL ? .unknown(name) : .cannotMoveCursor(name)
    }
    self.theme = theme
    self.roles = roles
    inputDescriptor = input
    ownsInput = input != STDIN_FILENO
    outputDescriptor = output
    signalDescriptor = signals
    size = Self.screenSize
    makeStyles()
  }

  deinit { close() }

  /// Gives the terminal back as it was. Further calls do nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cnc_close()
    cnc_unwatch_signals()
    if ownsInput { Self.closeDescriptor(inputDescriptor) }
  }

  private static func closeDescriptor(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }
}

// MARK: - Size and suspension

extension Terminal {
  private static var screenSize: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cnc_screen_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Asks the window for its size, and has all drawn anew where it has changed.
  @discardableResult public func updateSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard isOpen, cnc_window_size(outputDescriptor, &columns, &rows) else { return size }
    let new = Size(columns: Int(columns), rows: Int(rows))
    if new != size {
      cnc_resize(columns, rows)
      size = Self.screenSize
      shown = nil
    }
    return size
  }

  /// Gives the terminal back and stops the process group, as ^Z does. Returns when it is continued, the screen drawn
  /// as it was; `windowChanged` follows, because a window that changes meanwhile tells others.
  public func suspend() {
    guard isOpen else { return }
    cnc_leave()
    cnc_stop()
    cnc_note_signal(SIGWINCH)
    repaint()
  }

  /// Gives the terminal to somebody else until `body` returns, then draws the screen as it was; `windowChanged`
  /// follows, because a window that changes meanwhile tells others.
  public func lend(_ body: () -> Void) {
    guard isOpen else { return }
    cnc_leave()
    body()
    cnc_note_signal(SIGWINCH)
    repaint()
  }

  /// Puts a text into the clipboard of the terminal, which may or may not allow it. Source: xterm's control sequences,
  /// OSC 52.
  public func copyToClipboard(_ text: String) {
    guard isOpen else { return }
    let sequence = Array("\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}".utf8)
    var written = 0
    while written < sequence.count {
      let count = sequence.withUnsafeBytes {
        write(outputDescriptor, $0.baseAddress.map { $0 + written }, sequence.count - written)
      }
      if count <= 0, errno != EINTR, errno != EAGAIN { return }
      written += max(0, count)
    }
  }

  /// Makes what reading keys needs: for the moment after the first screen, so that not the first key waits for it.
  public func prepareForKeys() { _ = decoder }

  /// Draws the whole screen anew.
  public func redraw() {
    guard isOpen else { return }
    if isStale { cnc_leave() }
    repaint()
  }

  private func repaint() {
    isStale = false
    cnc_repaint()
    cnc_flush()
    // Coming back, ncurses looks at the window for itself.
    if Self.screenSize != size {
      size = Self.screenSize
      shown = nil
    }
  }
}

// MARK: - Drawing

extension Terminal {
  private struct Look {
    var attributes: UInt16 = 0
    var pair: UInt16 = 0
  }

  /// Draws what differs from the frame before, with one flush. What does not fit into the window is left out.
  public func show(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    let old = shown.flatMap { $0.size == frame.size ? $0 : nil }
    for row in 0..<min(size.rows, frame.size.rows) {
      let cells = frame.row(row).prefix(size.columns)
      if let old {
        draw(cells, over: old.row(row).prefix(size.columns), row: row)
      } else {
        draw(cells, from: 0, row: row)
      }
    }
    let rows = RowDigests(frame)
    if old != nil { keepFromScrolling(from: shownRows, to: rows) }
    let cursor = frame.cursor ?? Position(column: -1, row: -1)
    cnc_set_cursor(Int32(clamping: cursor.row), Int32(clamping: cursor.column))
    cnc_flush()
    shown = frame
    shownRows = rows
  }

  /// ncurses would find the rows that stand elsewhere now and move them by SU and SD (ECMA-48), which many emulators
  /// do not know, whatever their terminfo entry says. By one row it uses what works everywhere.
  private func keepFromScrolling(from old: RowDigests, to new: RowDigests) {
    guard new.hasMovedRows(from: old), !new.isScrolledByOne(from: old) else { return }
    for row in new.digests.indices where new.digests[row] != old.digests[row] {
      cnc_forget(Int32(clamping: row))
    }
  }

  /// Draws from the first cell to the last that differ.
  private func draw(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>, row: Int) {
    guard cells.count == old.count, let offset = zip(cells, old).firstOffset(where: { $0 != $1 }) else {
      return
    }
    var first = cells.startIndex + offset
    var last = cells.endIndex - 1
    let shift = old.startIndex - cells.startIndex
    while last > first, cells[last] == old[last + shift] { last -= 1 }
    // Both halves of a wide character, or none.
    while first > cells.startIndex, cells[first].isRightHalf { first -= 1 }
    if last + 1 < cells.endIndex, cells[last + 1].isRightHalf { last += 1 }
    draw(cells[first...last], from: first - cells.startIndex, row: row)
  }

  private func draw(_ cells: ArraySlice<Cell>, from column: Int, row: Int) {
    line.removeAll(keepingCapacity: true)
    for cell in cells {
      let look = looks[Self.lookIndex(cell.role, cell.emphasis)]
      line.append(
        cnc_cell(base: cell.base, marks: cell.marks, attributes: look.attributes, pair: look.pair))
    }
    cnc_put(Int32(clamping: row), Int32(clamping: column), line, Int32(clamping: line.count))
  }

  private static func lookIndex(_ role: Role, _ emphasis: Emphasis) -> Int {
    Int(role.rawValue) << 2 | Int(emphasis.rawValue & 3)
  }

  private func makeStyles() {
    let theme = theme.fitting(colours: Int(cnc_colours()))
    looks = Array(repeating: Look(), count: Role.allCases.count << 2)
    for role in Role.allCases {
      for emphasis in [[], .bold, .underline, [.bold, .underline]] as [Emphasis] {
        looks[Self.lookIndex(role, emphasis)] = look(theme.style(role, emphasis: emphasis, own: roles))
      }
    }
    shown = nil
  }

  private func look(_ style: Style) -> Look {
    var look = Look()
    if style.isBold { look.attributes |= UInt16(CNC_BOLD) }
    if style.isUnderlined { look.attributes |= UInt16(CNC_UNDERLINE) }
    if style.isReversed { look.attributes |= UInt16(CNC_REVERSE) }
    if style.foreground == nil, style.background == nil { return look }
    let colours = (style.foreground.map { Int32($0) } ?? -1, style.background.map { Int32($0) } ?? -1)
    let index = pairs.firstIndex { $0 == colours } ?? pairs.count
    look.pair = UInt16(index + 1)
    if index == pairs.count {
      pairs.append(colours)
      cnc_set_pair(Int32(look.pair), colours.0, colours.1)
    }
    return look
  }
}

extension Sequence {
  fileprivate func firstOffset(where predicate: (Element) -> Bool) -> Int? {
    enumerated().first { predicate($0.element) }?.offset
  }
}

// MARK: - Keys and signals

extension Terminal {
  /// The keys that have come. Waits, for 25 ms, only where a lone ESC or half a character is all there is.
  ///
  /// The end of the input is reported as a ``TerminalSignal/hangup``.
  public func readEvents() -> [TerminalEvent] {
    guard isOpen else { return [] }
    var keys: [Key] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // A paste without end does not keep the screen from being drawn.
    while keys.count < buffer.count {
      guard isReadable(within: decoder.isWaiting ? Self.escapeDelay : 0) else {
        keys += decoder.finish()
        break
      }
      let count = read(inputDescriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else {
        cnc_note_signal(SIGHUP)
        break
      }
      keys += decoder.decode(buffer[..<count])
    }
    return keys.map { .key($0) }
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

  private static func keySequences() -> [KeyDecoder.Sequence] {
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

/// A number for each row of a frame, alike for rows that look alike; 0 for a blank one.
private struct RowDigests {
  private(set) var digests: [UInt64] = []

  init() {}

  init(_ frame: Frame) {
    digests = (0..<frame.size.rows).map { row in
      frame.row(row).withUnsafeBufferPointer { cells in
        var digest: UInt64 = 0
        for cell in cells where cell.base != 0x20 || digest != 0 {
          // FNV-1a over characters and roles.
          digest = (digest ^ UInt64(cell.base) ^ UInt64(cell.role.rawValue) << 32) &* 0x100_0000_01B3
        }
        return digest
      }
    }
  }

  /// True where a row with text on it stands where another one stood before.
  func hasMovedRows(from old: RowDigests) -> Bool {
    digests.indices.contains { row in
      digests[row] != 0 && old.digests.indices.contains { $0 != row && old.digests[$0] == digests[row] }
    }
  }

  /// True where most rows with text on them stand one row higher or lower than before.
  func isScrolledByOne(from old: RowDigests) -> Bool {
    var rows = 0
    var up = 0
    var down = 0
    for row in old.digests.indices where old.digests[row] != 0 {
      rows += 1
      if row > 0, digests[row - 1] == old.digests[row] { up += 1 }
      if row + 1 < digests.count, digests[row + 1] == old.digests[row] { down += 1 }
    }
    return max(up, down) * 2 > rows
  }
}
