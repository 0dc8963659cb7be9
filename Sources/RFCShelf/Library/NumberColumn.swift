/// A column of whole numbers, and what it may hold. The file may be anybody's: it is read through the range, which keeps
/// sums and products of some of them from overflowing, and what is written lies in it.
struct NumberColumn: Hashable {
  let table: String
  let name: String
  let range: ClosedRange<Int>
  /// Whether NULL is something to say there.
  let isOptional: Bool

  init(_ table: String, _ name: String, _ range: ClosedRange<Int>, isOptional: Bool = false) {
    self.table = table
    self.name = name
    self.range = range
    self.isOptional = isOptional
  }

  /// Nil for a number that the column may not hold.
  func held(_ number: Int?) -> Int? { number.flatMap { range.contains($0) ? $0 : nil } }

  /// A condition that is true of all others.
  fileprivate var isWrong: String {
    "NOT (typeof(\(name)) = 'integer' AND \(name) BETWEEN \(range.lowerBound) AND \(range.upperBound)"
      + (isOptional ? " OR \(name) IS NULL)" : ")")
  }

  /// Numbers of RFCs.
  static let rfcNumbers = 1...999_999
  /// Numbers that are given one after the other. A full text of all there is has some hundred thousand.
  static let ids = 1...1 << 40
  /// Lines of a text, of which no more are read than 32 MiB.
  static let lines = 0...1 << 26
  /// To be compared with, and nothing else.
  static let anything = Int.min...Int.max
}

extension Database {
  /// Whether every number in some columns is one that can be there.
  func holdsOnly(_ columns: [NumberColumn]) throws(Problem) -> Bool {
    for (table, columns) in Dictionary(grouping: columns, by: \.table) {
      let wrong = columns.map(\.isWrong).joined(separator: " OR ")
      if try prepare("SELECT 1 FROM \(table) WHERE \(wrong) LIMIT 1").step() { return false }
    }
    return true
  }

  /// The first number of the first row.
  ///
  /// - Throws: damage where there is none.
  func number(_ query: String, in range: ClosedRange<Int>) throws(Problem) -> Int {
    let statement = try prepare(query)
    guard try statement.step() else { throw .wrongValue }
    return try statement.int(0, in: range)
  }
}
