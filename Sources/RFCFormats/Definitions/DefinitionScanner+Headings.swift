import RFCModel

extension DefinitionScanner {
  /// `Retry-After`, `"exp" (Expiration Time) Claim`, `HANDSHAKE_DONE Frames`, `404 Not Found`, `Foo - The First Foo`.
  mutating func read(heading section: Section) {
    let line = section.lines.lowerBound
    let title = Array(section.title.utf8)[...]
    readRunIn(line)
    guard title.count <= 120 else { return }
    add(title, at: line, .certain)
    for mark: UInt8 in [0x22, 0x27] {
      let parts = title.split(separator: mark, maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count == 3, parts[0].last ?? 0x20 == 0x20 { add(parts[1], at: line, .certain) }
    }
    var name = title
    if let open = title.firstIndex(of: 0x28), open > title.startIndex {
      // `Path MTU Discovery (PMTUD)`
      name = title[..<open]
      if name.last == 0x20 { name = name.dropLast() }
      let inner = title[(open + 1)...].prefix { $0 != 0x29 }
      add(name, at: line, .defined)
      if Initials.areCapitals(inner) { add(inner, at: line, .certain) }
    }
    for separator in [" - ", " -- ", ": "] {
      guard let (before, after) = parts(of: name, at: separator) else { continue }
      add(before, at: line, .listed)
      add(TradeWords.stripped(after), at: line, .listed)
    }
    name = TradeWords.stripped(name, words: 1)
    add(name, at: line, .defined)
    name = TradeWords.stripped(name)
    add(name, at: line, .listed)
    // A code and what it stands for.
    let code = name.prefix(while: LineView.isDigit)
    if code.count == 3, name.count > 5, name[code.endIndex] == 0x20 {
      add(code, at: line, .certain)
      add(name[(code.endIndex + 1)...], at: line, .certain)
    }
    if let (before, after) = parts(of: name, at: " and ") {
      add(TradeWords.stripped(before), at: line, .listed)
      add(TradeWords.stripped(after), at: line, .listed)
    }
  }

  /// `1. MUST   This word means ...`: a name, a gap, and what is said of it, all in the line of the heading.
  private mutating func readRunIn(_ line: Int) {
    let content = view.content(line)
    let label = view.firstWord(content)
    let rest = view.trimmed(label.upperBound..<content.upperBound)
    guard view.text[label].first.map(LineView.isDigit) == true, let gap = gap(in: rest),
      LineView.isLetter(view.text[gap.upperBound])
    else { return }
    addTerm(rest.lowerBound..<gap.lowerBound, at: line, .certain)
  }

  private func parts(
    of name: ArraySlice<UInt8>, at separator: String
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
    let count = separator.utf8.count
    guard name.count > count else { return nil }
    let start = (name.startIndex..<name.endIndex - count).first {
      name[$0..<$0 + count].elementsEqual(separator.utf8)
    }
    return start.map { (name[..<$0], name[($0 + count)...]) }
  }
}
