import RFCModel

/// Tells the notation that lines are in, by what they look like: the surest signs first.
struct NotationReader {
  let text: UnsafeBufferPointer<UInt8>
  let mentions: NotationMentions

  /// - Parameters:
  ///   - isFigure: whether they look like a drawing, which a program does not.
  /// - Returns: nil where nothing tells that they are code.
  func notation(of lines: ArraySlice<CodeLine>, isFigure: Bool) -> CodeItem.Notation? {
    let lines = lines.drop { isFoldHeader($0.content) || isRule($0.content) }
    guard let first = lines.first else { return nil }
    let words = CodeWords(lines, in: text)
    if isTree(lines) { return .yangTree }
    if words.contains(.smiMacro), words.contains(.definedAs) { return .mib }
    if words.contains(.definedAs), words.contains(.asn1Type) || hasObjectIdentifier(lines) { return .asn1 }
    if isXML(lines) { return .xml }
    if isStartLine(first.content) { return .httpMessage }
    if JSONShape(lines, in: text, mayBeCDDL: mentions.contains(.cddl)).isJSON { return .json }
    if mentions.contains(.yang), words.contains(.yangStatement), isYANG(lines) { return .yang }
    if mentions.contains(.cddl), isCDDL(lines, words) { return .cddl }
    if let notation = declarations(lines, words) { return notation }
    if isABNF(lines) { return .abnf }
    if hasPrefix(first.content, "$ ") || hasPrefix(first.content, "#!/") { return .shell }
    guard !isFigure, lines.count > 1, !Self.markers.contains(self.first(first.content)), !isAside(lines)
    else {
      return nil
    }
    let (statements, ends) = programLines(lines)
    guard statements * 5 >= lines.count * 3 else { return nil }
    return ends > 0 ? .code : .pseudocode
  }

  /// What items of lists begin with: - * +
  static let markers: [UInt8] = [0x2D, 0x2A, 0x2B]

  // MARK: Bytes

  func byte(_ index: Int, in content: Range<Int>) -> UInt8 {
    content.contains(index) ? text[index] : 0
  }

  func first(_ content: Range<Int>) -> UInt8 { byte(content.lowerBound, in: content) }

  func last(_ content: Range<Int>) -> UInt8 { byte(content.upperBound - 1, in: content) }

  /// In this case.
  func hasPrefix(_ content: Range<Int>, _ word: StaticString) -> Bool {
    guard content.count >= word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy {
      text[content.lowerBound + $0] == word.utf8Start[$0]
    }
  }

  func contains(_ content: Range<Int>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard content.count >= count else { return false }
    return (content.lowerBound...content.upperBound - count).contains { start in
      text[start] == word.utf8Start[0] && hasPrefix(start..<content.upperBound, word)
    }
  }

  func nameEnd(_ start: Int, in content: Range<Int>) -> Int {
    var end = start
    while end < content.upperBound, isNamePart(text[end]) { end += 1 }
    return end
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    LineView.isLetter(byte) || LineView.isDigit(byte) || [0x2D, 0x5F, 0x3A, 0x2E].contains(byte)
  }

  func skipBlanks(_ start: Int, in content: Range<Int>) -> Int {
    var index = start
    while index < content.upperBound, LineView.isBlank(text[index]) { index += 1 }
    return index
  }

  // MARK: Folded lines

  /// `NOTE: '\' line wrapping per RFC 8792`.
  func isFoldHeader(_ content: Range<Int>) -> Bool { fold(content) != nil }

  /// The fold that a header says.
  func fold(_ content: Range<Int>) -> CodeItem.Fold? {
    if contains(content, "NOTE: '\\\\' line wrapping per") { return .double }
    return contains(content, "NOTE: '\\' line wrapping per") ? .single : nil
  }

  private func isRule(_ content: Range<Int>) -> Bool {
    content.count >= 20 && text[content].allSatisfy { $0 == 0x3D }
  }

  // MARK: Trees of YANG

  /// `+--rw name`, behind bars. Source: RFC 8340, section 2.
  private func isTree(_ lines: ArraySlice<CodeLine>) -> Bool {
    let nodes = lines.count { line in
      var start = line.content.lowerBound
      while start < line.content.upperBound, text[start] == 0x7C || LineView.isBlank(text[start]) {
        start += 1
      }
      let rest = start..<line.content.upperBound
      guard hasPrefix(rest, "+--"), rest.count > 4 else { return false }
      let next = text[start + 3]
      let after = text[start + 4]
      switch next {
      // ( :
      case 0x28, 0x3A: return true
      // ro rw, -x -n -w -u, x n w u
      case 0x72: return after == 0x6F || after == 0x77
      case 0x2D: return [0x78, 0x6E, 0x77, 0x75].contains(after)
      case 0x78, 0x6E, 0x77, 0x75: return LineView.isBlank(after)
      default: return false
      }
    }
    return nodes > 0 && (nodes > 1 || lines.count <= 3) && nodes * 3 >= lines.count
  }

