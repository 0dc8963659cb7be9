import CellGrid
import RFCModel

/// The row under the title: what obsoletes the document and what is in force in its place, in the colour of warnings, and
/// what updates it. Numbers are links. What does not fit is counted: `+3`.
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
    if !standing.obsoletedBy.isEmpty {
      addSuccessors(standing)
      column += 3
    }
    let label = "Updated by "
    guard !standing.updatedBy.isEmpty, end - column >= label.count + 4 else { return }
    add(label, .dimmed)
    add(standing.updatedBy, .dimmed)
  }

  /// The RFCs that can be followed to, from the left.
  var numbers: [RFCNumber] { pieces.compactMap(\.number) }

  /// `Obsoleted by 7230-7235; in force: 9110, 9111, 9112`.
  private mutating func addSuccessors(_ standing: Standing) {
    let label = "Obsoleted by "
    let (direct, inForce) = (standing.obsoletedBy, standing.inForce)
    if Set(direct) == Set(inForce) {
      add(label, .warning)
      return add(direct, .warning)
    }
    // What is in force is what one wants to know: the way there gives room to the first of it, or is left out.
    let next = "; in force: "
    let reserve = next.count + Self.leastWidth(of: inForce)
    let showsDirect = column + label.count + Self.leastWidth(of: direct) + reserve <= end
    add(showsDirect ? label : "Obsolete", .warning)
    if showsDirect {
      add(direct, .warning, end: end - reserve) { inForce.contains($0) ? .link : .obsoleteLink }
    }
    add(next, .warning)
    add(inForce, .warning)
  }

  /// Columns of the first of some numbers and the count of the others.
  private static func leastWidth(of numbers: [RFCNumber]) -> Int {
    let first = numbers.first.map { "\($0)".count } ?? 0
    return numbers.count > 1 ? first + " +\(numbers.count - 1)".count : first
  }

  private mutating func add(_ text: String, _ role: Role, number: RFCNumber? = nil) {
    let shown = text.fitted(columns: max(0, end - column))
    guard !shown.isEmpty else { return }
    pieces.append(Piece(text: shown, column: column, role: role, number: shown == text ? number : nil))
    column += shown.displayColumns
  }

  /// - Parameters:
  ///   - role: of what stands between them.
  ///   - limit: the column that they end before; that of the row unless told.
  private mutating func add(
    _ numbers: [RFCNumber], _ role: Role, end limit: Int? = nil, link: (RFCNumber) -> Role = { _ in .link }
  ) {
    let limit = limit ?? end
    var rest = numbers.count
    for run in NumberRun.all(in: numbers) {
      let separator = rest < numbers.count ? ", " : ""
      // Room for the count of the others, where there are more.
      func fits(_ text: String, leaving rest: Int) -> Bool {
        column + separator.count + text.count + (rest > 0 ? " +\(rest)".count : 0) <= limit
      }
      if fits(run.text, leaving: rest - run.count) {
        add(separator, role)
        add("\(run.first)", link(run.first), number: run.first)
        if run.count > 1 {
          add("-", role)
          add("\(run.last)", link(run.last), number: run.last)
        }
        rest -= run.count
        continue
      }
      if rest == numbers.count || fits("\(run.first)", leaving: rest - 1) {
        add(separator, role)
        add("\(run.first)", link(run.first), number: run.first)
        rest -= 1
      }
      if rest > 0 { add(" +\(rest)", role) }
      return
    }
  }
}

/// A number, or four or more that follow one another: `9110`, `7230-7235`.
private struct NumberRun {
  let first: RFCNumber
  var last: RFCNumber

  var count: Int { last.value - first.value + 1 }
  var text: String { count > 1 ? "\(first)-\(last)" : "\(first)" }

  static func all(in numbers: [RFCNumber]) -> [NumberRun] {
    var runs: [NumberRun] = []
    for number in Set(numbers).sorted() {
      if let run = runs.last, number.value == run.last.value + 1 {
        runs[runs.count - 1].last = number
      } else {
        runs.append(NumberRun(first: number, last: number))
      }
    }
    return runs.flatMap { run in
      run.count >= 4
        ? [run]
        : numbersBetween(run).map { NumberRun(first: $0, last: $0) }
    }
  }

  private static func numbersBetween(_ run: NumberRun) -> [RFCNumber] {
    (run.first.value...run.last.value).compactMap { RFCNumber($0) }
  }
}

func drawBanner(of reading: Reading, focus: LinkFocus?, hints: LinkHints?, row: Int, in canvas: inout Canvas)
{
  guard let standing = reading.standing else { return }
  var links = 0
  for piece in BannerRow(standing, columns: canvas.frame.size.columns).pieces {
    var role = piece.role
    let link = piece.number.map { _ in LinkFocus.banner(links) }
    if let number = piece.number {
      if reading.cited[number]?.isObsolete ?? false { role = .obsoleteLink }
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
