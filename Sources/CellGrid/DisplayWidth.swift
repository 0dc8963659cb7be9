/// Columns that a terminal gives a character: 0 for a combining mark, 2 for a wide one, nil for a control character.
/// Unassigned characters count as those around them. The soft hyphen takes a column, as terminals have it.
///
/// Agrees with the `wcwidth` of glibc, which ncurses asks. Source: UAX #11 (East Asian Width), UAX #44.
@inlinable public func displayWidth(of scalar: Unicode.Scalar) -> Int? {
  if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? nil : 1 }
  return uncommonDisplayWidth(of: scalar)
}

@usableFromInline func uncommonDisplayWidth(of scalar: Unicode.Scalar) -> Int? {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  case .format: return isPrependedMark(scalar.value) ? 1 : 0
  case .control, .surrogate, .lineSeparator, .paragraphSeparator: return nil
  case .otherLetter where isConjoiningJamo(scalar.value): return 0
  default: return isWide(scalar.value) ? 2 : 1
  }
}

/// Format characters that are seen: the number signs that stand before Arabic, Syriac and Kaithi digits.
private func isPrependedMark(_ value: UInt32) -> Bool {
  switch value {
  case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
  default: false
  }
}

/// The vowels and final consonants of Hangul, which are drawn into the syllable that an initial one begins.
private func isConjoiningJamo(_ value: UInt32) -> Bool {
  (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
}

private func isWide(_ value: UInt32) -> Bool {
  var low = 0
  var high = wideBounds.count
  while low < high {
    let middle = (low + high) / 2
    if wideBounds[middle] <= value { low = middle + 1 } else { high = middle }
  }
  return low % 2 == 1
}

/// Where wide characters begin, and where they have ended, in turn. Unicode 15.0, East Asian Width W and F; runs on
/// over unassigned characters and over marks, which have been told apart before.
private let wideBounds: [UInt32] = [
  0x1100, 0x1160, 0x231A, 0x231C, 0x2329, 0x232B, 0x23E9, 0x23ED, 0x23F0, 0x23F1, 0x23F3, 0x23F4,
  0x25FD, 0x25FF, 0x2614, 0x2616, 0x2648, 0x2654, 0x267F, 0x2680, 0x2693, 0x2694, 0x26A1, 0x26A2,
  0x26AA, 0x26AC, 0x26BD, 0x26BF, 0x26C4, 0x26C6, 0x26CE, 0x26CF, 0x26D4, 0x26D5, 0x26EA, 0x26EB,
  0x26F2, 0x26F4, 0x26F5, 0x26F6, 0x26FA, 0x26FB, 0x26FD, 0x26FE, 0x2705, 0x2706, 0x270A, 0x270C,
  0x2728, 0x2729, 0x274C, 0x274D, 0x274E, 0x274F, 0x2753, 0x2756, 0x2757, 0x2758, 0x2795, 0x2798,
  0x27B0, 0x27B1, 0x27BF, 0x27C0, 0x2B1B, 0x2B1D, 0x2B50, 0x2B51, 0x2B55, 0x2B56, 0x2E80, 0x303F,
  0x3041, 0xA4C7, 0xA960, 0xA97D, 0xAC00, 0xD7A4, 0xF900, 0xFADA, 0xFE10, 0xFE6C, 0xFF01, 0xFF61,
  0xFFE0, 0xFFE7, 0x16FE0, 0x1B2FC, 0x1F004, 0x1F005, 0x1F0CF, 0x1F0D0, 0x1F18E, 0x1F18F,
  0x1F191, 0x1F19B, 0x1F200, 0x1F321, 0x1F32D, 0x1F336, 0x1F337, 0x1F37D, 0x1F37E, 0x1F394,
  0x1F3A0, 0x1F3CB, 0x1F3CF, 0x1F3D4, 0x1F3E0, 0x1F3F1, 0x1F3F4, 0x1F3F5, 0x1F3F8, 0x1F43F,
  0x1F440, 0x1F441, 0x1F442, 0x1F4FD, 0x1F4FF, 0x1F53E, 0x1F54B, 0x1F54F, 0x1F550, 0x1F568,
  0x1F57A, 0x1F57B, 0x1F595, 0x1F597, 0x1F5A4, 0x1F5A5, 0x1F5FB, 0x1F650, 0x1F680, 0x1F6C6,
  0x1F6CC, 0x1F6CD, 0x1F6D0, 0x1F6D3, 0x1F6D5, 0x1F6E0, 0x1F6EB, 0x1F6ED, 0x1F6F4, 0x1F6FD,
  0x1F7E0, 0x1F7F1, 0x1F90C, 0x1F93B, 0x1F93C, 0x1F946, 0x1F947, 0x1FA00, 0x1FA70, 0x1FAF7,
  0x20000, 0x3FFFE,
]

/// True where every byte is a printable ASCII character, so that byte, column and cell are the same thing.
@inlinable public func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var unusual: UInt8 = 0
  for byte in bytes where byte < 0x20 || byte > 0x7E { unusual |= 1 }
  return unusual == 0
}

extension StringProtocol {
  /// Columns the text takes on a terminal, with what has to be spelled out there.
  @inlinable public var displayColumns: Int { withPlainASCII { $0.count } ?? uncommonDisplayColumns }

  @usableFromInline var uncommonDisplayColumns: Int {
    var reader = AppearanceReader()
    return unicodeScalars.reduce(0) { $0 + reader.columns(of: $1) }
  }

  /// Hands over the text's bytes where they are what ``isPlainASCII(_:)`` says, as those of nearly every text here.
  ///
  /// - Returns: nil where they are not.
  @inlinable func withPlainASCII(_ use: (UnsafeBufferPointer<UInt8>) -> Int) -> Int? {
    utf8.withContiguousStorageIfAvailable { isPlainASCII($0) ? use($0) : nil } ?? nil
  }
}

extension String {
  /// The longest beginning that fits in so many columns.
  public func prefix(columns: Int) -> String { String(unicodeScalars[..<end(ofColumns: columns)]) }

  /// The text where it fits, else cut, with an ellipsis in the last column.
  public func fitted(columns: Int) -> String {
    if end(ofColumns: columns) == endIndex { return self }
    guard columns > 0 else { return "" }
    var cut = prefix(columns: columns - 1)
    while cut.last == " " { cut.removeLast() }
    return cut + "\u{2026}"
  }

  /// The text cut into parts that fit in so many columns, or hold a single character.
  public func parts(ofColumns columns: Int) -> [String] {
    var reader = AppearanceReader()
    var parts = [""]
    var used = 0
    for scalar in unicodeScalars {
      let width = reader.columns(of: scalar)
      if used > 0, used + width > columns {
        parts.append("")
        used = 0
      }
      parts[parts.count - 1].unicodeScalars.append(scalar)
      used += width
    }
    return parts
  }

  /// Looks no further, however long the text is.
  private func end(ofColumns columns: Int) -> Index {
    var reader = AppearanceReader()
    var used = 0
    return unicodeScalars.indices.first { index in
      used += reader.columns(of: unicodeScalars[index])
      return used > columns
    } ?? endIndex
  }
}
