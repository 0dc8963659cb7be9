import RFCModel

/// A line at a page's end or beginning: what of it says whether a blank line stands next to it.
struct JoinLine {
  let line: Int
  let content: Range<Int>
  let indent: Int
  let word: Range<Int>
  /// A list's marker, and the column in which its text begins; else the indent.
  let isItem: Bool
  let textColumn: Int
  /// The first and last byte, those of letters and digits as one of their kind.
  let opening: UInt8
  let ending: UInt8

  /// - Parameter indent: of the line, which is not blank.
  init(_ line: Int, indent: Int, in view: LineView) {
    self.line = line
    self.indent = indent
    let content = view.content(line)
    self.content = content
    word = view.firstWord(content)
    if let marker = view.listMarker(content) {
      isItem = true
      textColumn =
        indent + view.trimmed(marker.upperBound..<content.upperBound).lowerBound - content.lowerBound
    } else {
      isItem = false
      textColumn = indent
    }
    let (first, last) = (view.text[content.lowerBound], view.text[content.upperBound - 1])
    opening =
      LineView.isUpper(first)
      ? 0x41 : LineView.isDigit(first) ? 0x30 : LineView.isLetter(first) ? 0x61 : first
    ending = LineView.isLetter(last) || LineView.isDigit(last) ? 0x61 : last
  }

  var beginsLower: Bool { opening == 0x61 }

  /// `.`, `:`, `?`, `!`
  var endsSentence: Bool { [0x2E, 0x3A, 0x3F, 0x21].contains(ending) }

  /// A word, a comma, a hyphen.
  var endsOpen: Bool { [0x61, 0x2C, 0x2D].contains(ending) }

  /// The same, `)`, `"`, `'`, `]`, `>`, `;`, `/`, `%`: as a line of a paragraph may, where its sentence goes on.
  var endsAsProse: Bool { endsOpen || [0x29, 0x22, 0x27, 0x5D, 0x3E, 0x3B, 0x2F, 0x25].contains(ending) }

  /// `Email:`, `Value:`
  func isLabel(in view: LineView) -> Bool { view.text[word.upperBound - 1] == 0x3A }
}

extension LineView {
  /// How wide a line would be if the first word of the next one stood in it as well; `Section 4` is one word there.
  func width(_ last: JoinLine, with first: JoinLine) -> Int {
    last.indent + last.content.count + 1 + boundWord(of: first)
  }

  /// How long a line's first word is, and what may not be parted from it.
  func boundWord(of first: JoinLine) -> Int {
    var word = first.word
    var start = word.lowerBound
    if text[start] == 0x28 { start += 1 }
    let name = start..<word.upperBound
    if matches(name, "section") || matches(name, "appendix") || matches(name, "figure")
      || matches(name, "table")
    {
      let rest = trimmed(word.upperBound..<first.content.upperBound)
      word = word.lowerBound..<max(word.upperBound, firstWord(rest).upperBound)
    }
    return word.count
  }

  /// `name = value`, `name ::= value`
  func isRule(_ line: JoinLine) -> Bool {
    let rest = text[trimmed(line.word.upperBound..<line.content.upperBound)]
    return rest.starts(with: "= ".utf8) || rest.starts(with: "::= ".utf8) || rest.starts(with: "=/ ".utf8)
  }

  /// Whether the second word and the third are of small letters alone.
  func hasWords(_ line: JoinLine) -> Bool {
    var rest = trimmed(line.word.upperBound..<line.content.upperBound)
    for _ in 0..<2 {
      let word = firstWord(rest)
      guard !word.isEmpty, text[word].allSatisfy(Self.isLower) else { return false }
      rest = trimmed(word.upperBound..<line.content.upperBound)
    }
    return true
  }

  /// A line of a printed contents: `. . .`, or a number at its end behind a blank.
  func isContentsLine(_ content: Range<Int>) -> Bool {
    var start = content.upperBound
    while start > content.lowerBound, Self.isDigit(text[start - 1]) { start -= 1 }
    if start < content.upperBound, start > content.lowerBound, Self.isBlank(text[start - 1]) { return true }
    return hasLeader(content)
  }

  func hasLeader(_ content: Range<Int>) -> Bool {
    var dots = 0
    for byte in text[content] {
      if byte == 0x2E { dots += 1 } else if byte != 0x20 { dots = 0 }
      if dots == 3 { return true }
    }
    return false
  }

  /// A heading at the left margin: `2.1.  Record`, `Appendix A.  Vectors`, `B.  More`; `2  Use` with a blank line below.
  func isMarginHeading(_ line: JoinLine) -> Bool {
    guard line.indent == 0, line.content.count < 80, !isContentsLine(line.content) else { return false }
    var word = line.word
    if matches(word, "appendix") {
      word = firstWord(trimmed(word.upperBound..<line.content.upperBound))
      return !word.isEmpty && word.count <= 3 && Self.isUpper(text[word.lowerBound])
    }
    let title = trimmed(word.upperBound..<line.content.upperBound)
    guard let first = text[title].first, !Self.isLower(first), first != 0x3A, first != 0x3D else {
      return false
    }
    let isNumber =
      Self.isDigit(text[word.lowerBound]) || word.count > 1 && Self.isUpper(text[word.lowerBound])
    guard isNumber, text[word].dropFirst().allSatisfy({ Self.isDigit($0) || $0 == 0x2E }) else {
      return false
    }
    guard word.count <= 12 else { return false }
    return text[word].contains(0x2E) || word.count <= 2 && hasBlankBelow(line.line)
  }
}
