import CellGrid
import RFCModel

/// Where a part of a line begins: a line of any length is laid out in parts of a few kilobytes, those that the window
/// shows and no others.
struct LinePart: Hashable, Sendable {
  /// Offset in the bytes of the line.
  var start = 0
  /// Offset in the line's bytes as they are searched.
  var searchable = 0
  var column = 0

  /// Bytes of a part, at least; only the last one of a line is shorter. Of RFCs every line is one part.
  static let length = 2 << 10
  /// How far from the end of a part there are no backspaces, where there is such a place: as many as anybody has
  /// printed a line over.
  private static let backspaces = 132

  /// Where the part that begins at an offset of a line ends: between characters, not before a mark and not among
  /// overstrikes, but for floods of them.
  static func end(of line: ArraySlice<UInt8>, from start: Int) -> Int {
    let limit = min(start + 2 * length, line.count)
    var end = start + length
    guard end < line.count else { return line.count }
    while end < limit {
      let around = line[clamped: end - backspaces..<end + backspaces]
      guard let backspace = around.lastIndex(of: 0x08) else { break }
      end = backspace - line.startIndex + backspaces + 1
    }
    // Among letters printed twice one of them ends somewhere: `a\ba b\bb`.
    if end >= limit {
      end = start + length
      let limit = min(end + backspaces, limit)
      while end < limit, line[clamped: end - 1..<end + 1].contains(0x08) { end += 1 }
    }
    while end < limit, let scalar = line.scalar(at: end), scalar.isUpon { end += 1 }
    while end < line.count, line.scalar(at: end) == nil { end += 1 }
    return end
  }

  /// Goes over a part, from this place to an offset: what stays is the place of the next one.
  ///
  /// - Parameter text: gets the bytes that are searched; nil where they are not wanted.
  mutating func pass(
    _ line: ArraySlice<UInt8>, upTo end: Int, showsFormFeeds: Bool, into text: inout [UInt8]?
  ) {
    let bytes = line[clamped: start..<end]
    let before = (self, text?.count)
    if !pass(bytes, isOverstruck: true, showsFormFeeds: showsFormFeeds, into: &text) {
      self = before.0
      if let count = before.1, let added = text?.count { text?.removeLast(added - count) }
      if let glyphs = overstruckGlyphs(of: bytes, column: column, showsFormFeeds: showsFormFeeds) {
        for glyph in glyphs {
          column += glyph.width
          searchable += glyph.searchableLength
          text?.append(contentsOf: glyph.searchable)
        }
      } else {
        _ = pass(bytes, isOverstruck: false, showsFormFeeds: showsFormFeeds, into: &text)
      }
    }
    start = end
  }

  /// Does without glyphs, in a tenth of the time.
  ///
  /// - Parameter isOverstruck: backspaces are not spelled out.
  /// - Returns: false for overstrikes that are not of one letter each.
  private mutating func pass(
    _ bytes: ArraySlice<UInt8>, isOverstruck: Bool, showsFormFeeds: Bool, into text: inout [UInt8]?
  ) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      if isPlainASCII(bytes) {
        column += bytes.count
        searchable += bytes.count
        text?.append(contentsOf: bytes)
        return true
      }
      var reader = AppearanceReader()
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if isOverstruck, byte == 0x08 || index + 1 < bytes.count && bytes[index + 1] == 0x08 {
          guard let letter = bytes.overstruckLetter(at: index) else { return false }
          _ = reader.columns(of: Unicode.Scalar(letter))
          column += 1
          searchable += 1
          text?.append(letter)
          index += 3
          continue
        }
        if byte < 0x80 {
          index += 1
          let scalar = Unicode.Scalar(byte)
          if isDropped(scalar, showsFormFeeds: showsFormFeeds) { continue }
          searchable += 1
          text?.append(byte)
          if byte == 0x09 {
            reader.interrupt()
            column += tabWidth - column % tabWidth
          } else {
            column += reader.columns(of: scalar)
          }
          continue
        }
        let (scalar, length) = bytes.scalar(at: index)
        let character = index..<index + length
        index += length
        if isDropped(scalar, showsFormFeeds: showsFormFeeds) { continue }
        searchable += length
        text?.append(contentsOf: bytes[character])
        column += reader.columns(of: scalar, standing: scalar.tabledAppearance)
      }
      return true
    }
  }
}

