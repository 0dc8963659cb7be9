/// Columns that a terminal gives a character: 0 for a combining mark, 2 for a wide one, nil for a control character.
/// Source: UAX #11 (East Asian Width), UAX #44.
@inlinable public func displayWidth(of scalar: Unicode.Scalar) -> Int? {
  if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? nil : 1 }
  return uncommonDisplayWidth(of: scalar)
}

@usableFromInline func uncommonDisplayWidth(of scalar: Unicode.Scalar) -> Int? {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  case .format: return 0
  case .control, .surrogate, .lineSeparator, .paragraphSeparator: return nil
  default: return isWide(scalar.value) ? 2 : 1
  }
}

private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1FAFF, 0x20000...0x3FFFD:
    return true
  default: return false
  }
}

extension StringProtocol {
  /// Columns the text takes on a terminal; control characters count nothing.
  public var displayColumns: Int {
    unicodeScalars.reduce(0) { $0 + (CellGrid.displayWidth(of: $1) ?? 0) }
  }
}

extension String {
  /// The longest beginning that fits in so many columns.
  public func prefix(columns: Int) -> String {
    var used = 0
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let width = CellGrid.displayWidth(of: scalar) ?? 0
      guard used + width <= columns else { break }
      used += width
      result.append(scalar)
    }
    return String(result)
  }

  /// The text where it fits, else cut, with an ellipsis in the last column.
  public func fitted(columns: Int) -> String {
    if displayColumns <= columns { return self }
    guard columns > 0 else { return "" }
    var cut = prefix(columns: columns - 1)
    while cut.last == " " { cut.removeLast() }
    return cut + "\u{2026}"
  }
}
