import RFCModel

extension Bibliography {
  /// The entries of the sections that a document calls its references, bibliography or the like.
  ///
  /// - Parameters: of the same document.
  init(of document: Document, pagination: Pagination, outline: Outline) {
    self = LineView.with(document) { view in
      BibliographyBuilder(view: view, pagination: pagination, outline: outline).bibliography()
    }
  }
}

private struct BibliographyBuilder {
  let view: LineView
  let pagination: Pagination
  let outline: Outline

  /// A section without subsections of its own, and what kind of entries it says to hold.
  private struct List {
    let lines: Range<Int>
    let kind: Reference.Kind
    let promise: ReferencesTitle.Promise
  }

  func bibliography() -> Bibliography {
    var references: [Reference] = []
    var sections: [Range<Int>] = []
    var pageBreak = 0
    for list in titledLists() {
      while pageBreak < pagination.breaks.count,
        pagination.breaks[pageBreak].lines.upperBound <= list.lines.lowerBound
      {
        pageBreak += 1
      }
      let entries = BibliographyList(
        view: view, lines: list.lines, breaks: pagination.breaks[pageBreak...],
        isCertain: list.promise == .nothingElse
      ).entries()
      // `Reference Model`, `Frozen References`: all of it has to be entries, the first line too.
      if list.promise == .mention, !isAllEntries(list.lines, entries) { continue }
      let isCertain = list.promise != .amongOthers
      let found = entries.map { reference($0, kind: list.kind) }
      // A section may be called so and hold prose: on references to objects, on what others have written.
      let plausible = found.count { $0.isPlausible(byTag: isCertain) }
      guard plausible * 2 >= found.count, list.promise == .nothingElse || plausible == found.count else {
        continue
      }
      references += found
      if isCertain { sections.append(list.lines) }
    }
    return Bibliography(references: references, sections: sections)
  }

  /// By the outline, or by a line that says so where the outline has none.
  private func titledLists() -> [List] {
    let lists = lists()
    guard lists.isEmpty else { return lists }
    for line in stride(from: view.count - 1, to: 0, by: -1) {
      let content = view.content(line)
      guard (10...14).contains(content.count), LineView.isUpper(view.text[content.lowerBound]),
        view.isBlank(line - 1), ReferencesTitle(view.string(content))?.promise == .nothingElse
      else { continue }
      let section =
        outline.index(ofSectionAt: line).map { outline.sections[$0].lines.upperBound } ?? view.count
      return [List(lines: line + 1..<max(line + 1, section), kind: .unspecified, promise: .nothingElse)]
    }
    return []
  }

  private func lists() -> [List] {
    var lists: [List] = []
    var kinds: [Int: Reference.Kind] = [:]
    for (index, section) in outline.sections.enumerated() {
      let title = ReferencesTitle(section.title)
      let parent = section.parent.flatMap { kinds[$0] }
      guard title != nil || parent != nil else { continue }
      var kind = title?.kind ?? .unspecified
      if kind == .unspecified { kind = parent ?? .unspecified }
      let promise = title?.promise ?? .amongOthers
      if promise != .mention { kinds[index] = kind }
      let start = section.lines.lowerBound + section.headingLines
      guard start < section.lines.upperBound else { continue }
      lists.append(List(lines: start..<section.lines.upperBound, kind: kind, promise: promise))
    }
    return lists
  }

  /// Whether the text of a section is entries with tags in brackets: `[RFC3550] allows senders` is a sentence.
  private func isAllEntries(_ lines: Range<Int>, _ entries: [BibliographyList.Entry]) -> Bool {
    guard let first = entries.first, lines.first(where: { !view.isBlank($0) }) == first.lines.lowerBound
    else {
      return false
    }
    return entries.allSatisfy { entry in
      guard let tag = entry.tag, tag.lowerBound > 0, view.text[tag.lowerBound - 1] == 0x5B else {
        return false
      }
      return entry.firstText.isEmpty || !LineView.isLower(view.text[entry.firstText.lowerBound])
    }
  }

  private func reference(_ entry: BibliographyList.Entry, kind: Reference.Kind) -> Reference {
    var text: [UInt8] = []
    for line in entry.textLines {
      if !text.isEmpty { text.append(RunningText.lineEnd) }
      let content = line == entry.lines.lowerBound ? entry.firstText : view.content(line)
      text.append(contentsOf: view.text[content])
    }
    return text.withUnsafeBufferPointer { buffer in
      let reader = ByteReader(text: buffer)
      let tag = entry.tag.map(view.string) ?? reader.rfcLabel()
      return Reference(
        tag: tag, text: reader.string(0..<buffer.count),
        target: EntryTarget(reader).document(tag: tag), kind: kind, lines: entry.lines)
    }
  }
}