/// The parts of the long lines of a text, as far as they have been looked at. A line that is one part is not kept; all
/// others together take a hundredth of what the text does.
final class LineParts {
  private struct Line: Hashable {
    /// Offset of its first byte in the text.
    let start: Int
    let showsFormFeeds: Bool
  }

  private var lines: [Line: [LinePart]] = [:]
  /// Parts that have been measured: what a test counts.
  private(set) var measured = 0

  /// The part of a line that holds a column, or another measure of a part; its last one where the line ends before.
  ///
  /// - Parameters:
  ///   - line: a slice of the text.
  ///   - measure: of a part, ascending from part to part.
  func part(
    of line: ArraySlice<UInt8>, showsFormFeeds: Bool, holding offset: Int, by measure: KeyPath<LinePart, Int>
  ) -> LinePart {
    guard line.count > LinePart.length else { return LinePart() }
    let key = Line(start: line.startIndex, showsFormFeeds: showsFormFeeds)
    var parts = lines.removeValue(forKey: key) ?? [LinePart()]
    while let last = parts.last, last[keyPath: measure] <= offset {
      let end = LinePart.end(of: line, from: last.start)
      guard end < line.count else { break }
      var next = last
      var text: [UInt8]?
      next.pass(line, upTo: end, showsFormFeeds: showsFormFeeds, into: &text)
      parts.append(next)
      measured += 1
    }
    lines[key] = parts
    return parts[parts.lastIndex(notAbove: offset, by: measure)]
  }
}

extension [LinePart] {
  /// The last one whose measure is at most `offset`, or the first one.
  fileprivate func lastIndex(notAbove offset: Int, by measure: KeyPath<LinePart, Int>) -> Int {
    Swift.max(0, partitioningIndex { $0[keyPath: measure] > offset } - 1)
  }
}

extension ArraySlice<UInt8> {
  /// By offsets from the start, as far as there are bytes.
  subscript(clamped offsets: Range<Int>) -> ArraySlice<UInt8> {
    let offsets = offsets.clamped(to: 0..<count)
    return self[startIndex + offsets.lowerBound..<startIndex + offsets.upperBound]
  }

  /// The character that begins at an offset from the start; nil within one.
  fileprivate func scalar(at offset: Int) -> Unicode.Scalar? {
    let bytes = self[clamped: offset..<offset + 4]
    guard let first = bytes.first, first & 0xC0 != 0x80 else { return nil }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }
}

extension Unicode.Scalar {
  /// Whether it stands upon the letter before it, where there is one.
  fileprivate var isUpon: Bool {
    switch appearance {
    case .mark, .joiner: true
    case .letter, .spelled: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What a letter of ASCII comes to that is printed twice, or under or over `_`; nil for any other overstrike.
  fileprivate func overstruckLetter(at index: Int) -> UInt8? {
    guard index + 2 < count, index + 3 == count || self[index + 3] != 0x08 else { return nil }
    let (under, over) = (self[index], self[index + 2])
    guard 0x20...0x7E ~= under, 0x20...0x7E ~= over, under == over || under == 0x5F || over == 0x5F else {
      return nil
    }
    // A blank leaves what it is printed over.
    return under == 0x5F && over != 0x20 ? over : under
  }

  /// Of UTF-8 that is valid.
  fileprivate func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    let lead = UInt32(self[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= count else { return (Unicode.Scalar(self[index]), 1) }
    var value = lead & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
