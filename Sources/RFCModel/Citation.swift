/// A place in the prose that points at another document, or at a section of this one.
public struct Citation: Hashable, Sendable {
  public enum Target: Hashable, Sendable {
    case thisDocument
    case document(CitedDocument)
    /// An entry of the bibliography that names no document which can be fetched: see ``Citation/reference``.
    case reference
  }

  public let target: Target
  public let section: SectionNumber?
  /// A figure, a table, a page of that document: what is cited of it instead of a section.
  public let place: PrintedPlace?
  /// Index in ``Bibliography/references`` of the entry that a tag names; nil for what is cited without one.
  public let reference: Int?
  /// 0-based line that it begins in.
  public let line: Int
  /// Byte ranges in ``Document/bytes``, one for each line it touches, ascending; never empty.
  public let ranges: [Range<Int>]

  /// What is cited of the document; nil for all of it.
  public var anchor: Anchor? { section.map(Anchor.section) ?? place.map(Anchor.printed) }

  public init(
    target: Target, section: SectionNumber?, place: PrintedPlace? = nil, reference: Int?, line: Int,
    ranges: [Range<Int>]
  ) {
    self.target = target
    self.section = section
    self.place = place
    self.reference = reference
    self.line = line
    self.ranges = ranges
  }
}

/// The citations of a document.
public struct Citations: Sendable {
  /// Ascending by where they begin; no two overlap.
  public let all: [Citation]

  public init(_ all: [Citation]) { self.all = all }

  public static let none = Citations([])

  /// Those that begin in these 0-based lines.
  public func beginning(in lines: Range<Int>) -> ArraySlice<Citation> {
    all[first(from: lines.lowerBound)..<first(from: max(lines.lowerBound, lines.upperBound))]
  }

  /// Index of the first citation that begins in `line` or after it.
  private func first(from line: Int) -> Int {
    all.partitioningIndex { $0.line >= line }
  }
}
