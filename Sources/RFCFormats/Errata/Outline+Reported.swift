import RFCModel

extension Outline {
  /// Indices of the sections that whoever reports an error names: `4.2`, `Section 3.1 and 3.2`, `Appendix A, page 41`,
  /// `Abstract`. Empty for one that the document does not have.
  func sections(named text: String) -> [Int] {
    var found: [Int] = []
    var before: Substring = ""
    let words = text.prefix(400).split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".")) }
    for word in words {
      defer { before = word }
      guard let number = number(word, behind: before.lowercased(), isAlone: words.count == 1),
        let index = index(of: number), !found.contains(index)
      else { continue }
      found.append(index)
    }
    if !found.isEmpty { return Array(found.prefix(20)) }
    let title = text.trimmedLetters
    guard title.count >= 3 else { return [] }
    return sections.firstIndex { $0.title.trimmedLetters == title }.map { [$0] } ?? []
  }

  /// What is no section, though it has a number.
  private static let others: Set<String> = [
    "page", "pages", "pg", "pg.", "p", "p.", "pp", "pp.", "line", "lines", "rfc", "figure", "table",
    "paragraph", "para",
  ]

  private func number(_ word: Substring, behind before: String, isAlone: Bool) -> SectionNumber? {
    if Self.others.contains(before) { return nil }
    var word = word
    // `s7.3`, `sec4`
    let lower = word.lowercased()
    for prefix in ["section", "sec.", "sec", "s."] where lower.hasPrefix(prefix) && lower.count > prefix.count
    {
      word = word.dropFirst(prefix.count)
      break
    }
    if let first = word.first, first == "s" || first == "S", word.dropFirst().first?.isNumber == true {
      word = word.dropFirst()
    }
    guard let first = word.first, let number = SectionNumber(word) else { return nil }
    // A letter by itself is a word.
    if first.isLetter, !word.contains("."), !isAlone, before != "appendix", before != "annex" { return nil }
    return number
  }

  static func isGlobal(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.contains("global") || text.trimmedLetters == "all"
  }
}

extension String {
  /// Its ASCII letters in lower case.
  fileprivate var trimmedLetters: String {
    String(decoding: utf8.map { LineView.lowercased($0) }.filter { $0 &- 0x61 < 26 }, as: UTF8.self)
  }
}
