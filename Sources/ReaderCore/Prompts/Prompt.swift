import CellGrid
import RFCModel

/// The row at the bottom while something is typed into it. Each kind says what is done with the line.
protocol Prompt: Sendable {
  var line: LineEditor { get set }
  /// What stands before the line: `/`, `Save as: `.
  var label: String { get }
  /// Where what was typed is kept; nil where it is of no use a second time.
  var history: PromptHistory? { get }
  /// What Tab completes to, in the order of the alphabet, whatever the case of their letters.
  var words: [String] { get }
  /// The path that Tab goes on with, at the end of ``LineEditor/stem``; nil where none is typed.
  var path: String? { get }
  /// Whether a list is behind it, which Up and Down, the pages and the mouse move in.
  var isOverList: Bool { get }

  /// A word or two at the right.
  ///
  /// - Parameter columns: of the pane.
  func hint(in pane: borrowing Pane, columns: Int) -> String

  /// Takes a key that means something of its own here; nil: it is for the line.
  mutating func take(_ key: Key, in pane: inout Pane) -> [Effect]?

  /// The line has changed. The prompt is open.
  func edited(in pane: inout Pane) -> [Effect]

  /// Enter. The prompt is closed.
  func confirmed(in pane: inout Pane) -> [Effect]

  /// ESC, or Backspace in an empty line. The prompt is closed.
  func givenUp(in pane: inout Pane) -> [Effect]

  /// The bookmarks that there are have come.
  mutating func take(_ bookmarks: [Bookmark], in pane: inout Pane)
}

extension Prompt {
  var history: PromptHistory? { nil }
  var words: [String] { [] }
  var path: String? { nil }
  var isOverList: Bool { false }
  /// What Tab would complete to.
  func hint(in pane: borrowing Pane, columns: Int) -> String {
    pane.message?.text ?? Completion(of: line.stem, among: words).hint
  }
  func take(_ key: Key, in pane: inout Pane) -> [Effect]? { nil }
  func edited(in pane: inout Pane) -> [Effect] { [] }
  func givenUp(in pane: inout Pane) -> [Effect] { [] }
  func take(_ bookmarks: [Bookmark], in pane: inout Pane) {}
}
