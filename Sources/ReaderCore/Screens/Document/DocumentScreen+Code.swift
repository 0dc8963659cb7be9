import RFCFormats
import RFCModel

/// The code of the text.
extension DocumentScreen {
  /// `:extract`: all of it, the piece that one stands at selected.
  mutating func openCode() {
    guard !isCover else { return }
    guard !reading.parsed.code.isEmpty else {
      message = Message("There is no code in this text.")
      return
    }
    reading.workOutOutline()
    let line = reading.lineLedTo ?? reading.line(atOrBelow: currentRow)
    outcome.list = CodeScreen(of: reading, at: line, in: window)
  }
}