/// What a section's title says of references: `8.1.  Normative References`, `Bibliography`.
private struct ReferencesTitle {
  enum Promise {
    /// Nothing but references: the noun is the last one, and no other word has a meaning of its own.
    case nothingElse
    /// References among other things: `Notes`.
    case amongOthers
    /// The word, and others: `Useful References`, and `Reference Model`, too.
    case mention
  }

  var kind = Reference.Kind.unspecified
  var promise = Promise.amongOthers

  /// Nil for the title of a section that holds none: most are told by their first word.
  init?(_ title: String) {
    guard (4...60).contains(title.utf8.count), Self.mayHaveNoun(title) else { return nil }
    var words: [String] = []
    var hasNoun = false
    var hasOthers = false
    let lower = title.utf8.map(LineView.lowercased)
    var rest = lower[...]
    while let start = rest.firstIndex(where: Self.isLetterOrHyphen) {
      let letters = rest[start...].prefix(while: Self.isLetterOrHyphen)
      rest = rest[letters.endIndex...]
      let word = String(decoding: letters, as: UTF8.self)
      if Self.fillers.contains(word) { continue }
      if Self.nouns.contains(word) {
        hasNoun = true
      } else if !Self.others.contains(word), !Self.notes.contains(word) {
        // Most titles are told by their first word.
        guard hasNoun || Self.mayNameReferences(rest) else { return nil }
        hasOthers = true
      }
      words.append(word)
    }
    if hasNoun {
      promise = hasOthers || Self.isAbout(words) ? .mention : .nothingElse
    } else if hasOthers || !words.contains(where: Self.notes.contains) {
      return nil
    }
    if words.contains(where: { $0.hasPrefix("informa") || $0.hasPrefix("non") }) {
      kind = .informative
    } else if words.contains("normative") {
      kind = .normative
    }
  }

  /// Whether a word may be one of the nouns or notes, by its middle: few titles have any.
  private static func mayHaveNoun(_ title: String) -> Bool {
    var last: UInt32 = 0
    for byte in title.utf8 {
      last = last << 8 | UInt32(LineView.lowercased(byte))
      switch last {
      // efer, blio, uris, urls, tera, tati, note, docu, work, read
      case 0x6566_6572, 0x626C_696F, 0x7572_6973, 0x7572_6C73, 0x7465_7261, 0x7461_7469, 0x6E6F_7465,
        0x646F_6375, 0x776F_726B, 0x7265_6164:
        return true
      default: continue
      }
    }
    return false
  }

  /// Whether a later word may be one of the nouns, without taking the title apart.
  private static func mayNameReferences(_ title: ArraySlice<UInt8>) -> Bool {
    title.indices.contains { index in
      switch title[index] {
      // r, b
      case 0x72: title[index...].starts(with: "refere".utf8)
      case 0x62: title[index...].starts(with: "biblio".utf8)
      default: false
      }
    }
  }

  /// `References in Standards`, which is not `References in This Document`.
  private static func isAbout(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(of: "in"), place > 0 else { return false }
    return words[place...].dropFirst().first != "this"
  }

  private static func isLetterOrHyphen(_ byte: UInt8) -> Bool { LineView.isLetter(byte) || byte == 0x2D }

  private static let fillers: Set<String> = ["and", "of", "the", "selected", "other", "further", "list"]

  private static let nouns: Set<String> = [
    "references", "reference", "bibliography", "bibliographies", "uris", "urls", "literature", "citations",
  ]

  private static let others: Set<String> = [
    "normative", "informative", "informational", "non-normative", "nonnormative", "non", "external",
    "related",
    "additional", "background", "suggested", "recommended", "source", "general", "cited", "specifications",
    "documents", "document", "notes", "rfcs",
    "works", "work", "papers", "publications", "sources", "standards", "appendix", "to", "for", "in", "this",
  ]

  /// What sections are called that hold references among other things.
  private static let notes: Set<String> = ["notes", "footnotes", "endnotes", "documents", "work", "reading"]
}

extension ByteReader {
  /// `RFC 2396` where an entry begins with it and has no other tag.
  fileprivate func rfcLabel() -> String? {
    guard let (_, end) = rfc(at: 0), end < text.count else { return nil }
    return string(0..<end)
  }
}

extension Reference {
  /// It names a document, quotes a title or gives a year.
  ///
  /// - Parameter byTag: whether a tag that names a document is enough.
  fileprivate func isPlausible(byTag: Bool) -> Bool {
    if byTag, target != nil { return true }
    var digits = 0
    var year = 0
    for byte in text.utf8 {
      if byte == 0x22 { return true }
      if LineView.isDigit(byte) {
        digits += 1
        year = year &* 10 &+ Int(byte - 0x30)
      } else {
        if digits == 4, (1800...2199).contains(year) { return true }
        (digits, year) = (0, 0)
      }
    }
    return digits == 4 && (1800...2199).contains(year)
  }
}
