/// How a character may stand on a terminal: the one rule for all that is drawn or printed there.
///
/// What steers the terminal, turns the direction of writing, is seen by nobody or is no character at all never stands
/// there as itself: a title could rearrange the screen by it, a name look like another one. It is spelled out.
@frozen public enum Appearance: Hashable, Sendable {
  /// As itself, in one column or two.
  case letter(columns: Int)
  /// With the letter before it, a combining mark; without one on a no-break space, as Unicode 2.11 has it.
  case mark
  /// With the letter before it, and not seen itself: joiners, variation selectors. Spelled out without one.
  case joiner
  /// By ``Unicode/Scalar/spelling``: `^[`, `<202E>`.
  case spelled
}

extension Unicode.Scalar {
  @inlinable public var appearance: Appearance {
    if value < 0x300 {
      return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD ? .spelled : .letter(columns: 1)
    }
    return uncommonAppearance
  }

  @usableFromInline var uncommonAppearance: Appearance {
    switch value {
    // Nearly all that is not Latin, told by where it stands: asking Unicode takes ten times as long.
    case 0x370...0x482, 0x2010...0x2027, 0x2500...0x25FC: return .letter(columns: 1)
    case 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0x1F600...0x1F64F:
      return .letter(columns: 2)
    case 0x300...0x34E: return .mark
    case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F: return .spelled
    default: break
    }
    let properties = self.properties
    if properties.isNoncharacterCodePoint { return .spelled }
    // The soft hyphen, fillers of Hangul, tags and overrides are among those that Unicode has not be seen (UAX #44).
    if properties.isDefaultIgnorableCodePoint {
      return properties.generalCategory == .nonspacingMark || properties.isJoinControl ? .joiner : .spelled
    }
    guard let width = displayWidth(of: self) else { return .spelled }
    if width > 0 { return .letter(columns: width) }
    return properties.generalCategory == .format ? .spelled : .mark
  }

  /// The same out of a table, for measuring text by the megabyte; it takes some milliseconds to be made.
  public var tabledAppearance: Appearance {
    value < 0x300 || value >= AppearanceTable.end ? appearance : AppearanceTable.all[Int(value)]
  }

  /// How it is shown where it may not stand as itself: ASCII's carets, as less(1) has them, `^[`; else its number,
  /// `<202E>`.
  public var spelling: String {
    switch value {
    case 0...0x1F: "^" + String(Unicode.Scalar(UInt8(value) + 0x40))
    case 0x7F: "^?"
    default: "<" + String(value, radix: 16, uppercase: true) + ">"
    }
  }

  /// Columns of ``spelling``.
  public var spellingColumns: Int {
    switch value {
    case 0...0x1F, 0x7F: 2
    case ..<0x100: 4
    case ..<0x1000: 5
    case ..<0x10000: 6
    case ..<0x100000: 7
    default: 8
    }
  }
}

private enum AppearanceTable {
  /// That of the two planes which hold nearly all that is written.
  static let end: UInt32 = 0x20000
  static let all: [Appearance] = (0..<end).map { Unicode.Scalar($0)?.appearance ?? .spelled }
}

/// Goes through a text and says of each character how it comes onto the terminal.
public struct AppearanceReader {
  /// What is sent for a character.
  @frozen public enum Form: Hashable, Sendable {
    case letter(columns: Int)
    /// Upon the letter before it.
    case upon
    /// Upon a no-break space, in one column.
    case alone
    case spelled
  }

  /// Marks that a letter carries; a flood of them is no text.
  public static let marksPerLetter = 2

  /// How many more marks the letter before takes.
  private var room = 0
  /// There is nothing to join to a blank.
  private var isBehindBlank = false

  public init() {}

  public mutating func form(of scalar: Unicode.Scalar) -> Form {
    form(of: scalar, standing: scalar.appearance)
  }

  private mutating func form(of scalar: Unicode.Scalar, standing appearance: Appearance) -> Form {
    switch appearance {
    case .letter(let columns):
      room = Self.marksPerLetter
      isBehindBlank = scalar == " " || scalar == "\u{A0}"
      return .letter(columns: columns)
    case .mark where room > 0, .joiner where room > 0 && !isBehindBlank:
      room -= 1
      return .upon
    case .mark:
      room = Self.marksPerLetter - 1
      isBehindBlank = true
      return .alone
    case .joiner, .spelled:
      room = 0
      return .spelled
    }
  }

  /// Columns that a character adds.
  public mutating func columns(of scalar: Unicode.Scalar) -> Int {
    columns(of: scalar, standing: scalar.appearance)
  }

  /// - Parameter appearance: that of the character.
  public mutating func columns(of scalar: Unicode.Scalar, standing appearance: Appearance) -> Int {
    switch form(of: scalar, standing: appearance) {
    case .letter(let columns): columns
    case .upon: 0
    case .alone: 1
    case .spelled: scalar.spellingColumns
    }
  }

  /// What stands before the next character carries no marks.
  public mutating func interrupt() { room = 0 }
}

extension StringProtocol {
  /// The text as a terminal may be sent it: on one line, with all spelled out that is no letter.
  ///
  /// - Parameter limit: characters; what is left of a longer text is an ellipsis.
  public func printable(limit: Int = .max) -> String { String(self).printable(limit: limit) }
}

extension String {
  /// The same.
  public func printable(limit: Int = .max) -> String {
    // Most of them: to ask Unicode of each character takes ten times as long.
    if utf8.count <= limit, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var result = ""
    var reader = AppearanceReader()
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == limit {
        result += "\u{2026}"
        break
      }
      result.append(scalar, by: &reader)
    }
    return result
  }
}

extension String {
  public mutating func append(_ scalar: Unicode.Scalar, by reader: inout AppearanceReader) {
    switch reader.form(of: scalar) {
    case .letter, .upon: unicodeScalars.append(scalar)
    case .alone:
      unicodeScalars.append("\u{A0}")
      unicodeScalars.append(scalar)
    case .spelled: self += scalar.spelling
    }
  }
}
