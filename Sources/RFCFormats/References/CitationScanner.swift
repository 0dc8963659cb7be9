import RFCModel

/// Reads running text once, from its beginning to its end, for what it cites. In parts, for a text of megabytes takes
/// longer than a key may.
struct CitationScanner {
  /// While a part is read.
  private(set) var reader = ByteReader(text: UnsafeBufferPointer(start: nil, count: 0))
  let running: RunningText
  let tags: TagTable
  /// The document's own number: what it says of itself under that name is no citation of another.
  let own: RFCNumber?
  /// A draft's own name without its revision, as its head says it.
  private var ownDraft: Substring?
  /// Keys of the section numbers that the document has.
  private let sections: Set<UInt64>
  let captions: Captions

  private(set) var found: [Citation] = []
  /// Where to read on, and in which section of the bibliography that is, or which one comes next.
  private var position = 0
  private var list = 0
  /// A hostile text may cite in every word.
  static let limit = 200_000

  /// The document named last, which a section behind it belongs to.
  var last: Mention?
  /// The sections read last, kept to be used again.
  var items: [Item] = []

  /// One section of a list.
  struct Item {
    let number: Range<Int>
    /// The number with what belongs to it: a word before, `Appendix A`, an item behind, `3.2.1d`.
    let range: Range<Int>
  }

  /// A document named in the text.
  struct Mention {
    let target: Citation.Target
    let reference: Int?
    let range: Range<Int>
    /// Index in ``CitationScanner/found`` of the citation made of it; nil where there is none.
    var citation: Int?
  }

  /// - Parameters:
  ///   - running: made with the same outline and bibliography.
  ///   - captions: of the figures and tables that it may cite as its own.
  ///   - number: the document's own, so that it is not taken for another; nil where it is not known.
  init(
    of running: RunningText, outline: Outline, bibliography: Bibliography, captions: Captions = .none,
    number: RFCNumber?
  ) {
    self.captions = captions
    self.running = running
    tags = TagTable(bibliography)
    own = number
    sections = Set(outline.sections.compactMap { $0.number.map { Self.key($0.text.utf8) } })
  }

  private static let starts = WordStarts(
    [
      // RFC, request; section, subsection, STD; appendix, annex; BCP; FYI, ftp; draft; http
      ("Rr", "FfEe", "CcQq"), ("Ss", "EeUuTt", "CcBbDd"), ("Aa", "PpNn", "PpNn"), ("B", "C", "P"),
      // figure; http, table, page
      ("Ff", "YyTtIi", "IiPpGg"), ("Dd", "Rr", "Aa"), ("HhTtPp", "TtAa", "TtBbGg"),
    ],
    // A bracket, the first byte of a section sign.
    always: [0x5B, 0xC2, RunningText.paragraphEnd])

  /// Looks at another stretch of the text.
  ///
  /// - Returns: true where there is more to do.
  mutating func advance(bytes count: Int) -> Bool {
    let running = running
    return running.bytes.withUnsafeBufferPointer { text in
      reader = ByteReader(text: text)
      defer { reader = ByteReader(text: UnsafeBufferPointer(start: nil, count: 0)) }
      if position == 0 { head() }
      position = Self.starts.scan(reader, position..<position + min(count, text.count)) { index, byte in
        guard found.count < Self.limit else { return text.count }
        while list < running.bibliography.count, running.bibliography[list].upperBound <= index { list += 1 }
        let isList = list < running.bibliography.count && running.bibliography[list].contains(index)
        return citation(at: index, byte, isBibliography: isList) ?? 0
      }
      return position + 1 < text.count
    }
  }

  /// What has been found so far.
  var citations: Citations { Citations(ordered) }

  /// Tables are read cell by cell, so their citations may come out of order.
  private var ordered: [Citation] {
    func start(_ citation: Citation) -> Int { citation.ranges.first?.lowerBound ?? 0 }
    let isOrdered = zip(found, found.dropFirst()).allSatisfy { start($0) <= start($1) }
    return isOrdered ? found : found.sorted { start($0) < start($1) }
  }

