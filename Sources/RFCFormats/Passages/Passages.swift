import RFCModel

/// A section, or a part of a long one: what a search of the texts finds.
public struct Passage: Hashable, Sendable {
  /// Index in ``Outline/sections``; nil before the first heading.
  public let section: Int?
  /// Whether it begins with the section's heading.
  public let hasHeading: Bool
  /// 0-based, with the heading and with whatever page ends lie between them.
  public let lines: Range<Int>
  /// Where its text stands in ``Passages/text``.
  public let text: Range<Int>
}

/// A text cut into passages, without page furniture, headings and the printed contents. Lines are joined by a blank,
/// so that a phrase lies in one piece where it breaks over a line or a page; hyphens stay.
public struct Passages: Sendable {
  /// A longer section is cut at the next blank line; one without any at four times as many lines.
  public static let longestSection = 240

  public private(set) var text: [UInt8] = []
  public private(set) var all: [Passage] = []
  /// 0-based lines of the printed contents.
  public private(set) var contents = 0..<0

  /// - Parameters:
  ///   - pagination, outline: of the same document.
  init(of document: Document, pagination: Pagination, outline: Outline) {
    let rows = pagination.plainLines(of: document)
    self = LineView.with(document) { view in
      var builder = PassageBuilder(
        view: view, outline: outline, contents: outline.printedContents)
      for row in rows { builder.add(row) }
      return builder.passages()
    }
  }

  fileprivate init(text: [UInt8], all: [Passage], contents: Range<Int>) {
    self.text = text
    self.all = all
    self.contents = contents
  }
}

private struct PassageBuilder {
  private let view: LineView
  private let outline: Outline
  private let contents: Range<Int>
  private let hasOverstrikes: Bool
  private var text: [UInt8] = []
  private var all: [Passage] = []

  /// The passage that is being made.
  private var section: Int?
  private var hasHeading = false
  private var firstLine = 0
  private var firstByte = 0
  private var rows = 0
  /// Where the heading of the section ends, and where the next section begins.
  private var bodyStart = 0
  private var nextSection: Int

  init(view: LineView, outline: Outline, contents: Range<Int>) {
    self.view = view
    self.outline = outline
    self.contents = contents
    hasOverstrikes = view.text.contains(0x08)
    nextSection = outline.sections.first?.lines.lowerBound ?? Int.max
    text.reserveCapacity(view.text.count)
  }

  /// - Parameter row: of ``Pagination/plainLines(of:)``.
  mutating func add(_ row: Int32) {
    guard row >= 0 else { return addBlank(before: nil) }
    let line = Int(row)
    if line >= nextSection { beginSection(at: line) }
    let content = view.content(line)
    if content.isEmpty { return addBlank(before: line) }
    rows += 1
    if rows > Passages.longestSection * 4 { cut(before: line) }
    if line < bodyStart || contents.contains(line) { return }
    if hasOverstrikes {
      text.append(contentsOf: view.string(content).utf8)
    } else {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: view.text[content]))
    }
    text.append(0x20)
  }

  mutating func passages() -> Passages {
    end(before: view.count)
    return Passages(text: text, all: all, contents: contents)
  }

  private mutating func addBlank(before line: Int?) {
    rows += 1
    if rows > Passages.longestSection, let line { cut(before: line) }
  }

  private mutating func cut(before line: Int) {
    end(before: line)
    hasHeading = false
  }

  private mutating func beginSection(at line: Int) {
    var next = section.map { $0 + 1 } ?? 0
    end(before: outline.sections[next].lines.lowerBound)
    // A heading that lies in a page's end leaves no row, and its section none either.
    while next + 1 < outline.sections.count, outline.sections[next + 1].lines.lowerBound <= line { next += 1 }
    section = next
    hasHeading = true
    firstLine = outline.sections[next].lines.lowerBound
    bodyStart = firstLine + outline.sections[next].headingLines
    nextSection = next + 1 < outline.sections.count ? outline.sections[next + 1].lines.lowerBound : Int.max
  }

  /// Ends the passage and begins the next one of the same section.
  private mutating func end(before line: Int) {
    if text.count > firstByte || hasHeading {
      let lines = firstLine..<max(line, firstLine + 1)
      all.append(
        Passage(section: section, hasHeading: hasHeading, lines: lines, text: firstByte..<text.count))
    }
    firstLine = line
    firstByte = text.count
    rows = 0
  }
}
