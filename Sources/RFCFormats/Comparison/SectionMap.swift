import RFCModel

/// What the sections of a text became in the texts that took its place: found by their titles, by the runs of words
/// that they have in common, and by what their neighbours became.
public struct SectionMap: Sendable {
  /// A section of one of the later texts.
  public struct Place: Hashable, Sendable {
    /// Index among the texts.
    public let text: Int
    /// Index in that text's outline.
    public let section: Int

    public init(text: Int, section: Int) {
      self.text = text
      self.section = section
    }
  }

  /// What became of a section.
  public enum Relation: String, Sendable, CaseIterable {
    /// It has its number and its title.
    case same
    /// It has its title and another number.
    case moved
    case renamed
    case movedAndRenamed = "moved and renamed"
    /// It stands in more than one section.
    case split
    case gone
  }

  /// A section of the text and what it became.
  public struct Entry: Hashable, Sendable {
    /// Index in the text's outline.
    public let section: Int
    public let relation: Relation
    /// The place that holds most of it comes first; empty where it is gone.
    public let places: [Place]

    public init(section: Int, relation: Relation, places: [Place]) {
      self.section = section
      self.relation = relation
      self.places = places
    }
  }

  /// One for each section from the first numbered one on, ascending.
  public let entries: [Entry]

  /// What a section became; nil for one of the front matter.
  ///
  /// - Parameter section: index in the text's outline.
  public func entry(of section: Int) -> Entry? {
    let index = entries.partitioningIndex { $0.section >= section }
    guard index < entries.count, entries[index].section == section else { return nil }
    return entries[index]
  }

  public init(entries: [Entry]) { self.entries = entries }

  /// Works it out; 0.2 s for two texts of 1.5 MB.
  ///
  /// - Parameter texts: those that took its place, in the order of their numbers. The other way round, of what it took
  ///   the place, it says where its sections come from.
  public init(from text: ParsedText, to texts: [ParsedText]) {
    let bytes = texts.reduce(text.document.bytes.count) { $0 + $1.document.bytes.count }
    var reader = SectionReader(bytes: bytes)
    let old = reader.traits(of: [text])
    let new = reader.traits(of: texts)
    var finder = LikenessFinder(old: old, new: new, reader: reader)
    let matcher = SectionMatcher(
      old: old, new: new, likenesses: old.indices.map { finder.likenesses(of: $0) })
    entries = matcher.matches().enumerated().map { index, match in
      matcher.entry(of: index, match: match)
    }
  }
}

extension SectionMap.Relation {
  /// What one section is to another that it became, by their numbers and titles.
  public init(of section: Section, with other: Section, isSplit: Bool) {
    self.init(
      isSplit: isSplit, hasSameNumber: section.number == other.number,
      hasSameTitle: section.title.plainWords == other.title.plainWords)
  }

  init(isSplit: Bool, hasSameNumber: Bool, hasSameTitle: Bool) {
    switch (isSplit, hasSameNumber, hasSameTitle) {
    case (true, _, _): self = .split
    case (false, true, true): self = .same
    case (false, false, true): self = .moved
    case (false, true, false): self = .renamed
    case (false, false, false): self = .movedAndRenamed
    }
  }
}

extension String {
  fileprivate var plainWords: WordHash {
    var text = self
    var hash = WordHash.empty
    text.withUTF8 { bytes in PlainWord.each(in: bytes, bytes.indices) { hash = hash.adding($0.hash) } }
    return hash
  }
}
