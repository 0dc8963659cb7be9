import CellGrid
import RFCModel

/// What stands under the title: what obsoletes the document, in the colour of warnings, and what updates it. It goes on in
/// a second row where the window is high enough for that; what does not fit there is counted: `+3`.
struct Banner {
  struct Piece {
    let text: String
    /// From the banner's first one.
    let row: Int
    let column: Int
    let role: Role
    /// Set in a piece that leads to an RFC.
    let number: RFCNumber?
  }

  private(set) var pieces: [Piece] = []
  private var row = 0
  private var column = 1
  private let end: Int
  private let rows: Int

  /// - Parameter rows: how many it may take.
  init(_ standing: Standing, columns: Int, rows: Int) {
    end = columns - 1
    self.rows = rows
    if let first = standing.obsoletedBy.first {
      let date = standing.obsoletedOn.map { "(\($0))" } ?? ""
      add("Obsoleted by RFC ", .warning)
      add("\(first)", .warning, number: first)
      add(standing.obsoletedBy.dropFirst(), .warning)
      if column + 1 + date.displayColumns > end, beginRow() { column -= 1 }
      if !date.isEmpty { add(" " + date, .warning) }
      column += 3
    }
    guard let first = standing.updatedBy.first else { return }
    let label = "Updated by "
    let whole = label + standing.updatedBy.map { "\($0)" }.joined(separator: ", ")
    if !pieces.isEmpty, column + whole.displayColumns > end { beginRow() }
    guard end - column >= label.count + 4 else { return }
    add(label, .dimmed)
    add("\(first)", .text, number: first)
    add(standing.updatedBy.dropFirst(), .text)
  }

  /// The RFCs that can be followed to, from the left.
  var numbers: [RFCNumber] { pieces.compactMap(\.number) }

  var rowCount: Int { (pieces.last?.row ?? 0) + 1 }

  /// - Returns: false where there is none left.
  @discardableResult
  private mutating func beginRow() -> Bool {
    guard row + 1 < rows else { return false }
    row += 1
    column = 1
    return true
  }

  private mutating func add(_ text: String, _ role: Role, number: RFCNumber? = nil) {
    let shown = text.fitted(columns: max(0, end - column))
    guard !shown.isEmpty else { return }
    pieces.append(
      Piece(text: shown, row: row, column: column, role: role, number: shown == text ? number : nil))
    column += shown.displayColumns
  }

  private mutating func add(_ numbers: ArraySlice<RFCNumber>, _ role: Role) {
    for (offset, number) in numbers.enumerated() {
      let text = "\(number)"
      let rest = numbers.count - offset - 1
      // Room for the comma behind it, or in the last row for the count of the others.
      let reserve = rest == 0 ? 0 : row + 1 < rows ? 1 : 2 + String(rest).count
      if column + 2 + text.count + reserve <= end {
        add(", ", role)
      } else if row + 1 < rows {
        add(",", role)
        beginRow()
      } else {
        add(" +\(rest + 1)", role)
        return
      }
      add(text, role, number: number)
    }
  }
}

func drawBanner(
  _ banner: Banner, focus: LinkFocus?, hints: LinkHints?, row first: Int, in canvas: inout Canvas
) {
  var links = 0
  for piece in banner.pieces {
    let row = first + piece.row
    var role = piece.role
    let link = piece.number.map { _ in LinkFocus.banner(links) }
    if link != nil {
      if focus == link { role = .focusedLink }
      links += 1
    }
    let width = canvas.frame.put(piece.text, row: row, column: piece.column, role: role)
    if let link {
      canvas.mark(.link(link), rows: row..<row + 1, columns: piece.column..<piece.column + width)
    }
    if let hint = link.flatMap({ hints?.rest(for: $0) }) {
      canvas.frame.put(hint, row: row, column: piece.column, role: .currentMatch)
    }
  }
}
