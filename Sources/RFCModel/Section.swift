/// A section: its heading and the lines until the next one.
public struct Section: Hashable, Sendable {
  /// Nil for an unnumbered one: `Abstract`.
  public let number: SectionNumber?
  /// Whole, on one line, without the number, white space folded: `Interface Identifiers`.
  public let title: String
  /// 1 for a top-level section and for an unnumbered one that stands by itself.
  public let level: Int
  /// 0-based lines: the heading's first line up to the line before the next section of any level. Line numbers for
  /// people and for JSON are one more.
  public let lines: Range<Int>
  /// How many lines the heading takes, 1 and up.
  public let headingLines: Int
  /// Index in ``Outline/sections`` of the section this one lies in; nil at the top.
  public let parent: Int?

  public init(
    number: SectionNumber?, title: String, level: Int, lines: Range<Int>, headingLines: Int, parent: Int?
  ) {
    self.number = number
    self.title = title
    self.level = level
    self.lines = lines
    self.headingLines = headingLines
    self.parent = parent
  }
}

/// The sections of a document, in the order of its text.
public struct Outline: Sendable {
  public let sections: [Section]
  /// 0-based lines of the table of contents that the text prints; empty where there is none.
  public let printedContents: Range<Int>

  /// - Parameter sections: ascending by line.
  public init(sections: [Section], printedContents: Range<Int> = 0..<0) {
    self.sections = sections
    self.printedContents = printedContents
  }

  public static let empty = Outline(sections: [])

  /// Index of the section that a 0-based line lies in; nil before the first heading.
  public func index(ofSectionAt line: Int) -> Int? {
    let next = sections.partitioningIndex { $0.lines.lowerBound > line }
    return next == 0 ? nil : next - 1
  }

  /// Index of the section with that number. Where a text numbers two alike, the first.
  public func index(of number: SectionNumber) -> Int? {
    sections.firstIndex { $0.number == number }
  }

  /// Index of the next section with the same parent.
  public func nextSibling(of index: Int) -> Int? {
    let parent = sections[index].parent
    return sections.indices[(index + 1)...].first { sections[$0].parent == parent }
  }

  /// Index of the previous section with the same parent.
  public func previousSibling(of index: Int) -> Int? {
    let parent = sections[index].parent
    return sections.indices[..<index].last { sections[$0].parent == parent }
  }

  /// 0-based lines of a section with everything below it: up to the next section that is no descendant.
  public func wholeRange(of index: Int) -> Range<Int> {
    var end = index + 1
    while end < sections.count, isDescendant(end, of: index) { end += 1 }
    return sections[index].lines.lowerBound..<sections[end - 1].lines.upperBound
  }

  private func isDescendant(_ index: Int, of ancestor: Int) -> Bool {
    var parent = sections[index].parent
    while let current = parent, current >= ancestor {
      if current == ancestor { return true }
      parent = sections[current].parent
    }
    return false
  }
}
