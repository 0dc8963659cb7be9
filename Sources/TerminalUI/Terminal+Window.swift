import CLibrary
import CNCurses
import CellGrid

/// Its size, and giving it to others for a while.
extension Terminal {
  static var screenSize: Size {
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
    awaitAnswer()
    cnc_leave()
    cnc_stop()
    comeBack()
  }

  /// Gives the terminal to somebody else until `body` returns, then draws the screen as it was; `windowChanged`
  /// follows, because a window that changes meanwhile tells others.
  public func lend(_ body: () -> Void) {
    guard isOpen else { return }
    awaitAnswer()
    cnc_leave()
    body()
    comeBack()
  }

  private func comeBack() {
    guard isWanted else { return }
    cnc_note_signal(SIGWINCH)
    repaint()
  }

  /// Not when it has been continued to end, in the background as a rule: what changes the terminal there stops for good,
  /// and what is drawn there takes away what the shell shows.
  private var isWanted: Bool { isOpen && !cnc_is_told_to_end() }

  /// Puts a text into the clipboard of the terminal, which may or may not allow it. Source: xterm's control sequences,
  /// OSC 52.
  public func copyToClipboard(_ text: String) {
    guard isOpen else { return }
    let sequence = "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
    cnc_write(sequence, Int32(clamping: sequence.utf8.count))
  }

  /// Source: xterm's control sequences, OSC 2.
  func writeTitle() {
    guard isOpen, !title.isEmpty, cnc_modes() & Int32(CNC_TITLE) != 0 else { return }
    // To a terminal of another character set, half of a character may be a control character.
    let isUTF8 = String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    let shown = title.printable(limit: Self.titleColumns).unicodeScalars.filter { isUTF8 || $0.isASCII }
    let sequence = "\u{1B}]2;\(String(shown).fitted(columns: Self.titleColumns))\u{7}"
    cnc_write(sequence, Int32(clamping: sequence.utf8.count))
  }

  /// More than any window shows.
  private static let titleColumns = 200

  /// Makes what reading keys needs: for the moment after the first screen, so that not the first key waits for it.
  public func prepareForKeys() { _ = decoder }

  /// Draws the whole screen anew.
  public func redraw() {
    guard isWanted else { return }
    if isStale { cnc_leave() }
    repaint()
  }

  private func repaint() {
    isStale = false
    cnc_repaint()
    if let frame = shown {
      shown = nil
      show(frame)
    } else {
      cnc_flush()
    }
    writeTitle()
    // Coming back, ncurses looks at the window for itself.
    if Self.screenSize != size {
      size = Self.screenSize
      shown = nil
    }
  }
}
