import CellGrid

/// One visible character of a line, with what it takes on the screen and in the text that is searched.
struct Glyph {
  enum Kind {
    case plain
    /// Blanks up to the next tab stop.
    case tab
    /// A control character, spelled out: `^[`, `<9B>`.
    case control
  }

  var scalar: Unicode.Scalar
  var marks: (UInt32, UInt32) = (0, 0)
  var emphasis: Emphasis = []
  var kind = Kind.plain
  /// Columns.
  var width: Int

  /// How a control character is shown. Source: less(1), ASCII's caret notation.
  var spelling: String {
    switch scalar.value {
    case 0...0x1F: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x7F: "^?"
    default: "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
  }

  /// Bytes of UTF-8 it adds to the text that is searched.
  var searchableLength: Int {
    var length = UTF8.width(scalar)
    if let mark = Unicode.Scalar(marks.0), marks.0 != 0 { length += UTF8.width(mark) }
    if let mark = Unicode.Scalar(marks.1), marks.1 != 0 { length += UTF8.width(mark) }
    return length
  }
}

/// Tab stops every eight columns.
let tabWidth = 8

/// As for the bytes of a buffer.
@inline(__always)
func isPlainASCII(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(isPlainASCII) }

/// The glyphs of a line that is not plain ASCII. No control character comes out as itself: overstrikes become
/// emphasis, the others are spelled out, NUL is dropped.
///
/// - Parameter showsFormFeeds: form feeds as `^L`; else they are dropped.
func glyphs(of line: ArraySlice<UInt8>, showsFormFeeds: Bool) -> [Glyph] {
  let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
  if line.contains(0x08), let overstruck = overstruckGlyphs(of: scalars, showsFormFeeds: showsFormFeeds) {
    return overstruck
  }
  var result: [Glyph] = []
  var column = 0
  for scalar in scalars {
    append(scalar, to: &result, column: &column, showsFormFeeds: showsFormFeeds)
  }
  return result
}

/// Nil where a character was printed over a different one: dropping either would lose text.
private func overstruckGlyphs(of scalars: String.UnicodeScalarView, showsFormFeeds: Bool) -> [Glyph]? {
  var result: [Glyph] = []
  var column = 0
  var place = 0
  for scalar in scalars {
    if scalar == "\u{8}" {
      guard place > 0 else { return nil }
      place -= 1
    } else if place == result.count {
      append(scalar, to: &result, column: &column, showsFormFeeds: showsFormFeeds)
      place = result.count
    } else {
      let under = result[place].scalar
      guard result[place].kind == .plain else { return nil }
      switch (under, scalar) {
      case (_, " "): break
      case (" ", _), ("_", _):
        guard displayWidth(of: scalar) == 1 else { return nil }
        if under == "_" { result[place].emphasis.insert(scalar == "_" ? .bold : .underline) }
        result[place].scalar = scalar
      case (_, "_"): result[place].emphasis.insert(.underline)
      case (let under, let over) where under == over: result[place].emphasis.insert(.bold)
      default: return nil
      }
      place += 1
    }
  }
  return result
}

private func append(
  _ scalar: Unicode.Scalar, to glyphs: inout [Glyph], column: inout Int, showsFormFeeds: Bool
) {
  switch scalar.value {
  case 0x00, 0xFEFF: return
  case 0x0C where !showsFormFeeds: return
  case 0x09:
    let width = tabWidth - column % tabWidth
    glyphs.append(Glyph(scalar: scalar, kind: .tab, width: width))
    column += width
    return
  default: break
  }
  switch displayWidth(of: scalar) {
  case let width? where width > 0:
    glyphs.append(Glyph(scalar: scalar, width: width))
    column += width
  case .some where isJoinable(scalar):
    if let last = glyphs.indices.last, glyphs[last].kind == .plain, glyphs[last].marks.1 == 0 {
      if glyphs[last].marks.0 == 0 {
        glyphs[last].marks.0 = scalar.value
      } else {
        glyphs[last].marks.1 = scalar.value
      }
    } else {
      // A mark without a letter stands on a no-break space, as Unicode 2.11 has it.
      glyphs.append(Glyph(scalar: "\u{A0}", marks: (scalar.value, 0), width: 1))
      column += 1
    }
  default:
    var glyph = Glyph(scalar: scalar, kind: .control, width: 0)
    glyph.width = glyph.spelling.utf8.count
    glyphs.append(glyph)
    column += glyph.width
  }
}

/// Marks and joiners go to the terminal with their letter; other invisible characters (bidirectional overrides,
/// tags) could rearrange the screen and are spelled out.
private func isJoinable(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory != .format || scalar.value == 0x200C || scalar.value == 0x200D
}
