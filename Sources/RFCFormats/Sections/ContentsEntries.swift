import RFCModel

/// An entry of the printed table of contents.
public struct ContentsEntry: Hashable, Sendable {
  /// Index in ``Outline/sections``.
  public let section: Int
  /// Of its number and title, a range for each line that they take, in ``Document/bytes``.
  public fileprivate(set) var ranges: [Range<Int>]
  /// 0-based line that it begins in.
  public let line: Int
}

extension ContentsEntry {
  /// The entries whose section is found in the text, by its number or else its title.
  ///
  /// - Parameters: all of the same document.
  static func all(
    in document: Document, contents: Range<Int>, pagination: Pagination, outline: Outline
  ) -> [ContentsEntry] {
    guard contents.count > 1 else { return [] }
    let numbers = Dictionary(
      outline.sections.enumerated().compactMap { index, section in section.number.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    let titles = Dictionary(
      outline.sections.enumerated().map { (letters($1.title.utf8), $0) },
      uniquingKeysWith: { first, _ in first })
    let heading = contents.lowerBound
    let rows = pagination.plainLines(of: document).filter { contents.contains(Int($0)) && $0 > heading }
    return LineView.with(document) { view in
      var entries: [ContentsEntry] = []
      // The title of the last one may go on.
      var isOpen = false
      for row in rows {
        let line = Int(row)
        let content = view.content(line)
        guard !content.isEmpty else { continue }
        let (text, hasPage) = view.contentsEntry(content)
        let section = view.sectionNumber(text).flatMap { numbers[$0] } ?? titles[letters(view.text[text])]
        if let section {
          entries.append(ContentsEntry(section: section, ranges: [text], line: line))
        } else if isOpen, let last = entries.last, view.indent(line) > view.indent(last.line) {
          entries[entries.count - 1].ranges.append(text)
        }
        isOpen = !hasPage && (section != nil || isOpen)
      }
      return entries
    }
  }

  /// Letters and digits in lower case: what titles are compared by.
  private static func letters(_ title: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for byte in title where LineView.isLetter(byte) || LineView.isDigit(byte) {
      letters.append(LineView.lowercased(byte))
      if letters.count == 80 { break }
    }
    return letters
  }
}

extension LineView {
  /// The number that an entry begins with: `2.1.`, `Appendix A.`
  fileprivate func sectionNumber(_ content: Range<Int>) -> SectionNumber? {
    var word = firstWord(content)
    if matches(word, "appendix") || matches(word, "annex") || matches(word, "section") {
      word = firstWord(trimmed(word.upperBound..<content.upperBound))
    }
    while let last = text[word].last, last == 0x2E || last == 0x3A { word = word.dropLast() }
    guard (1...24).contains(word.count) else { return nil }
    return SectionNumber(String(decoding: text[word], as: UTF8.self))
  }
}
