import CellGrid

/// One visible character of a line, with what it takes on the screen and in the text that is searched.
struct Glyph {
  enum Kind {
    case plain
    /// A mark without a letter, upon a no-break space that the text has not.
    case alone
    /// Blanks up to the next tab stop.
    case tab
    /// A character that is spelled out: `^[`, `<9B>`.
    case control
  }

  var scalar: Unicode.Scalar
  var marks: (UInt32, UInt32) = (0, 0)
  var emphasis: Emphasis = []
  var kind = Kind.plain
  /// Columns.
  var width: Int
  /// Offset of its first byte in the line.
  var start: Int

  /// Bytes of UTF-8 that it adds to the text that is searched.
  var searchable: [UInt8] {
    var bytes: [UInt8] = []
    for value in [kind == .alone ? 0 : scalar.value, marks.0, marks.1] {
      if let scalar = Unicode.Scalar(value), value != 0 {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  /// How many they are.
  var searchableLength: Int {
    kind == .plain && marks.0 == 0 ? UTF8.width(scalar) : searchable.count
  }
}

/// Tab stops every eight columns.
let tabWidth = 8

/// As for the bytes of a buffer.
@inline(__always)
func isPlainASCII(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(isPlainASCII) }

/// The glyphs of a line, or of one ``LinePart`` of it. No control character comes out as itself: overstrikes become
/// emphasis, the others are spelled out, NUL is dropped.
///
/// - Parameters:
///   - line: the bytes.
///   - start: offset of the first of them in the line.
///   - column: of the first of them.
///   - showsFormFeeds: form feeds as `^L`; else they are dropped.
func glyphs(
  of line: ArraySlice<UInt8>, from start: Int = 0, column: Int = 0, showsFormFeeds: Bool
) -> [Glyph] {
  if let overstruck = overstruckGlyphs(of: line, from: start, column: column, showsFormFeeds: showsFormFeeds)
  {
    return overstruck
  }
  var glyphs = Glyphs(start: start, column: column, showsFormFeeds: showsFormFeeds)
  glyphs.all.reserveCapacity(line.count)
  for scalar in String(decoding: line, as: UTF8.self).unicodeScalars { glyphs.append(scalar) }
  return glyphs.all
}

/// The same for a line with overstrikes; nil for one without, and where a character was printed over a different one:
/// dropping either would lose text.
func overstruckGlyphs(
  of line: ArraySlice<UInt8>, from start: Int = 0, column: Int = 0, showsFormFeeds: Bool
) -> [Glyph]? {
  guard line.contains(0x08) else { return nil }
  var glyphs = Glyphs(start: start, column: column, showsFormFeeds: showsFormFeeds)
  return glyphs.overstrike(String(decoding: line, as: UTF8.self).unicodeScalars) ? glyphs.all : nil
}

private struct Glyphs {
  var all: [Glyph] = []
  /// Of the next character, in the line.
  private var offset: Int
  private var column: Int
  private var reader = AppearanceReader()
  private let showsFormFeeds: Bool

  init(start: Int, column: Int, showsFormFeeds: Bool) {
    offset = start
    self.column = column
    self.showsFormFeeds = showsFormFeeds
  }

  /// - Returns: false where a character was printed over a different one.
  mutating func overstrike(_ scalars: String.UnicodeScalarView) -> Bool {
    var place = 0
    for scalar in scalars {
      if scalar == "\u{8}" {
        guard place > 0 else { return false }
        place -= 1
        offset += 1
      } else if place == all.count {
        append(scalar)
        place = all.count
      } else {
        guard strike(scalar, over: &all[place]) else { return false }
        place += 1
        offset += UTF8.width(scalar)
      }
    }
    return true
  }

  private func strike(_ scalar: Unicode.Scalar, over glyph: inout Glyph) -> Bool {
    guard glyph.kind == .plain else { return false }
    switch (glyph.scalar, scalar) {
    case (_, " "): break
    case (" ", _), ("_", _):
      guard scalar.appearance == .letter(columns: 1) else { return false }
      if glyph.scalar == "_" { glyph.emphasis.insert(scalar == "_" ? .bold : .underline) }
      glyph.scalar = scalar
    case (_, "_"): glyph.emphasis.insert(.underline)
    case (let under, let over) where under == over: glyph.emphasis.insert(.bold)
    default: return false
    }
    return true
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    defer { offset += UTF8.width(scalar) }
    if isDropped(scalar, showsFormFeeds: showsFormFeeds) { return }
    if scalar == "\t" {
      reader.interrupt()
      return add(Glyph(scalar: scalar, kind: .tab, width: tabWidth - column % tabWidth, start: offset))
    }
    switch reader.form(of: scalar) {
    case .letter(let columns): add(Glyph(scalar: scalar, width: columns, start: offset))
    case .upon:
      guard let last = all.indices.last else { return }
      if all[last].marks.0 == 0 { all[last].marks.0 = scalar.value } else { all[last].marks.1 = scalar.value }
    case .alone:
      add(Glyph(scalar: "\u{A0}", marks: (scalar.value, 0), kind: .alone, width: 1, start: offset))
    case .spelled:
      add(Glyph(scalar: scalar, kind: .control, width: scalar.spellingColumns, start: offset))
    }
  }

  private mutating func add(_ glyph: Glyph) {
    all.append(glyph)
    column += glyph.width
  }
}

/// What pads a line and is no text: NUL, byte-order marks, form feeds where the pages are not shown.
func isDropped(_ scalar: Unicode.Scalar, showsFormFeeds: Bool) -> Bool {
  switch scalar.value {
  case 0x00, 0xFEFF: true
  case 0x0C: !showsFormFeeds
  default: false
  }
}
