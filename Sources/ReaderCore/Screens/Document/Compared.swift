import RFCFormats
import RFCModel

/// A text beside one that it became, or that it came from: what differs, and where each stands in the other.
struct Compared {
  /// Both texts of a comparison have the same number.
  let comparison: Int
  /// Whether it is the older one.
  let isOlder: Bool
  private let paragraphs: [TextComparison.Paragraph]
  private let others: [TextComparison.Paragraph]
  /// The bytes of the words that the other text lacks, ascending.
  private let changes: [Range<Int>]
  /// 0-based lines of the paragraphs that have changed, moved or have no counterpart, ascending.
  let changedLines: [Int]
  /// What to say of a section, by its index.
  private let sections: [Int: String]
  private let number: RFCNumber?

  /// A text and the one beside it.
  ///
  /// - Parameters:
  ///   - map: what its sections became, or came from.
  ///   - text: which of the texts of the map the one beside it is.
  static func both(
    _ reading: Reading, _ map: SectionMap, with beside: ParsedText, number text: Int,
    _ successors: Successors, comparison number: Int
  ) -> (own: Compared, others: Compared) {
    let isOlder = !successors.arePredecessors
    let own = reading.parsed
    let comparison =
      isOlder
      ? TextComparison(of: own, with: beside, map: map, text: text) : TextComparison(of: beside, with: own)
    let names = successors.sources.map { $0.id?.rfc.map { "RFC \($0)" } ?? $0.name }
    let ownWords = words(map, of: own, in: beside, text: text, names, isOlder: isOlder)
    // Seen from the other side.
    let back = SectionMap(from: beside, to: [own])
    let otherWords = words(back, of: beside, in: own, text: 0, [reading.name], isOlder: !isOlder)
    return (
      Compared(number, comparison, isOlder: isOlder, ownWords, own.number),
      Compared(number, comparison, isOlder: !isOlder, otherWords, beside.number)
    )
  }

  private init(
    _ number: Int, _ texts: TextComparison, isOlder: Bool, _ sections: [Int: String], _ rfc: RFCNumber?
  ) {
    comparison = number
    self.isOlder = isOlder
    self.sections = sections
    self.number = rfc
    paragraphs = isOlder ? texts.old : texts.new
    others = isOlder ? texts.new : texts.old
    changes = paragraphs.flatMap(\.changes)
    changedLines = paragraphs.compactMap { $0.isSame ? nil : $0.lines.lowerBound }
  }

  // MARK: What is said

  /// `moved to 3.8`, `gone`; of the newer text `was 3.7`, `new`.
  func words(ofSection section: Int) -> String? { sections[section] }

  private static func words(
    _ map: SectionMap, of own: ParsedText, in other: ParsedText, text: Int, _ names: [String], isOlder: Bool
  ) -> [Int: String] {
    var all: [Int: String] = [:]
    for entry in map.entries {
      let places = entry.places.map { place in
        guard place.text == text else {
          return names.indices.contains(place.text) ? names[place.text] : ""
        }
        let section = other.outline.sections[place.section]
        return section.number?.text ?? section.title
      }
      let list = places.prefix(3).joined(separator: ", ")
      switch entry.relation {
      case .gone: all[entry.section] = isOlder ? "gone" : "new"
      case .same where entry.places.first?.text == text: break
      case .same, .moved: all[entry.section] = isOlder ? "moved to \(list)" : "was \(list)"
      case .renamed, .movedAndRenamed:
        let place = entry.places.first.flatMap {
          $0.text == text ? other.outline.sections[$0.section].title : nil
        }
        let name = [places.first, place].compactMap(\.self).joined(separator: " ")
        all[entry.section] = isOlder ? "now \(name)" : "was \(name)"
      case .split: all[entry.section] = isOlder ? "split: \(list)" : "from \(list)"
      }
    }
    return all
  }

  /// `Appendix B of RFC 4291 lists the changes.`: the section of the newer text that does.
  func summary(in beside: ParsedText) -> String? {
    guard isOlder, let number, let name = beside.number else { return nil }
    let section = beside.outline.sections.first { section in
      let title = section.title.lowercased()
      return section.number != nil && (title.contains("change") || title.contains("difference"))
        && (title.contains("rfc \(number)") || title.contains("rfc\(number)")
          || title.contains("rfc-\(number)"))
    }
    return (section?.number).map { section in
      "\(section.isAppendix ? "Appendix" : "Section") \(section) of RFC \(name) lists the changes."
    }
  }

  // MARK: Where

  /// The words that the other text lacks in some bytes.
  func changes(touching bytes: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = changes.partitioningIndex { $0.upperBound > bytes.lowerBound }
    let end = changes.partitioningIndex { $0.lowerBound >= bytes.upperBound }
    return first < end ? changes[first..<end] : []
  }

  /// Where the other text is to stand: which line of it, and how many rows below the top; nil where nothing says so.
  func standpoint(of reading: Reading, rows: Int) -> (line: Int, below: Int)? {
    let top = reading.view.top
    let line = reading.line(atOrBelow: top)
    let first = paragraphs.partitioningIndex { $0.lines.upperBound > line }
    func place(_ index: Int) -> (line: Int, below: Int)? {
      guard let counterpart = paragraphs[index].counterpart, !paragraphs[index].hasMoved else { return nil }
      let row = reading.layout.row(ofLine: paragraphs[index].lines.lowerBound)
      return (others[counterpart].lines.lowerBound, row - top)
    }
    for index in paragraphs.indices[first...].prefix(rows) {
      guard let found = place(index) else { continue }
      if found.below < rows { return found }
      break
    }
    // Nothing in the window: the other text waits where it was last the same.
    for index in paragraphs.indices[..<first].reversed() {
      if let found = place(index) { return (found.line, 0) }
    }
    return nil
  }
}

extension DocumentScreen {
  /// `D`: asks for what took the place of this text.
  mutating func compare() {
    guard !isCover else { return }
    guard let number = reading.number else {
      message = Message(warning: "\(reading.name) is no RFC; only RFCs are compared.")
      return
    }
    ask(.successors(number))
  }

  /// Stands beside the text that is read.
  mutating func follow(_ place: (line: Int, below: Int)) {
    reading.view.top = max(0, reading.layout.row(ofLine: place.line) - place.below)
  }
}

extension SectionMap {
  /// The place of a section, or of the nearest one before it that has one.
  func place(ofSection section: Int?) -> Place? {
    guard let section else { return nil }
    let end = entries.partitioningIndex { $0.section > section }
    return entries[..<end].last { !$0.places.isEmpty }?.places.first
  }
}

extension Successors {
  /// What is to be said of texts that are not here.
  func words(of number: RFCNumber) -> String {
    guard let first = missing.first else { return "Nothing took the place of RFC \(number)." }
    let list = missing.prefix(4).map { "\($0)" }.joined(separator: ", ") + (missing.count > 4 ? " ..." : "")
    return "Not in the cache: RFC \(list). :\(first) downloads it."
  }
}
