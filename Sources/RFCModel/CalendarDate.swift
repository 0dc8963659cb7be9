/// A month of a year, or a day of it.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1...9999.
  public let year: Int
  /// 1...12.
  public let month: Int
  /// 1...31; nil where only the month is known.
  public let day: Int?

  /// Nil for what is no date.
  public init?(year: Int, month: Int, day: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day ?? 1) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// As it is printed: `February 2006`, `28 August 1980`, `06 Nov 1994`, `September 28, 1970`. Nil for anything else.
  public init?(printed text: some StringProtocol) {
    let words = text.utf8.split(separator: 0x20).map { word in
      [0x2C, 0x2E].contains(word.last) ? word.dropLast() : word
    }
    guard (2...3).contains(words.count), let year = Self.number(words[words.count - 1], digits: 4...4),
      let position = words.dropLast().firstIndex(where: { Self.month(named: $0) != nil }),
      let month = Self.month(named: words[position])
    else { return nil }
    var day: Int?
    if words.count == 3 {
      guard let number = Self.number(words[1 - position], digits: 1...2) else { return nil }
      day = number
    }
    self.init(year: year, month: month, day: day)
  }

  /// As ISO 8601 has it: `2022-08`, `2022-04-01`. Nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let numbers = parts.enumerated().map { Self.number($1, digits: $0 == 0 ? 4...4 : 2...2) }
    guard (2...3).contains(numbers.count), let year = numbers[0], let month = numbers[1] else { return nil }
    if numbers.count == 3, numbers[2] == nil { return nil }
    self.init(year: year, month: month, day: numbers.count == 3 ? numbers[2] : nil)
  }

  /// The inverse of ``init(iso:)``, from the year 1000 on.
  public var iso: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }

  /// The month that a word names: `September`, `Sep` and `Sept`, whatever the case; 1...12.
  ///
  /// - Parameter word: UTF-8.
  public static func month(named word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (3...9).contains(word.count) else { return nil }
    return names.firstIndex { name in
      // Whatever the bit of a letter's case makes of a byte that is no letter, it is none.
      (word.count == name.utf8.count || word.count <= min(4, name.utf8.count))
        && zip(word, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }.map { $0 + 1 }
  }

  public static func month(named word: some Collection<UInt8>) -> Int? {
    Array(word).withUnsafeBufferPointer(month(named:))
  }

  private static func number(_ word: some Collection<UInt8>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(word.count), word.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `August 2022`, `1 April 2022`.
  public var description: String {
    (day.map { "\($0) " } ?? "") + "\(Self.names[month - 1]) \(year)"
  }

  /// As a column of a list shows it, eight letters at most: `Aug 2022`.
  public var short: String { "\(Self.names[month - 1].prefix(3)) \(year)" }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day ?? 0) < (b.year, b.month, b.day ?? 0)
  }
}
