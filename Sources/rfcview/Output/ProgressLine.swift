import CellGrid
import RFCDesk
import Unix

/// How far something is, on standard error: on a terminal one line that is drawn again and again; elsewhere, of what
/// takes long, a line every ten seconds.
struct ProgressLine {
  private let isTerminal = Output.error.isTerminal
  private var width = 0
  /// Milliseconds of the clock that only goes forward: when it began, and when it was last shown.
  private var start: Int?
  private var shown = 0

  mutating func show(_ progress: DeskProgress) {
    let now = Clock.milliseconds
    if start == nil {
      start = now
      shown = now
    }
    guard isTerminal || progress.isLong, now >= shown + (isTerminal ? progress.pause : 10_000),
      let words = progress.words(after: Double(now - (start ?? now)) / 1000, hasBar: isTerminal)
    else { return }
    shown = now
    if isTerminal { draw(words) } else { Output.error.write("rfcview: \(words)\n") }
  }

  /// Leaves the line as if nothing had been there; what is shown next begins anew.
  mutating func clear() {
    start = nil
    guard width > 0 else { return }
    Output.error.send("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  private mutating func draw(_ text: String) {
    // Blanks rather than an escape sequence: every terminal knows them.
    let text = printable(text)
    let columns = text.displayColumns
    Output.error.send("\r" + text + String(repeating: " ", count: max(0, width - columns)))
    width = max(width, columns)
  }
}
