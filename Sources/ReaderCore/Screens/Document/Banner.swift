import CellGrid
import RFCModel

/// What stands under the title: what obsoletes the document and what is in force in its place, in the colour of warnings,
/// and what updates it. Numbers are links. It goes on in a second row where the window is high enough for that; what does
/// not fit there is counted: `+3`.
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
    if !standing.obsoletedBy.isEmpty {
      addSuccessors(standing)
      column += 3
    }
    // What there is most of comes last.
    let whole = Self.words(ofUpdates: standing) + "   " + standing.errata.words
    if standing.updatedBy.isEmpty || column + whole.displayColumns > end {
      addErrata(standing.errata)
      addUpdates(standing)
    } else {
      addUpdates(standing)
      addErrata(standing.errata)
    }
  }

  private static let updatesLabel = "Updated by "

  private static func words(ofUpdates standing: Standing) -> String {
    updatesLabel + NumberRun.all(in: standing.updatedBy).map(\.text).joined(separator: ", ")
  }

  private mutating func addUpdates(_ standing: Standing) {
    if standing.updatedBy.isEmpty { return }
    let label = Self.updatesLabel
    let whole = Self.words(ofUpdates: standing)
    if !pieces.isEmpty, column + whole.displayColumns > end { beginRow() }
    guard end - column >= label.count + 4 else { return }
    add(label, .dimmed)
    add(standing.updatedBy, .dimmed)
    column += 3
  }

  /// `7 errata (3 verified technical)`, or what of it there is room for.
  private mutating func addErrata(_ count: ErrataCount) {
    guard count.all > 0 else { return }
    let brief = ErrataCount(all: count.all, verifiedTechnical: 0).words
    if !pieces.isEmpty, column + count.words.displayColumns > end { beginRow() }
    let room = end - column
    let words = count.words.displayColumns <= room ? count.words : brief
    guard words.displayColumns <= room else { return }
    add(words, count.verifiedTechnical > 0 ? .warning : .dimmed)
    column += 3
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

  /// - Parameters:
  ///   - role: of what stands between them.
  ///   - limit: the column that they end before, in this row; that of the last row unless told.
  private mutating func add(
    _ numbers: [RFCNumber], _ role: Role, end limit: Int? = nil, link: (RFCNumber) -> Role = { _ in .link }
  ) {
    var rest = numbers.count
    for run in NumberRun.all(in: numbers) {
      let mayGoOn = limit == nil && row + 1 < rows
      var separator = rest < numbers.count ? ", " : ""
      // Room for the comma behind it or, in the last row, for the count of the others.
      func fits(_ text: String, leaving rest: Int) -> Bool {
        let others = rest == 0 ? 0 : mayGoOn ? 1 : " +\(rest)".count
        return column + separator.count + text.count + others <= limit ?? end
      }
      if mayGoOn, rest < numbers.count, !fits(run.text, leaving: rest - run.count) {
        add(",", role)
        beginRow()
        separator = ""
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

func drawBanner(
  _ banner: Banner, of reading: Reading, focus: LinkFocus?, hints: LinkHints?, row first: Int,
  in canvas: inout Canvas
) {
  var links = 0
  for piece in banner.pieces {
    let row = first + piece.row
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