  /// Reads what begins at `index`, if anything, and returns where to read on.
  private mutating func citation(at index: Int, _ byte: UInt8, isBibliography: Bool) -> Int? {
    switch byte {
    case 0x52, 0x72: return rfcs(at: index)
    case 0x53: return section(at: index, isBibliography: isBibliography) ?? subSeries(at: index)
    case 0x73, 0x41, 0x61, 0xC2: return section(at: index, isBibliography: isBibliography)
    case 0x42: return subSeries(at: index)
    case 0x46:
      return subSeries(at: index) ?? url(at: index) ?? printed(at: index, isBibliography: isBibliography)
    case 0x44, 0x64: return draft(at: index)
    case 0x48, 0x68: return url(at: index)
    case 0x66: return url(at: index) ?? printed(at: index, isBibliography: isBibliography)
    case 0x54, 0x74, 0x50, 0x70: return printed(at: index, isBibliography: isBibliography)
    case 0x5B: return bracket(at: index)
    default:
      last = nil
      return nil
    }
  }

  // MARK: Documents

  /// `RFC 2119`, `RFCs 1, 2 and 3`.
  private mutating func rfcs(at index: Int) -> Int? {
    guard let (start, isPlural) = reader.rfcWord(at: index), let (number, end) = reader.rfcNumber(at: start),
      !isPartOfIdentifier(index)
    else { return nil }
    mention(.document(.rfc(number)), nil, index..<end)
    // Behind a singular a number is more often a year: `RFC 1, 1969`.
    guard isPlural else { return end }
    var position = end
    while let next = reader.separator(at: position, plural: true),
      let (number, end) = reader.rfcNumber(at: next)
    {
      mention(.document(.rfc(number)), nil, next..<end)
      position = end
    }
    return position
  }

  /// `10.17487/RFC2119` says again what stands before it.
  private func isPartOfIdentifier(_ index: Int) -> Bool {
    reader.byte(index - 1) == 0x2F && LineView.isDigit(reader.byte(index - 2))
  }

  private mutating func subSeries(at index: Int) -> Int? {
    guard let (document, end) = reader.subSeries(at: index) else { return nil }
    mention(.document(document), nil, index..<end)
    return end
  }

  private mutating func draft(at index: Int) -> Int? {
    guard let end = reader.draftEnd(at: index) else { return nil }
    let name = reader.draftName(index..<end)
    // The first name in the head of what is no RFC is its own.
    if own == nil, ownDraft == nil, index < running.headEnd { ownDraft = Self.withoutRevision(name) }
    mention(.document(.draft(name)), nil, index..<end)
    return end
  }

  private mutating func url(at index: Int) -> Int? {
    guard let end = reader.urlEnd(at: index) else { return nil }
    emit(.document(.url(reader.url(index..<end))), nil, nil, index..<end)
    return end
  }

  /// `Obsoletes: 1883, 2460` in the head of the first page, where the numbers stand alone.
  private mutating func head() {
    let end = min(running.headEnd, 8_000)
    var index = 0
    while index < end {
      defer { index += 1 }
      guard !ByteReader.isWord(reader.byte(index - 1)),
        let list = reader.prefix("obsoletes:", at: index) ?? reader.prefix("updates:", at: index),
        // A list behind the plural is found like any other.
        !(reader.rfcWord(at: reader.skipBlanks(list))?.isPlural ?? false)
      else { continue }
      var position = reader.skipBlanks(list)
      while true {
        if let named = reader.rfc(at: position) {
          // With the word it is found like any other.
          position = named.end
        } else if let (number, end) = reader.headNumber(at: position) {
          mention(.document(.rfc(number)), nil, position..<end)
          position = end
        } else {
          break
        }
        guard reader.byte(position) == 0x2C else { break }
        position = reader.nextInHead(behind: position)
      }
    }
    last = nil
  }

  /// A document is named.
  mutating func mention(_ target: Citation.Target, _ reference: Int?, _ range: Range<Int>) {
    var mention = Mention(target: target, reference: reference, range: range)
    if !isOwn(target) {
      mention.citation = found.count
      emit(target, nil, reference, range)
    }
    last = mention
  }

  func isOwn(_ target: Citation.Target) -> Bool {
    switch target {
    case .document(.rfc(let number)): number == own
    case .document(.draft(let name)): ownDraft != nil && Self.withoutRevision(name) == ownDraft
    default: false
    }
  }

  /// `draft-ietf-quic-transport` of `draft-ietf-quic-transport-34`.
  private static func withoutRevision(_ name: String) -> Substring {
    let digits = name.utf8.suffix(2)
    guard name.utf8.count > 3, digits.allSatisfy(LineView.isDigit), name.utf8.dropLast(2).last == 0x2D else {
      return name[...]
    }
    return name.dropLast(3)
  }

