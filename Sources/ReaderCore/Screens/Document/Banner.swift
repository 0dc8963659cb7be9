import CellGrid
import RFCModel

/// The row under the title: what obsoletes the document, in the colour of warnings, and what updates it. What does not
/// fit is counted: `+3`.
struct BannerRow {
  struct Piece {
    let text: String
    let column: Int
    let role: Role
    /// Set in a piece that leads to an RFC.
    let number: RFCNumber?
  }

  private(set) var pieces: [Piece] = []
  private var column = 1
  private let end: Int

  init(_ standing: Standing, columns: Int) {
    end = columns - 1
    if let first = standing.obsoletedBy.first {
      let date = standing.obsoletedOn.map { " (\($0))" } ?? ""
      add("Obsoleted by RFC ", .warning)
      add("\(first)", .warning, number: first)
      add(standing.obsoletedBy.dropFirst(), .warning)
      add(date, .warning)
      column += 3
    }
    guard let first = standing.updatedBy.first else { return }
    let label = "Updated by "
    guard end - column >= label.count + 4 else { return }
    add(label, .dimmed)
    add("\(first)", .text, number: first)
    add(standing.updatedBy.dropFirst(), .text)
  }

  /// The RFCs that can be followed to, from the left.
  var numbers: [RFCNumber] { pieces.compactMap(\.number) }

  private mutating func add(_ text: String, _ role: Role, number: RFCNumber? = nil) {
    let shown = text.fitted(columns: max(0, end - column))
    guard !shown.isEmpty else { return }
    pieces.append(Piece(text: shown, column: column, role: role, number: shown == text ? number : nil))
    column += shown.displayColumns
  }

  private mutating func add(_ numbers: ArraySlice<RFCNumber>, _ role: Role) {
    for (offset, number) in numbers.enumerated() {
      let text = "\(number)"
      let rest = numbers.count - offset - 1
      // Room for the count of the others, where there are more.
      let reserve = rest > 0 ? 2 + String(rest).count : 0
      guard column + 2 + text.count + reserve <= end else {
        add(" +\(rest + 1)", role)
        return
      }
      add(", ", role)
      add(text, role, number: number)
    }
  }
}

func drawBanner(
  _ standing: Standing, focus: LinkFocus?, hints: LinkHints?, row: Int, in canvas: inout Canvas
) {
  var links = 0
  for piece in BannerRow(standing, columns: canvas.frame.size.columns).pieces {
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
      canvas.frame.put(hint: hint, row: row, before: piece.column, in: 0..<canvas.frame.size.columns)
    }
  }
}
