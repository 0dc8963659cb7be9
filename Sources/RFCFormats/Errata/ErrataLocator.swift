import RFCModel

/// Finds the lines that reports of errors are about. A wrong line misleads where a section does not: in doubt it is the
/// section that the report names, or the document.
public struct ErrataLocator {
  private let document: Document
  private let outline: Outline
  private let letters: Letters
  private let lineWords: LineWords

  public init(_ text: ParsedText) {
    document = text.document
    outline = text.outline
    letters = Letters(
      of: text.document, pagination: text.pagination, contents: text.printedContents)
    lineWords = LineWords(of: text.document, lines: letters.lines)
  }

  public func place(of erratum: Erratum) -> ErratumPlace {
    let sections = outline.sections(named: erratum.section)
    let quotation = Quotation(erratum.original)
    let corrected = Letters.of(erratum.corrected.utf8.prefix(Quotation.mostBytes))
    let scope = Scope(
      ranges: sections.map { outline.wholeRange(of: $0) },
      isGlobal: sections.count > 1 || Outline.isGlobal(erratum.section))
    let parts = quotation.parts(unlike: Quotation(erratum.corrected))
    var lines = self.lines(of: quotation, parts, corrected, in: scope)
    if lines.isEmpty, !scope.ranges.isEmpty, quotation.length >= Self.longQuotation {
      lines = self.lines(of: quotation, parts, corrected, in: Scope(ranges: [], isGlobal: false))
    }
    let first = lines.first.flatMap { outline.index(ofSectionAt: $0.lowerBound) }
    return ErratumPlace(
      lines: lines, section: first ?? sections.first, marked: marked(of: erratum, quotation, in: lines))
  }

  /// Letters of a quotation that is looked for where the report does not say that it stands.
  private static let longQuotation = 40

  /// Where a report says that it is about.
  private struct Scope {
    /// 0-based lines; empty where it does not say.
    let ranges: [Range<Int>]
    /// Every place is meant.
    let isGlobal: Bool
  }

  private func lines(
    of quotation: Quotation, _ parts: [Quotation.Part], _ corrected: [UInt8], in scope: Scope
  ) -> [Range<Int>] {
    for variant in quotation.variants {
      let places = places(of: variant, part: Self.difference(of: variant, from: corrected), in: scope)
      if !places.isEmpty { return Self.apart(places) }
    }
    var lines: [Range<Int>] = []
    var found = 0
    var isSure = false
    for part in parts {
      let places = places(of: part.letters, in: scope)
      isSure = isSure || !places.isEmpty && part.length >= Self.longQuotation
      let likely = places.isEmpty ? (likely(part, in: scope).map { [$0] } ?? []) : places
      if !likely.isEmpty { found += part.length }
      lines += likely
    }
    let all = parts.reduce(0) { $0 + $1.length }
    // Of what is quoted a third at least; or word for word what was hardly written for anything else.
    guard isSure || found * 3 > all else { return [] }
    return Self.apart(lines)
  }

  // MARK: The words

  /// The words of some lines that would be corrected: those that the quotation says, else those that are spelled alike.
  private func marked(
    of erratum: Erratum, _ quotation: Quotation, in lines: [Range<Int>]
  ) -> [Range<Int>] {
    guard let first = lines.first?.lowerBound, let end = lines.last?.upperBound else { return [] }
    let changes = WordChanges(from: erratum.original, to: erratum.corrected)
    let original = Array(erratum.original.utf8.prefix(Quotation.mostBytes))
    let quoted = changes.all.map { change -> Range<Int> in
      let start = Letters.of(original[..<change.removed.lowerBound]).count
      let count = Letters.of(original[change.removed]).count
      // What is put in is seen by its neighbours, and so is what has no letters.
      return count > 0 ? start..<start + count : max(0, start - 1)..<start + 1
    }
    var marked: [Range<Int>] = []
    let window = max(0, first - Self.mostLinesBefore)..<end
    for offset in letters.offsets(of: quotation.variants[0], within: window) {
      for range in quoted {
        let letters = offset + range.lowerBound..<offset + min(range.upperBound, quotation.length)
        guard !letters.isEmpty else { continue }
        marked += self.letters.words(of: letters, in: document).filter { word in
          lines.contains { $0.contains(document.lines.line(containing: word.lowerBound)) }
        }
      }
    }
    if marked.isEmpty { marked = alike(changes.all.map { original[$0.removed] }, in: lines) }
    return Self.apart(marked)
  }

  /// Lines of a quotation before the ones that are corrected.
  private static let mostLinesBefore = 400

  private func alike(_ removed: [ArraySlice<UInt8>], in lines: [Range<Int>]) -> [Range<Int>] {
    let wanted = Set(removed.flatMap { $0.split(whereSeparator: { $0 <= 0x20 }) })
    guard !wanted.isEmpty else { return [] }
    var found: [Range<Int>] = []
    for line in lines.joined() {
      for word in document[line: line].split(whereSeparator: { $0 <= 0x20 }) where wanted.contains(word) {
        found.append(word.startIndex..<word.endIndex)
      }
    }
    return found.count <= wanted.count + 3 ? found : []
  }