  // MARK: Results

  mutating func emit(_ target: Citation.Target, _ number: Range<Int>?, _ reference: Int?, _ range: Range<Int>)
  {
    var section: SectionNumber?
    if let number {
      section = sectionNumber(number)
      guard section != nil else { return }
    }
    emit(target, section, nil, reference, range)
  }

  mutating func emit(
    _ target: Citation.Target, _ place: PrintedPlace, _ reference: Int?, _ range: Range<Int>
  ) {
    emit(target, nil, place, reference, range)
  }

  private mutating func emit(
    _ target: Citation.Target, _ section: SectionNumber?, _ place: PrintedPlace?, _ reference: Int?,
    _ range: Range<Int>
  ) {
    let source = running.source(of: range)
    guard !source.ranges.isEmpty else { return }
    found.append(
      Citation(
        target: isOwn(target) ? .thisDocument : target, section: section, place: place,
        reference: reference, line: source.line, ranges: source.ranges))
  }

  private func sectionNumber(_ range: Range<Int>) -> SectionNumber? {
    if let number = SectionNumber(ascii: UnsafeBufferPointer(rebasing: reader.text[range])) { return number }
    // A line end may cut it in two.
    return reader.text[range].filter { $0 > 0x20 }.withUnsafeBufferPointer { SectionNumber(ascii: $0) }
  }

  /// Takes back the citation made of a mention, if it is the last one.
  mutating func dropMention(_ mention: Mention) -> Bool {
    guard let citation = mention.citation, citation == found.count - 1 else { return false }
    found.removeLast()
    return true
  }

  func hasSection(_ range: Range<Int>) -> Bool { sections.contains(Self.key(reader.text[range])) }

  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes where byte > 0x20 {
      key = (key ^ UInt64(byte >= 0x61 ? byte & 0xDF : byte)) &* 0x100_0000_01B3
    }
    return key
  }
}

extension ByteReader {
  /// Where the next item of a list begins: behind `,`, `, and`, `and`, `or`, `&`, `through`, `to`, `-`.
  func separator(at index: Int, plural: Bool) -> Int? {
    var next = skipBlanks(index)
    var isFound = false
    if byte(next) == 0x2C || byte(next) == 0x3B && plural || byte(next) == 0x26 || byte(next) == 0x2F {
      next = skipBlanks(next + 1)
      isFound = true
    } else if byte(next) == 0x2D {
      next = skipBlanks(byte(next + 1) == 0x2D ? next + 2 : next + 1)
      return next
    } else if byte(next) == 0xE2, byte(next + 1) == 0x80, byte(next + 2) == 0x93 || byte(next + 2) == 0x94 {
      return skipBlanks(next + 3)
    }
    for conjunction: StaticString in ["and/or", "and", "or", "through", "thru", "to", "as well as"] {
      if let end = word(conjunction, at: next) { return skipBlanks(end) }
    }
    return isFound ? next : nil
  }

  /// A number of a list in the head, and not the day that a date in the other column begins with.
  fileprivate func headNumber(at index: Int) -> (number: RFCNumber, end: Int)? {
    guard let (number, end) = rfcNumber(at: index), !Self.isWord(byte(end)) else { return nil }
    return end - index <= 2 && isBeforeWord(end) ? nil : (number, end)
  }

  /// Where the item behind a comma begins: in the line, or, beside what the other column says, in the next one.
  fileprivate func nextInHead(behind comma: Int) -> Int {
    let next = skipBlanks(comma + 1)
    guard next > comma + 2, headNumber(at: next) == nil, rfc(at: next) == nil else { return next }
    let line = comma + 1..<comma + 200
    guard let end = line.first(where: { byte($0) < 0x20 }), let item = headNumber(at: end + 1),
      !isBeforeWord(item.end)
    else { return next }
    return end + 1
  }

  /// Whether one blank and a letter follow, and no other column.
  private func isBeforeWord(_ index: Int) -> Bool {
    byte(index) == 0x20 && LineView.isLetter(byte(index + 1))
  }

  /// Whether a comma, and no word, stands between the two.
  func isComma(between end: Int, and next: Int) -> Bool {
    let comma = skipBlanks(end)
    return byte(comma) == 0x2C && skipBlanks(comma + 1) == next
  }
}