  // MARK: ASN.1

  /// `::= { parent 1 }`.
  private func hasObjectIdentifier(_ lines: ArraySlice<CodeLine>) -> Bool {
    lines.contains { line in
      guard let sign = line.content.first(where: { hasPrefix($0..<line.content.upperBound, "::=") }) else {
        return false
      }
      let start = skipBlanks(sign + 3, in: line.content)
      return byte(start, in: line.content) == 0x7B
        && text[start..<line.content.upperBound].contains(where: LineView.isDigit)
    }
  }

  // MARK: XML

  private func isXML(_ lines: ArraySlice<CodeLine>) -> Bool {
    guard var start = lines.first?.content else { return false }
    // The client's and the server's lines of a session.
    let isSession = lines.allSatisfy { line in
      [0x43, 0x53].contains(first(line.content))
        && byte(line.content.lowerBound + 1, in: line.content) == 0x3A
    }
    if isSession { start = start.lowerBound + 2..<start.upperBound }
    guard first(start) == 0x3C else { return false }
    if ["<?xml", "<!--", "<!DOCTYPE", "<!ELEMENT", "<!ATTLIST", "<!ENTITY"].contains(where: {
      hasPrefix(start, $0)
    }) {
      return true
    }
    let name = byte(start.lowerBound + 1, in: start) == 0x2F ? start.lowerBound + 2 : start.lowerBound + 1
    guard LineView.isLetter(byte(name, in: start)) else { return false }
    let end = nameEnd(name, in: start)
    // Behind the name an attribute, or the end.
    let next = skipBlanks(end, in: start)
    switch byte(next, in: start) {
    case 0, 0x2F, 0x3E: break
    default:
      guard next > end else { return false }
      let sign = skipBlanks(nameEnd(next, in: start), in: start)
      guard sign > next, byte(sign, in: start) == 0x3D else { return false }
    }
    return lines.contains {
      contains($0.content, "</") || contains($0.content, "/>") || contains($0.content, "-->")
    }
  }

  // MARK: HTTP

  private static let methods: [StaticString] = [
    "GET ", "POST ", "PUT ", "HEAD ", "DELETE ", "OPTIONS ", "PATCH ", "CONNECT ", "TRACE ", "PROPFIND ",
    "PROPPATCH ", "MKCOL ", "COPY ", "MOVE ", "LOCK ", "UNLOCK ", "REPORT ", "SEARCH ", "QUERY ",
  ]

  /// The first line of a request or of a response. Source: RFC 9112, sections 3 and 4.
  private func isStartLine(_ content: Range<Int>) -> Bool {
    if hasPrefix(content, "HTTP/") {
      guard let blank = content.first(where: { LineView.isBlank(text[$0]) }) else { return false }
      return (1...3).allSatisfy { LineView.isDigit(byte(blank + $0, in: content)) }
    }
    guard Self.methods.contains(where: { hasPrefix(content, $0) }) else { return false }
    let words = text[content].split(whereSeparator: LineView.isBlank)
    return words.count == 2 || words.count == 3 && words[2].starts(with: "HTTP/".utf8)
  }

  // MARK: YANG

  /// Statements, each with its `;` or a brace, and strings. Source: RFC 7950, section 6.3.
  private func isYANG(_ lines: ArraySlice<CodeLine>) -> Bool {
    var strangers = 0
    for line in lines {
      let content = line.content
      // } " ' +
      if [0x7D, 0x22, 0x27, 0x2B].contains(first(content)) || isComment(content) { continue }
      let end = nameEnd(content.lowerBound, in: content)
      let keyword = content.lowerBound..<end
      let word = CodeWords(keyword, in: text)
      let isStatement =
        word.contains(.yangStatement) || word.contains(.yangDetail) || text[keyword].contains(0x3A)
      if !isStatement || isDeclaration(end..<content.upperBound) { strangers += 1 }
    }
    return strangers * 3 <= lines.count
  }

  /// Two words behind the keyword, of which none is a string: `typedef uint32_t seconds;`.
  private func isDeclaration(_ rest: Range<Int>) -> Bool {
    let start = skipBlanks(rest.lowerBound, in: rest)
    guard ![0x22, 0x27].contains(byte(start, in: rest)) else { return false }
    let next = skipBlanks(nameEnd(start, in: rest), in: rest)
    return next > start && LineView.isLetter(byte(next, in: rest))
  }

  // MARK: CDDL

