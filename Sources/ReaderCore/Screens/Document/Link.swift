import RFCFormats
import RFCModel

/// A place in the text that leads somewhere.
struct Link: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case document(Locator)
    /// Of the document itself.
    case section(SectionNumber)
    /// A figure or a table of the document itself.
    case printed(PrintedPlace)
    /// A 0-based line of the document itself: of a heading without a number.
    case line(Int)
    /// `BCP 14`: the catalogue knows which RFCs that is.
    case subSeries(SubSeries, Int)
    /// Index of an entry of the bibliography that names nothing which can be fetched.
    case reference(Int)
    case url(String)
    /// A rule of a grammar: its name, and the 0-based line of the document where it begins; nil for a core rule of RFC
    /// 5234.
    case rule(String, line: Int?)

    /// Whether it leads to a document or a place in one.
    var isPlace: Bool {
      if case .url = self { return false }
      return true
    }
  }

  let target: Target
  /// 0-based line that it begins in.
  let line: Int
  /// As ``Citation/ranges``.
  let ranges: [Range<Int>]

  /// The RFC that it leads to.
  var rfc: RFCNumber? {
    if case .document(let locator) = target { locator.document.rfc } else { nil }
  }
}

/// What a document cites, as links. Made once, and then only read: a copy of the reading has a reference to it.
final class Links: Sendable {
  /// Ascending by where they begin.
  let all: [Link]
  let bibliography: Bibliography

  /// Per link the offset of its first byte in ``Document/bytes``.
  private let starts: [Int]
  /// Bytes from the first to the last of the one that takes most, with what stands between them: margins, a page's end.
  private let longest: Int

  static let none = Links(all: [], bibliography: .empty)

  convenience init(of text: ParsedText) {
    let (outline, own) = (text.outline, text.number)
    let cited = text.citations.all.compactMap { Link($0, outline: outline, own: own) }
    let rules = text.grammar.uses.map { Link($0, in: text.document) }
    let contents = text.contentsEntries.map { Link($0, outline: outline) }
    let captions = Self.captions(text.captions, mentioned: cited)
    let all = [rules, contents, captions].reduce(cited) { Self.merged($0, with: $1) }
    self.init(all: all, bibliography: text.bibliography)
  }

  /// A caption leads to where the text speaks of it first.
  private static func captions(_ captions: Captions, mentioned cited: [Link]) -> [Link] {
    var mentions: [PrintedPlace: Int] = [:]
    for link in cited {
      if case .printed(let place) = link.target, mentions[place] == nil { mentions[place] = link.line }
    }
    return captions.all.compactMap { place, caption in
      mentions[place].map { Link(target: .line($0), line: caption.line, ranges: [caption.label]) }
    }.sorted { $0.line < $1.line }
  }

  /// Both by where they begin; where two overlap, that of the first.
  private static func merged(_ first: [Link], with second: [Link]) -> [Link] {
    if second.isEmpty { return first }
    var all: [Link] = []
    all.reserveCapacity(first.count + second.count)
    var index = 0
    var end = 0
    for link in second {
      while index < first.count, first[index].ranges[0].lowerBound <= link.ranges[0].lowerBound {
        end = first[index].ranges[first[index].ranges.count - 1].upperBound
        all.append(first[index])
        index += 1
      }
      let isFree = index == first.count || first[index].ranges[0].lowerBound >= link.ranges[0].upperBound
      if isFree, link.ranges[0].lowerBound >= end { all.append(link) }
    }
    return all + first[index...]
  }

  private init(all: [Link], bibliography: Bibliography) {
    self.all = all
    self.bibliography = bibliography
    starts = all.map { $0.ranges[0].lowerBound }
    longest = zip(all, starts).map { $0.ranges[$0.ranges.count - 1].upperBound - $1 }.max() ?? 0
  }

  /// Every RFC that is cited, each once, ascending.
  var rfcs: [RFCNumber] { Set(all.compactMap(\.rfc)).sorted() }

  /// Indices of those that touch one of some ranges of bytes, ascending as ``Layout/sources(ofRow:in:)`` has them.
  func indices(touching sources: [Range<Int>]) -> [Int] {
    guard let first = sources.first, let last = sources.last else { return [] }
    var index = starts.partitioningIndex { $0 >= first.lowerBound - longest }
    var found: [Int] = []
    while index < starts.count, starts[index] < last.upperBound {
      if all[index].ranges.contains(where: { range in sources.contains { $0.overlaps(range) } }) {
        found.append(index)
      }
      index += 1
    }
    return found
  }
}

extension Link {
  fileprivate init(_ use: Grammar.Use, in document: Document) {
    let name = String(decoding: document.bytes[use.range], as: UTF8.self)
    self.init(target: .rule(name, line: use.rule), line: use.line, ranges: [use.range])
  }

  fileprivate init(_ entry: ContentsEntry, outline: Outline) {
    let section = outline.sections[entry.section]
    let target = section.number.map(Target.section) ?? .line(section.lines.lowerBound)
    self.init(target: target, line: entry.line, ranges: entry.ranges)
  }

  /// Nil for what leads nowhere: a section that the document does not have.
  fileprivate init?(_ citation: Citation, outline: Outline, own: RFCNumber?) {
    let section = citation.section
    let target: Target
    switch citation.target {
    case .thisDocument where citation.place != nil:
      guard let place = citation.place, place.kind != .page else { return nil }
      target = .printed(place)
    case .thisDocument:
      guard let section, outline.index(of: section) != nil else { return nil }
      target = .section(section)
    case .document(.rfc(let number)):
      if number == own {
        guard let section, outline.index(of: section) != nil else { return nil }
        target = .section(section)
      } else {
        target = .document(Locator(.rfc(number), at: citation.anchor))
      }
    case .document(.subSeries(let series, let number)): target = .subSeries(series, number)
    case .document(.draft(let name)):
      if let revision = DraftName(name) {
        target = .document(Locator(.draft(revision), at: citation.anchor))
      } else {
        target = .url(CitedDocument.draft(name).url())
      }
    case .document(.url(let address)): target = .url(address)
    case .reference:
      guard let reference = citation.reference else { return nil }
      target = .reference(reference)
    }
    self.init(target: target, line: citation.line, ranges: citation.ranges)
  }
}

/// The link that Enter follows.
enum LinkFocus: Hashable, Sendable {
  /// One of the numbers in the row under the title, counted from the left.
  case banner(Int)
  /// Index in ``Links/all``.
  case text(Int)
}
