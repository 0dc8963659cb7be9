import RFCModel

/// Code that says itself where it begins and ends, whatever its lines look like: a description in a module reads like
/// prose, and a drawing in a comment is a figure.
struct EnclosedCode {
  private let body: BodyLines
  private let view: LineView
  private let lines: [LineShape]

  init(_ body: BodyLines) {
    self.body = body
    view = body.view
    lines = body.lines
  }

  /// A part, as a range of indices of lines.
  struct Part {
    enum Kind { case asn1Module, yangModule, asn1Macro, marked, armour }

    let kind: Kind
    let lines: Range<Int>
    /// Where the name of a module stands; nil where it has none.
    var name: Range<Int>?
  }

  /// One may lie in another.
  func parts() -> [Part] {
    modules() + marked().map { Part(kind: .marked, lines: $0) }
      + armours().map { Part(kind: .armour, lines: $0) }
  }

  /// What stands between `<CODE BEGINS>` and `<CODE ENDS>`, as far as its section goes where nothing says that it ends.
  private func marked() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var sectionEnd: Int?
    func close(_ end: Int) {
      if let start { found.append(start..<max(start, end)) }
      (start, sectionEnd) = (nil, nil)
    }
    for index in lines.indices {
      switch body.codeMark(index) {
      case .begins:
        close(sectionEnd ?? index)
        start = index + 1
      case .ends: close(index)
      case nil: if start != nil, sectionEnd == nil, lines[index].zone != .body { sectionEnd = index }
      }
    }
    close(sectionEnd ?? lines.count)
    return found
  }

  /// `-----BEGIN CERTIFICATE-----` to its `-----END`, the armour of PEM and OpenPGP. Source: RFC 7468.
  private func armours() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in lines.indices {
      let line = lines[index]
      if line.zone != .body { start = nil }
      guard line.first == 0x2D, line.second == 0x2D, line.last == 0x2D, let word = word(in: armour(index))
      else {
        continue
      }
      if isWord(word, "BEGIN") {
        // A signed message holds the armour of its signature.
        start = start ?? index
      } else if isWord(word, "END"), let begin = start {
        if index - begin < Self.armourLimit { found.append(begin..<index + 1) }
        start = nil
      }
    }
    return found
  }

  /// Lines; a mention of its first line may have no end.
  private static let armourLimit = 1000

  /// What stands between the dashes, at least four on each side; empty for another line.
  private func armour(_ index: Int) -> Range<Int> {
    let content = content(index)
    var (start, end) = (content.lowerBound, content.upperBound)
    while start < end, view.text[start] == 0x2D { start += 1 }
    while end > start, view.text[end - 1] == 0x2D { end -= 1 }
    let isFramed = start - content.lowerBound >= 4 && content.upperBound - end >= 4
    return isFramed ? start..<end : start..<start
  }

  private enum Notation { case asn1, yang }

  /// A byte of the lines, by its line's index.
  private struct Spot {
    var index: Int
    var offset: Int
  }

  /// A hostile text may begin a module in each line and end none.
  private static let limit = 16

  /// Modules of ASN.1, a MIB's among them, and of YANG, ascending.
  private func modules() -> [Part] {
    var found: [Part] = []
    var unended = 0
    var index = 0
    while index < lines.count, unended < Self.limit {
      guard let (notation, first, inner) = opening(index), first >= found.last?.lines.upperBound ?? 0 else {
        index += 1
        continue
      }
      if let last = lastLine(notation, from: inner, first: first) {
        found.append(part(notation, first..<last + 1))
        index = last + 1
      } else {
        unended += 1
        index = inner.index + 1
      }
    }
    return found
  }

  private func part(_ notation: Notation, _ lines: Range<Int>) -> Part {
    let content = content(lines.lowerBound)
    switch notation {
    case .yang:
      let rest = view.trimmed(view.firstWord(content).upperBound..<content.upperBound)
      return Part(kind: .yangModule, lines: lines, name: word(in: rest))
    case .asn1:
      let name = word(in: content)
      let rest = view.trimmed((name?.upperBound ?? content.lowerBound)..<content.upperBound)
      if let next = word(in: rest), isWord(next, "MACRO") { return Part(kind: .asn1Macro, lines: lines) }
      let isNamed = name.map { !isWord($0, "DEFINITIONS") && $0.lowerBound == content.lowerBound } ?? false
      return Part(kind: .asn1Module, lines: lines, name: isNamed ? name : nil)
    }
  }

  private func content(_ index: Int) -> Range<Int> { view.content(Int(lines[index].line)) }

  // MARK: Where it begins

  /// What begins in a line: its first line and where its inside begins.
  ///
  /// - Parameter macros: whether those of ASN.1 count, which modules hold.
  private func opening(_ index: Int, macros: Bool = true) -> (Notation, first: Int, inner: Spot)? {
    let line = lines[index]
    if line.last == 0x7B, line.words == 3, line.first == 0x6D || line.first == 0x73 {
      let content = content(index)
      let keyword = view.firstWord(content)
      guard view.matches(keyword, "module") || view.matches(keyword, "submodule") else { return nil }
      return (.yang, index, Spot(index: index, offset: content.upperBound - 1))
    }
    // `MACRO` has five.
    guard line.capitals >= 5 else { return nil }
    let content = content(index)
    guard let word = openingWord(in: content, macros: macros),
      let inner = behindBegin(Spot(index: index, offset: word.upperBound)),
      let first = nameLine(index, before: word.lowerBound)
    else { return nil }
    return (.asn1, first, inner)
  }

  /// The first word that a module of ASN.1 begins with. Looks at each fifth byte: the shortest one has five.
  private func openingWord(in content: Range<Int>, macros: Bool) -> Range<Int>? {
    var at = content.lowerBound + 4
    while at < content.upperBound {
      if LineView.isUpper(view.text[at]) {
        var start = at
        while start > content.lowerBound, isWordByte(view.text[start - 1]) { start -= 1 }
        var end = at + 1
        while end < content.upperBound, isWordByte(view.text[end]) { end += 1 }
        let word = start..<end
        if isWord(word, "DEFINITIONS") || isWord(word, "PIB-DEFINITIONS") || macros && isWord(word, "MACRO") {
          return word
        }
        at = end
      }
      at += 5
    }
    return nil
  }

  /// Behind `IMPLICIT TAGS ::= BEGIN`, over the lines that it takes.
  private func behindBegin(_ start: Spot) -> Spot? {
    var spot = start
    var isAssigned = false
    while spot.index < min(lines.count, start.index + 4) {
      let rest = view.trimmed(spot.offset..<content(spot.index).upperBound)
      if rest.isEmpty {
        spot.index += 1
        guard spot.index < lines.count else { return nil }
        spot.offset = content(spot.index).lowerBound
      } else if !isAssigned, view.hasPrefix(rest, "::=") {
        isAssigned = true
        spot.offset = rest.lowerBound + 3
      } else {
        guard let word = word(in: rest), word.lowerBound == rest.lowerBound else { return nil }
        spot.offset = word.upperBound
        if isAssigned { return isWord(word, "BEGIN") ? spot : nil }
        guard Self.manners.contains(where: { isWord(word, $0) }) else { return nil }
      }
    }
    return nil
  }

  private static let manners: [StaticString] = [
    "IMPLICIT", "EXPLICIT", "AUTOMATIC", "TAGS", "EXTENSIBILITY", "IMPLIED", "DEFINITIONS",
  ]

  /// The line that the module's name begins: this one, or one above where its identifier stands between. Nil where
  /// other words stand before.
  private func nameLine(_ index: Int, before offset: Int) -> Int? {
    var first = index
    var before = view.trimmed(content(index).lowerBound..<offset)
    let isBelow = before.isEmpty
    if isBelow {
      guard index > 0 else { return index }
      first -= 1
      before = content(first)
      // Comments may stand between.
      while first > max(0, index - 12), view.text[before].starts(with: "--".utf8) {
        first -= 1
        before = content(first)
      }
    }
    if view.text[before.upperBound - 1] == 0x7D {
      // `{ iso(1) member-body(2)` may take some lines.
      while first > max(0, index - 12), !view.text[before].contains(0x7B) {
        first -= 1
        before = content(first)
      }
      let brace = view.text[before].firstIndex(of: 0x7B) ?? before.upperBound
      before = view.trimmed(before.lowerBound..<brace)
      if before.isEmpty, first > 0 {
        first -= 1
        before = content(first)
      }
    }
    if let name = word(in: before), name == before { return first }
    return isBelow ? index : nil
  }

  // MARK: Where it ends

  /// The line of its `END`, or of the brace that closes it.
  private func lastLine(_ notation: Notation, from inner: Spot, first: Int) -> Int? {
    closingLine(notation, from: inner) ?? loneEnd(notation, behind: inner.index, indent: lines[first].indent)
  }

  /// An open quotation mark hides what follows, over the lines.
  private func closingLine(_ notation: Notation, from inner: Spot) -> Int? {
    var isQuoted = false
    var depth = notation == .asn1 ? 1 : 0
    for index in inner.index..<lines.count {
      let line = lines[index]
      // Most lines of descriptions: nothing in them counts.
      if notation == .asn1, line.capitals < 3, !line.hasOddQuotes, line.columns < WordCount.reach { continue }
      let content = content(index)
      var at = index == inner.index ? inner.offset : content.lowerBound
      while at < content.upperBound {
        let byte = view.text[at]
        var next = at + 1
        if byte == 0x22 {
          isQuoted.toggle()
        } else if !isQuoted {
          if isComment(notation, at, in: content) { break }
          if LineView.isLetter(byte), let word = word(in: at..<content.upperBound) {
            next = word.upperBound
            if notation == .asn1, isWord(word, "BEGIN") { depth += 1 }
            if notation == .asn1, isWord(word, "END") { depth -= 1 }
            // The next module: this one has no end.
            if notation == .asn1, isWord(word, "DEFINITIONS"),
              behindBegin(Spot(index: index, offset: next)) != nil
            {
              return nil
            }
          } else if notation == .yang {
            if byte == 0x7B { depth += 1 }
            if byte == 0x7D { depth -= 1 }
          }
          if depth == 0 { return index }
        }
        at = next
      }
    }
    return nil
  }

  /// Where a quotation mark is missing: the first line with nothing but the end that stands no deeper than the name and
  /// ends no macro.
  private func loneEnd(_ notation: Notation, behind start: Int, indent: Int16) -> Int? {
    var macros = 0
    for index in start + 1..<max(start + 1, lines.count) {
      let line = lines[index]
      if line.words == 1, line.indent <= indent {
        let word = content(index)
        switch notation {
        case .asn1 where isWord(word, "BEGIN"): macros += 1
        case .asn1 where isWord(word, "END"):
          if macros == 0 { return index }
          macros -= 1
        case .yang where line.first == 0x7D: return index
        default: break
        }
      }
      if opening(index, macros: false) != nil { return nil }
    }
    return nil
  }

  /// `-- to the end of the line`, `// the same`.
  private func isComment(_ notation: Notation, _ at: Int, in content: Range<Int>) -> Bool {
    let sign: UInt8 = notation == .asn1 ? 0x2D : 0x2F
    return view.text[at] == sign && at + 1 < content.upperBound && view.text[at + 1] == sign
  }

  // MARK: Words

  /// The first run of letters, digits and hyphens.
  private func word(in range: Range<Int>) -> Range<Int>? {
    guard let start = range.first(where: { isWordByte(view.text[$0]) }) else { return nil }
    var end = start
    while end < range.upperBound, isWordByte(view.text[end]) { end += 1 }
    return start..<end
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    LineView.isLetter(byte) || LineView.isDigit(byte) || byte == 0x2D || byte == 0x5F
  }

  /// In this case, unlike what prose says.
  private func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return range.indices.allSatisfy { view.text[$0] == word.utf8Start[$0 - range.lowerBound] }
  }
}