  /// Source: RFC 8610.
  private func isCDDL(_ lines: ArraySlice<CodeLine>, _ words: CodeWords) -> Bool {
    var rules = 0
    var hasSigns = words.contains(.cddlType) || words.contains(.mapArrow)
    for line in lines {
      let content = line.content
      if first(content) == 0x3F || contains(content, "#6") { hasSigns = true }
      var end = content.lowerBound
      while end < content.upperBound, isNamePart(text[end]) || text[end] == 0x24 || text[end] == 0x40 {
        end += 1
      }
      guard end > content.lowerBound else { continue }
      if byte(end, in: content) == 0x3C {
        end = content.dropFirst(end - content.lowerBound).first { text[$0] == 0x3E }.map { $0 + 1 } ?? end
      }
      end = skipBlanks(end, in: content)
      while byte(end, in: content) == 0x2F { end += 1 }
      guard byte(end, in: content) == 0x3D, byte(end + 1, in: content) != 0x3E else { continue }
      rules += 1
      let value = skipBlanks(end + 1, in: content)
      if [0x7B, 0x5B, 0x28].contains(byte(value, in: content)) { hasSigns = true }
    }
    return rules > 0 && hasSigns
  }

  // MARK: C and its kin

  private func declarations(_ lines: ArraySlice<CodeLine>, _ words: CodeWords) -> CodeItem.Notation? {
    var ended = 0
    var statements = 0
    for line in lines {
      let end = last(withoutComment(line.content))
      if end == 0x3B { statements += 1 }
      if [0x3B, 0x7B, 0x7D, 0x2C].contains(end) || isComment(line.content) || first(line.content) == 0x23 {
        ended += 1
      }
    }
    guard ended * 5 >= lines.count * 2 else { return nil }
    let isTagged = words.contains(.structure) || words.contains(.enumeration) || words.contains(.union)
    let hasNames = lines.contains { isTaggedDeclaration($0.content) }
    if mentions.contains(.tlsPresentation), words.contains(.tlsNumber), ended == lines.count, statements > 0 {
      return .tlsPresentation
    }
    if mentions.contains(.tlsPresentation), isTagged, !hasNames, !words.contains(.declaration) {
      return .tlsPresentation
    }
    let mayBeTLS = mentions.contains(.tlsPresentation) || !mentions.contains(.xdr)
    if mayBeTLS, !hasNames,
      words.contains(.tlsNumber) || words.contains(.opaque) || words.contains(.select)
        || lines.contains(where: { isVector($0.content) }),
      isTagged || words.contains(.select) || words.contains(.opaque)
    {
      return .tlsPresentation
    }
    if mentions.contains(.xdr) {
      let isDeclaration =
        isTagged || words.contains(.typedef) || words.contains(.opaque) || words.contains(.xdrType)
        || words.contains(.caseLabel)
      if isDeclaration || ended == lines.count && statements > 0 { return .xdr }
    }
    if words.contains(.preprocessor) { return .c }
    let isC = words.contains(.typedef) || words.contains(.declaration) || isTagged
    return isC && statements > 0 ? .c : nil
  }

  /// `struct name {`, `union name switch (`.
  private func isTaggedDeclaration(_ content: Range<Int>) -> Bool {
    for keyword: StaticString in ["struct ", "union ", "enum "] where hasPrefix(content, keyword) {
      let name = skipBlanks(content.lowerBound + keyword.utf8CodeUnitCount, in: content)
      let end = nameEnd(name, in: content)
      let next = skipBlanks(end, in: content)
      return end > name && (byte(next, in: content) == 0x7B || hasPrefix(next..<content.upperBound, "switch"))
    }
    return false
  }

  /// `<0..2^16-1>`.
  private func isVector(_ content: Range<Int>) -> Bool {
    guard let start = content.first(where: { text[$0] == 0x3C }) else { return false }
    var end = start + 1
    while LineView.isDigit(byte(end, in: content)) { end += 1 }
    return end > start + 1 && hasPrefix(end..<content.upperBound, "..")
  }

  func isComment(_ content: Range<Int>) -> Bool {
    hasPrefix(content, "/*") || hasPrefix(content, "//") || first(content) == 0x2A
  }

  /// Up to a comment that ends the line.
  private func withoutComment(_ content: Range<Int>) -> Range<Int> {
    guard
      let start = content.first(where: {
        text[$0] == 0x2F && [0x2A, 0x2F].contains(byte($0 + 1, in: content))
      })
    else { return content }
    var end = start
    while end > content.lowerBound, LineView.isBlank(text[end - 1]) { end -= 1 }
    return content.lowerBound..<end
  }

  // MARK: ABNF