  /// Ascending, those that overlap as one.
  private static func apart(_ lines: [Range<Int>]) -> [Range<Int>] {
    var apart: [Range<Int>] = []
    for range in lines.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = apart.last, range.lowerBound < last.upperBound {
        apart[apart.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        apart.append(range)
      }
    }
    return apart
  }

  /// So many lines are marked as they are quoted.
  static let fewLines = 4

  /// From the first letter that is corrected to the last, with one before what is put in; nil where nothing of it stays.
  private static func difference(of original: [UInt8], from corrected: [UInt8]) -> Range<Int>? {
    let before = zip(original, corrected).prefix { $0 == $1 }.count
    let rest = zip(original.dropFirst(before).reversed(), corrected.dropFirst(before).reversed())
    let behind = rest.prefix { $0 == $1 }.count
    guard before + behind > 0, original != corrected else { return nil }
    let start = min(before, original.count - 1)
    return start..<max(start + 1, original.count - behind)
  }

  /// Where all of it stands, unless that is too often to be meant.
  ///
  /// - Parameter part: of the letters, whose lines are wanted.
  private func places(of wanted: [UInt8], part: Range<Int>? = nil, in scope: Scope) -> [Range<Int>] {
    guard wanted.count >= 4 else { return [] }
    var all = letters.places(of: wanted)
    if part != nil, all.contains(where: { $0.count > Self.fewLines }) {
      all = letters.places(of: wanted, part: part)
    }
    if scope.ranges.isEmpty {
      if all.count == 1 { return wanted.count >= 8 ? all : [] }
      guard (2...4).contains(all.count), wanted.count >= 10 else { return [] }
      return scope.isGlobal ? all : wanted.count > 60 ? Array(all.prefix(1)) : []
    }
    let inside = all.filter { place in scope.ranges.contains { $0.contains(place.lowerBound) } }
    if inside.isEmpty { return all.count == 1 && wanted.count >= 25 ? all : [] }
    return inside.count == 1 || inside.count <= 8 && wanted.count >= 10 ? inside : []
  }

  // MARK: Not word for word

  /// Where most of its lines stand together, else most of its words.
  private func likely(_ part: Quotation.Part, in scope: Scope) -> Range<Int>? {
    let ranges = scope.ranges.isEmpty ? [0..<document.lines.count] : scope.ranges
    return bestLines(of: part, in: ranges) ?? bestWords(of: part, in: ranges)
  }

  private func bestLines(of part: Quotation.Part, in ranges: [Range<Int>]) -> Range<Int>? {
    let wanted = part.lines.filter { $0.count >= 6 }
    let all = wanted.reduce(0) { $0 + $1.count }
    guard all >= 16 else { return nil }
    var best: (found: Int, lines: Range<Int>)?
    for range in ranges {
      var hits: [(lines: Range<Int>, index: Int)] = []
      for (index, line) in wanted.enumerated() {
        hits += letters.places(of: line, within: range).map { ($0, index) }
      }
      hits.sort { ($0.lines.lowerBound, $0.index) < ($1.lines.lowerBound, $1.index) }
      for (start, hit) in hits.enumerated() {
        var seen: Set<Int> = []
        var found = 0
        var end = hit.lines.upperBound
        for next in hits[start...] {
          if next.lines.lowerBound - hit.lines.lowerBound > wanted.count * 2 + 4 { break }
          guard seen.insert(next.index).inserted else { continue }
          found += wanted[next.index].count
          end = max(end, next.lines.upperBound)
        }
        if found > best?.found ?? 0 { best = (found, hit.lines.lowerBound..<end) }
      }
    }
    return best.flatMap { $0.found * 2 >= all ? $0.lines : nil }
  }

  /// Two words that follow each other, as a number.
  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &+ first << 6)
  }

  private static func pairs(of words: some Collection<UInt64>) -> [UInt64] {
    zip(words, words.dropFirst()).map { pair($0, $1) }
  }

  /// The lines that have half of its pairs of neighbouring words, and few others.
  private func bestWords(of part: Quotation.Part, in ranges: [Range<Int>]) -> Range<Int>? {
    let words = part.words.compactMap { LineWords.number(of: $0) }
    guard (5...400).contains(words.count) else { return nil }
    let wanted = Set(Self.pairs(of: words))
    var best: (share: Double, lines: Range<Int>)?
    for range in ranges {
      let indices = letters.indices(within: range)
      // A line at either end that has none of them is none of it.
      let areOfIt = indices.map { index in Self.pairs(of: lineWords[index]).contains(where: wanted.contains) }
      func isOfIt(_ index: Int) -> Bool { areOfIt[index - indices.lowerBound] }
      for start in indices where isOfIt(start) {
        var found: [UInt64] = []
        var end = start
        while end < indices.upperBound, found.count * 10 < words.count * 9 {
          found += lineWords[end]
          end += 1
        }
        let pairs = Set(Self.pairs(of: found))
        let common = pairs.count { wanted.contains($0) }
        let share = Double(common) / Double(max(1, pairs.count + wanted.count - common))
        guard share > best?.share ?? 0 else { continue }
        var shown = start..<end
        while shown.count > 1, !isOfIt(shown.upperBound - 1) { shown = shown.dropLast() }
        best = (share, letters.line(at: shown.lowerBound)..<letters.line(at: shown.upperBound - 1) + 1)
      }
    }
    return best.flatMap { $0.share >= 0.5 ? $0.lines : nil }
  }
}
