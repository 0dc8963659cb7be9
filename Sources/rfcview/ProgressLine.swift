import CellGrid
import RFCTransfer
import StoreTerms

/// One line on standard error while a download goes on.
struct ProgressLine {
  private let isShown: Bool
  private var width = 0

  init(isShown: Bool) { self.isShown = isShown }

  mutating func show(_ progress: DownloadProgress, of resource: Resource) {
    switch progress {
    case .connecting: draw("\(resource)   connecting")
    case .receiving(let bytes, nil): draw("\(resource)   \(kilobytes(bytes))")
    case .receiving(let bytes, let expected?):
      let filled = expected > 0 ? min(24, bytes * 24 / expected) : 0
      let bar = Self.bar(filled: filled, of: 24)
      draw("\(resource)   \(kilobytes(bytes)) of \(kilobytes(expected))   \(bar)")
    case .waitingToRetry(let seconds): draw("\(resource)   the server is busy: asking again in \(seconds) s")
    case .finished, .notModified: break
    }
  }

  /// Leaves the line as if nothing had been there.
  mutating func clear() {
    guard isShown, width > 0 else { return }
    Output.error.send("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  static func bar(filled: Int, of width: Int) -> String {
    String(repeating: "\u{2588}", count: filled) + String(repeating: "\u{2591}", count: width - filled)
  }

  mutating func draw(_ text: String) {
    guard isShown else { return }
    // Blanks rather than an escape sequence: every terminal knows them.
    let text = printable(text)
    let columns = text.displayColumns
    Output.error.send("\r" + text + String(repeating: " ", count: max(0, width - columns)))
    width = max(width, columns)
  }

  private func kilobytes(_ bytes: Int) -> String { "\((bytes + 500) / 1000) kB" }
}