  private func isABNF(_ lines: ArraySlice<CodeLine>) -> Bool {
    let grammar = ruleLines(lines)
    let unreadable = mentions.contains(.abnf) ? min(grammar.unreadable, grammar.rules) : 0
    guard grammar.rules > 0, (grammar.strangers - unreadable) * 5 <= lines.count else { return false }
    if mentions.contains(.abnf) {
      if grammar.hasUnderscore { return false }
      let usesCoreRule = grammar.parts.contains { $0.elements.names.contains { CoreRule.isOne(text[$0]) } }
      return grammar.signed > 0 || usesCoreRule || lines.count == 1 && grammar.names == 1
    }
    return grammar.strangers == 0 && grammar.rules > 2 && grammar.signed * 5 >= grammar.rules * 3
      && lines.contains { text[$0.content].contains(0x22) || text[$0.content].contains(0x25) }
  }

  private func ruleLines(_ lines: ArraySlice<CodeLine>) -> RuleLines {
    RuleLines(lines.map { ($0.content, $0.indent) }, in: text)
  }

  /// Rules from the first line to the last, with signs that no sentence has, in a text that says it has ABNF.
  func isGrammarAlone(_ lines: ArraySlice<CodeLine>) -> Bool {
    let grammar = ruleLines(lines)
    return mentions.contains(.abnf) && grammar.strangers == 0 && grammar.rules == grammar.signed
      && grammar.parts.first?.name != nil
  }

  /// Whether JSON or a rule begins with a line, which stand where prose does, too.
  func mayBeginAnywhere(_ content: Range<Int>) -> Bool {
    [0x7B, 0x5B, 0x22].contains(first(content)) || RuleLines.begins(with: content, in: text)
  }

  /// Nothing but rules, or comments: part of a grammar, where one stands above or below.
  func goesWithGrammar(_ lines: ArraySlice<CodeLine>) -> Bool { ruleLines(lines).strangers == 0 }

  /// Rules from the first line on, though nothing tells them from a program's.
  func areRules(_ lines: ArraySlice<CodeLine>) -> Bool {
    let grammar = ruleLines(lines)
    return grammar.strangers == 0 && grammar.parts.first?.name != nil
  }

  /// Elements that only go on with what the lines above leave open: `"a" /`, and a page's end behind it.
  func goesOn(_ lines: ArraySlice<CodeLine>, with before: ArraySlice<CodeLine>) -> Bool {
    guard let last = before.last(where: { first($0.content) != 0x3B }) else { return false }
    let elements = last.content.prefix { text[$0] != 0x3B }.reversed().drop { LineView.isBlank(text[$0]) }
    guard elements.first.map({ text[$0] == 0x2F }) == true else { return false }
    let rest = lines.filter { first($0.content) != 0x3B }
    return rest.first.map { RuleElements($0.content, in: text)?.hasSigns == true } == true
      && rest.allSatisfy { RuleElements($0.content, in: text) != nil }
  }

  /// Nothing but comments, of any notation, or the header of what is folded.
  func isAside(_ lines: ArraySlice<CodeLine>) -> Bool {
    lines.allSatisfy { line in
      [0x3B, 0x23].contains(first(line.content)) || isComment(line.content) || hasPrefix(line.content, "--")
        || isFoldHeader(line.content)
    }
  }

  // MARK: Programs

  private static let statements: [StaticString] = [
    "if", "while", "for", "else", "elif", "return", "def", "function", "switch", "case", "end", "endif",
    "begin",
    "then", "do", "foreach", "repeat", "until",
  ]

  /// Lines that a program has, and those among them that end a statement with a sign.
  private func programLines(_ lines: ArraySlice<CodeLine>) -> (statements: Int, ends: Int) {
    var (found, ends) = (0, 0)
    for line in lines {
      let content = line.content
      let end = last(content)
      let word = content.lowerBound..<nameEnd(content.lowerBound, in: content)
      if [0x3B, 0x7B, 0x7D].contains(end) {
        if end == 0x3B { ends += 1 }
        found += 1
      } else if isComment(content) || first(content) == 0x23
        || Self.statements.contains(where: { $0.utf8CodeUnitCount == word.count && hasPrefix(word, $0) })
        || isCall(content)
      {
        found += 1
      }
    }
    return (found, ends)
  }

  /// `name(...)`, perhaps with a colon behind it, at the end of a line.
  private func isCall(_ content: Range<Int>) -> Bool {
    var end = content.upperBound
    if last(content) == 0x3A { end -= 1 }
    guard end > content.lowerBound, text[end - 1] == 0x29,
      let open = content.first(where: { text[$0] == 0x28 }), open > content.lowerBound
    else { return false }
    return LineView.isLetter(text[open - 1]) || text[open - 1] == 0x5F
  }
}
