import RFCModel

/// The text of a document as it is read: without page furniture and printed contents, each line without its
/// indentation, the cells of a table one after the other. A name or a sentence that breaks over lines, pages or the
/// lines of a cell lies in one piece.
///
/// ``CitationScanner`` and ``RequirementScanner`` read it.
struct RunningText: Sendable {
  /// Between two lines of a paragraph.
  static let lineEnd: UInt8 = 0x0A
  /// Where a page ends and a blank line may or may not belong.
  static let pageEnd: UInt8 = 0x0C
  /// Between two paragraphs or cells, and at the end.
  static let paragraphEnd: UInt8 = 0x00

  /// Where a piece of a line stands in ``bytes`` and in the document.
  private struct Piece {
    let start: UInt32
    let source: UInt32
    let line: UInt32
  }

  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// Where the sections of the bibliography stand in ``bytes``, ascending.
  var bibliography: [Range<Int>] = []
  /// Where the first section begins.
  var headEnd = 0

  init(capacity: Int, pieces count: Int) {
    bytes.reserveCapacity(capacity)
    pieces.reserveCapacity(count)
  }

  // MARK: Writing

  /// - Parameters:
  ///   - source: where `text` stands in the document.
  ///   - line: 0-based.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, source: Int, line: Int) {
    guard !text.isEmpty else { return }
    pieces.append(
      Piece(
        start: UInt32(truncatingIfNeeded: bytes.count), source: UInt32(truncatingIfNeeded: source),
        line: UInt32(truncatingIfNeeded: line)))
    bytes.append(contentsOf: text)
  }

  /// Ends a line, a page or a paragraph; of two ends in a row the stronger stands.
  mutating func end(with mark: UInt8) {
    switch (bytes.last, mark) {
    case (nil, _), (Self.paragraphEnd, _): return
    case (Self.lineEnd, _), (Self.pageEnd, Self.paragraphEnd): bytes[bytes.count - 1] = mark
    case (Self.pageEnd, _): return
    default: bytes.append(mark)
    }
  }

  // MARK: Reading

  /// Where a range of ``bytes`` stands in the document: a range for each line it touches, in order, and the first of
  /// these lines.
  func source(of range: Range<Int>) -> (line: Int, ranges: [Range<Int>]) {
    var index = piece(at: range.lowerBound)
    var ranges: [Range<Int>] = []
    var line = 0
    while index < pieces.count {
      let piece = pieces[index]
      let start = Int(piece.start)
      guard start < range.upperBound else { break }
      let end = index + 1 < pieces.count ? Int(pieces[index + 1].start) : bytes.count
      var part = max(start, range.lowerBound)..<min(end, range.upperBound)
      while let last = bytes[part].last, last <= 0x20 { part = part.dropLast() }
      if !part.isEmpty {
        if ranges.isEmpty { line = Int(piece.line) }
        let offset = Int(piece.source) - start
        ranges.append(part.lowerBound + offset..<part.upperBound + offset)
      }
      index += 1
    }
    return (line, ranges)
  }

  /// The 0-based line that a byte of ``bytes`` comes from.
  func line(at offset: Int) -> Int {
    let index = piece(at: offset)
    return index < pieces.count ? Int(pieces[index].line) : 0
  }

  /// Where a byte of the document stands in a part of ``bytes``; nil for one that is not there.
  func offset(of source: Int, in range: Range<Int>) -> Int? {
    var index = piece(at: range.lowerBound)
    while index < pieces.count, Int(pieces[index].start) < range.upperBound {
      let piece = pieces[index]
      let end = index + 1 < pieces.count ? Int(pieces[index + 1].start) : bytes.count
      let offset = source - Int(piece.source) + Int(piece.start)
      if (Int(piece.start)..<end).contains(offset), range.contains(offset) { return offset }
      index += 1
    }
    return nil
  }

  private func piece(at offset: Int) -> Int {
    max(0, pieces.partitioningIndex { Int($0.start) > offset } - 1)
  }
}
