import RFCModel

/// Terms that begin what is said of them.
extension DefinitionScanner {
  /// `Sender:  who sends`, `o  Sender - who sends`, `MAC   Media Access Control`, `Window:  16 bits`, or a term that
  /// stands alone above its text.
  mutating func readTerm(_ line: Int, kind: Block.Kind, isAlone: Bool) {
    let whole = view.content(line)
    let content = behindMarker(whole.lowerBound..<min(whole.upperBound, whole.lowerBound + 400))
    guard !content.isEmpty else { return }
    readFormal(content, at: line)
    let isListed = kind == .list || kind == .definition
    let way: Definitions.Way = isTerminology && isListed ? .certain : isListed ? .defined : .listed
    if let colon = colon(in: content) {
      let value = colon + 1..<content.upperBound
      if readNamed(content.lowerBound..<colon, value: value, at: line) { return }
      addTerm(content.lowerBound..<colon, at: line, isSize(value) ? .certain : way)
    } else if let gap = gap(in: content), gap.lowerBound - content.lowerBound <= 40,
      !endsSentence(gap.lowerBound)
    {
      addTerm(content.lowerBound..<gap.lowerBound, at: line, kind == .definition ? way : .listed)
    } else if let dash = dash(in: content) {
      addTerm(content.lowerBound..<dash, at: line, way)
    } else if isAlone, content.count <= 60, !endsSentence(content.upperBound) {
      if kind == .definition { addTerm(content, at: line, way) }
      if kind == .list { addTerm(content, at: line, .quoted) }
    }
  }

  /// `16 bits`, `2 octets`, `variable`.
  private func isSize(_ value: Range<Int>) -> Bool {
    let value = view.trimmed(value)
    if view.hasPrefix(value, "variable") { return true }
    let digits = view.text[value].prefix(while: LineView.isDigit)
    guard (1...4).contains(digits.count) else { return false }
    let unit = view.trimmed(digits.endIndex..<value.upperBound)
    return ["bit", "-bit", "octet", "-octet", "byte", "-byte"].contains { view.hasPrefix(unit, $0) }
  }

  /// A term with what may stand around it: quotation marks, a short form or a number in parentheses behind it, which is
  /// the term, too: `Data Offset (DOffset)`.
  mutating func addTerm(_ range: Range<Int>, at line: Int, _ way: Definitions.Way) {
    var term = view.trimmed(range)
    if let open = view.text[term].firstIndex(of: 0x28), open > term.lowerBound {
      let inner = view.trimmed(
        open + 1..<(view.text[open..<term.upperBound].firstIndex(of: 0x29) ?? term.upperBound))
      if inner.count <= 24, let first = view.text[inner].first, LineView.isLetter(first), isTerm(inner) {
        add(unquoted(inner), at: line, way)
      }
      term = view.trimmed(term.lowerBound..<open)
    }
    while let last = view.text[term].last, last == 0x3A || last == 0x2C {
      term = view.trimmed(term.dropLast())
    }
    term = unquoted(term)
    guard isTerm(term) else { return }
    add(term, at: line, way)
    let stripped = TradeWords.stripped(view.text[term])
    if stripped.count < term.count {
      add(stripped, at: line, way == .defined || way == .certain ? .listed : way)
    }
  }

  /// At most five words, no end of a clause between them, and some letter.
  private func isTerm(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= Definitions.longest else { return false }
    var (blanks, letters) = (0, 0)
    for index in range {
      let byte = view.text[index]
      if byte == 0x20 { blanks += 1 }
      if LineView.isLetter(byte) { letters += 1 }
      if byte == 0x3B || byte == 0x2C || byte == 0x22 { return false }
      if byte == 0x2E, index + 1 < range.upperBound, view.text[index + 1] == 0x20 { return false }
    }
    return blanks <= 4 && letters > 0
  }

  /// `Claim Name: "exp"`, in what is registered: the value is what is defined.
  private mutating func readNamed(_ label: Range<Int>, value: Range<Int>, at line: Int) -> Bool {
    let value = unquoted(view.trimmed(value))
    guard label.count >= 4, view.hasPrefix(label.upperBound - 4..<label.upperBound, "name"), !value.isEmpty,
      value.count <= 40, !view.text[value].contains(0x20)
    else { return false }
    add(value, at: line, .listed)
    return true
  }

  // MARK: Where a term ends

  /// A colon that a blank or nothing follows, near the beginning.
  private func colon(in content: Range<Int>) -> Int? {
    let end = min(content.upperBound, content.lowerBound + 70)
    return (content.lowerBound..<end).first { index in
      view.text[index] == 0x3A && index > content.lowerBound
        && (index + 1 == content.upperBound || LineView.isBlank(view.text[index + 1]))
    }
  }

  /// The first two blanks in a row, or the first tab.
  func gap(in content: Range<Int>) -> Range<Int>? {
    let end = min(content.upperBound, content.lowerBound + 60)
    for index in content.lowerBound..<end where LineView.isBlank(view.text[index]) {
      guard
        view.text[index] == 0x09 || index + 1 < content.upperBound && LineView.isBlank(view.text[index + 1])
      else { continue }
      let next = skipBlanks(index, in: content)
      return next < content.upperBound ? index..<next : nil
    }
    return nil
  }

  /// ` - `, ` -- `, a dash.
  private func dash(in content: Range<Int>) -> Int? {
    let end = min(content.upperBound - 2, content.lowerBound + 60)
    guard end > content.lowerBound else { return nil }
    for index in content.lowerBound..<end where view.text[index] == 0x20 {
      if view.text[index + 1] == 0x2D, view.text[index + 2] == 0x20 || view.text[index + 2] == 0x2D {
        return index
      }
      if view.text[index + 1] == 0xE2, view.text[index + 2] == 0x80 { return index }
    }
    return nil
  }

  private func endsSentence(_ end: Int) -> Bool { [0x2E, 0x3F, 0x21, 0x2C].contains(view.text[end - 1]) }

  /// Without `*`, `-`, `o` and other markers of a list.
  private func behindMarker(_ content: Range<Int>) -> Range<Int> {
    guard let text = LineShape.marker(content, in: view) else { return content }
    return view.trimmed(text..<content.upperBound)
  }

  /// Without the quotation marks, or `<` and `>`, around it.
  func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2 else { return range }
    let (first, last) = (view.text[range.lowerBound], view.text[range.upperBound - 1])
    let isQuoted = first == last && (first == 0x22 || first == 0x27 || first == 0x60 || first == 0x5F)
    return isQuoted || first == 0x3C && last == 0x3E ? range.lowerBound + 1..<range.upperBound - 1 : range
  }
}
