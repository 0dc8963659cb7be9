import CellGrid
import RFCModel

/// What has the window of a pane: a text, or a list. A value that answers commands and draws itself; what it wants of
/// the pane around it, it says in an ``Outcome``.
protocol Screen {
  /// The part of the terminal that it has.
  var window: Window { get set }
  /// Where the keys go.
  var context: Context { get }
  /// What is read, or what the keys are on.
  var selectedDocument: DocumentID? { get }
  /// What was typed to narrow what the keys go through: a list, the contents of a text.
  var filter: String { get }

  mutating func narrow(to filter: String)

  /// Answers a command; one that is not its own it leaves, see ``Outcome/unanswered``.
  mutating func run(_ command: Command, count: Count) -> Outcome

  /// Takes an answer of the program, or news. What is not for it changes nothing.
  mutating func take(_ event: ReaderEvent) -> Outcome

  /// The wheel, over something that was drawn; nil: over what fills the window.
  ///
  /// - Parameter rows: negative: up.
  mutating func scroll(by rows: Int, over spot: Spot?) -> Outcome

  /// The button of the mouse.
  mutating func press(_ spot: Spot?, at position: Position) -> Outcome

  /// - Parameter hasPrompt: the last row is the prompt's, whatever the window.
  func geometry(hasPrompt: Bool) -> Geometry

  /// All but the last row.
  func draw(_ geometry: Geometry, in canvas: inout Canvas)

  /// The numbers at the right end of the last row: `3 of 41`.
  var statusEnd: String { get }

  /// The left of the last row.
  ///
  /// - Parameter keyMap: the keys in force; nil: the default ones.
  func drawStatus(row: Int, column: Int, columns: Int, keyMap: KeyMap?, in frame: inout Frame)
}

extension Screen {
  var geometry: Geometry { geometry(hasPrompt: false) }

  /// Rows of text in the window, 1 at least.
  var pageRows: Int { max(1, geometry.textRows.count) }

  /// Half of the window; less counts its last row as well, and of an odd number the larger half.
  var usualHalf: Int { max(1, (window.isBare ? window.size.rows + 1 : pageRows) / 2) }
}
