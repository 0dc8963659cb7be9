import RFCModel

/// A caption of a figure or a table.
public struct Caption: Hashable, Sendable {
  /// 0-based.
  public let line: Int
  /// Of `Figure 2`, in ``Document/bytes``.
  public let label: Range<Int>
}

/// The captions of a document's figures and tables.
public struct Captions: Sendable {
  /// Of several that say the same, the one that looks most like a caption.
  public private(set) var all: [PrintedPlace: Caption] = [:]

  public static let none = Captions()
  private init() {}

  /// How much a line looks like a caption.
  private enum Likeness: Int {
    /// The last line of a drawing has no blank line below it.
    case belowDrawing
    /// It stands by itself: `Figure 2`, `Table 1 - Codes`.
    case alone
    /// `Figure 2: Two Boxes`.
    case titled
  }

  /// - Parameters:
  ///   - pagination: of the same document.
  ///   - contents: 0-based lines of its printed contents, which list captions.
  init(of document: Document, pagination: Pagination, contents: Range<Int>) {
    var likenesses: [PrintedPlace: Likeness] = [:]
    let rows = pagination.plainLines(of: document)
    LineView.with(document) { view in
      for (index, row) in rows.enumerated() where row >= 0 && !contents.contains(Int(row)) {
        let content = view.content(Int(row))
        guard content.count > 5, [0x46, 0x54].contains(view.text[content.lowerBound]),
          let (place, end) = Self.place(content, in: view),
          let likeness = Self.likeness(of: content, behind: end, at: index, in: rows, view)
        else { continue }
        if likeness.rawValue > likenesses[place]?.rawValue ?? -1 {
          likenesses[place] = likeness
          all[place] = Caption(line: Int(row), label: content.lowerBound..<end)
        }
      }
    }
  }

  private static func place(_ content: Range<Int>, in view: LineView) -> (place: PrintedPlace, end: Int)? {
    let reader = ByteReader(text: view.text)
    guard let word = reader.printedWord(at: content.lowerBound), !word.isPlural, word.kind != .page else {
      return nil
    }
    let start = reader.skipBlanks(word.end)
    guard start > word.end, start < content.upperBound, let number = reader.printedNumber(at: start) else {
      return nil
    }
    return (PrintedPlace(word.kind, String(decoding: view.text[number], as: UTF8.self)), number.upperBound)
  }

  private static func likeness(
    of content: Range<Int>, behind end: Int, at index: Int, in rows: [Int32], _ view: LineView
  ) -> Likeness? {
    let rest = view.trimmed(end..<content.upperBound)
    let isBelowBlank = isBlank(index - 1, in: rows, view)
    let isAboveBlank = isBlank(index + 1, in: rows, view)
    if rest.isEmpty {
      guard isAboveBlank || isBelowBlank && view.indent(Int(rows[index])) > 8 else { return nil }
      return isBelowBlank ? .alone : endsDrawing(index - 1, in: rows, view) ? .belowDrawing : nil
    }
    // A list of figures, with the pages where they are.
    if view.contentsEntry(content).hasPage { return nil }
    let isPunctuated = [0x3A, 0x2E].contains(view.text[rest.lowerBound])
    let isSet =
      rest.lowerBound - end > 1 || view.text[rest.lowerBound] == 0x2D || view.text[rest.lowerBound] == 0xE2
    // `Figure 3.1 The Sample System`, by itself.
    if !isPunctuated, !isSet {
      return isBelowBlank && isAboveBlank && LineView.isUpper(view.text[rest.lowerBound]) ? .alone : nil
    }
    if rest.count == 1 {
      return isBelowBlank && isAboveBlank
        ? .alone : endsDrawing(index - 1, in: rows, view) ? .belowDrawing : nil
    }
    if isBelowBlank { return isPunctuated ? .titled : .alone }
    return endsDrawing(index - 1, in: rows, view) || isAboveBlank && view.indent(Int(rows[index])) > 8
      ? .belowDrawing : nil
  }

  private static func isBlank(_ row: Int, in rows: [Int32], _ view: LineView) -> Bool {
    guard rows.indices.contains(row) else { return true }
    return rows[row] < 0 || view.isBlank(Int(rows[row]))
  }

  /// Whether a line ends with what boxes and arrows are drawn with.
  private static func endsDrawing(_ row: Int, in rows: [Int32], _ view: LineView) -> Bool {
    guard rows.indices.contains(row), rows[row] >= 0, let last = view.text[view.content(Int(rows[row]))].last
    else {
      return false
    }
    // + - = _ | / \ ^ * > <
    return [0x2B, 0x2D, 0x3D, 0x5F, 0x7C, 0x2F, 0x5C, 0x5E, 0x2A, 0x3E, 0x3C, 0x7D].contains(last)
  }
}
