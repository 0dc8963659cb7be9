import RFCModel

/// What stands as it is: grammars, code, tables.
extension DefinitionScanner {
  mutating func readVerbatim(_ line: Int, _ form: Block.Form) {
    let whole = view.content(line)
    let content = whole.lowerBound..<min(whole.upperBound, whole.lowerBound + 400)
    if view.text[content.lowerBound] == 0x7C {
      if form == .table { readRow(content, at: line) }
      return
    }
    readFormal(content, at: line)
    readColumns(content, at: line)
    readConstants(content, at: line)
    if !openBraces.isEmpty { readMember(content, at: line) }
    countBraces(content, at: line)
  }

  // MARK: Whole statements

  /// `rule = elements`, `Type ::= SEQUENCE`, `name OBJECT-TYPE`, `struct name {`, `#define NAME`, `leaf name {`.
  mutating func readFormal(_ content: Range<Int>, at line: Int) {
    let first = identifier(at: content.lowerBound, in: content)
    guard let first else { return readClosing(content, at: line) }
    let second = skipBlanks(first.end, in: content)
    if hasPrefix("::=", at: second, in: content) {
      return add(first.name, at: line, .rule)
    }
    if byte(second, in: content) == 0x3D || hasPrefix("/=", at: second, in: content) {
      return readAssignment(first.name, at: line, sign: second, in: content)
    }
    if second == first.end, byte(second, in: content) == 0x28,
      let close = view.text[second..<content.upperBound].firstIndex(of: 0x29)
    {
      // `HKDF-Expand-Label(Secret, Label) =`
      let sign = skipBlanks(close + 1, in: content)
      if byte(sign, in: content) == 0x3D, byte(sign + 1, in: content) != 0x3D {
        return add(first.name, at: line, .defined)
      }
    }
    if second > first.end, let word = identifier(at: second, in: content)?.name {
      if Self.macros.contains(where: { view.text[word].elementsEqual($0) }) {
        return add(first.name, at: line, .defined)
      }
      // `ub-name INTEGER ::= 32768`
      if holdsAssignment(content, from: word.upperBound) { return add(first.name, at: line, .defined) }
    }
    readStatement(content, keyword: first.name, at: line)
    readDeclaration(content, type: first.name, at: line)
    readBraced(content, at: line)
  }

  private static let macros = [
    "OBJECT-TYPE", "OBJECT-IDENTITY", "MODULE-IDENTITY", "NOTIFICATION-TYPE", "NOTIFICATION-GROUP",
    "OBJECT-GROUP",
    "MODULE-COMPLIANCE", "AGENT-CAPABILITIES", "TRAP-TYPE",
  ].map { Array($0.utf8) }

  /// `name = value`: a rule of a grammar, as long as it is no statement of a program.
  private mutating func readAssignment(_ name: Range<Int>, at line: Int, sign: Int, in content: Range<Int>) {
    let next = byte(sign + 1, in: content)
    // ==, =>
    if byte(sign, in: content) == 0x3D, next == 0x3D || next == 0x3E { return }
    // An addition to a rule that stands elsewhere.
    if next == 0x2F || byte(sign, in: content) == 0x2F { return add(name, at: line, .listed) }
    guard openBraces.isEmpty else { return add(name, at: line, .field) }
    let isRule = RuleElements(sign + 1..<content.upperBound, in: view.text) != nil
    add(name, at: line, isRule ? .rule : .defined)
  }

  private func holdsAssignment(_ content: Range<Int>, from start: Int) -> Bool {
    var index = start
    while index + 2 < content.upperBound {
      if view.text[index] == 0x3A, view.text[index + 1] == 0x3A, view.text[index + 2] == 0x3D { return true }
      index += 1
    }
    return false
  }

  /// Words of YANG, XDR, C and their like that the name of what is defined follows.
  private static let keywords: Set<String> = [
    "action", "case", "choice", "class", "const", "container", "enum", "extension", "feature", "grouping",
    "identity",
    "interface", "leaf", "leaf-list", "list", "message", "module", "notification", "program", "rpc",
    "service", "struct",
    "submodule", "typedef", "union", "version",
  ]

  private mutating func readStatement(_ content: Range<Int>, keyword: Range<Int>, at line: Int) {
    guard keyword.count <= 12 else { return }
    let word = String(decoding: view.text[keyword], as: UTF8.self)
    let isDefine = keyword.lowerBound > content.lowerBound && word == "define"
    guard isDefine || keyword.lowerBound == content.lowerBound && Self.keywords.contains(word) else { return }
    let start = skipBlanks(keyword.upperBound, in: content)
    guard start > keyword.upperBound, let name = identifier(at: start, in: content) else { return }
    let last = view.text[content.upperBound - 1]
    if isDefine { return add(name.name, at: line, .defined) }
    if word == "typedef", last == 0x3B { return addDeclared(content.dropLast(), at: line, .defined) }
    let isAll = name.end == content.upperBound
    // `struct name *member;` defines nothing.
    let isBlock = last == 0x7B || isAll
    let isOne = word == "const" || word == "leaf" || word == "identity" || word == "feature"
    guard isBlock || isOne && last == 0x3B else { return }
    add(name.name, at: line, isAll && word.count < 5 ? .listed : .defined)
  }

  /// `uint8 CipherSuite[2];`, outside of any structure.
  private mutating func readDeclaration(_ content: Range<Int>, type: Range<Int>, at line: Int) {
    guard openBraces.isEmpty, view.text[content].contains(0x3B),
      let name = identifier(at: skipBlanks(type.upperBound, in: content), in: content),
      name.name.lowerBound > type.upperBound, [0x3B, 0x3C, 0x5B].contains(byte(name.end, in: content))
    else { return }
    add(name.name, at: line, .defined)
  }

  /// `Initial Packet {`, as the figures of packets are written since 2021.
  private mutating func readBraced(_ content: Range<Int>, at line: Int) {
    guard content.count > 3, content.count < 60, view.text[content.upperBound - 1] == 0x7B,
      view.text[content.upperBound - 2] == 0x20
    else { return }
    let name = content.lowerBound..<content.upperBound - 2
    let isName = view.text[name].allSatisfy {
      LineView.isLetter($0) || LineView.isDigit($0) || $0 == 0x20 || $0 == 0x5F || $0 == 0x2D
    }
    guard isName, LineView.isUpper(view.text[name.lowerBound]) else { return }
    add(name, at: line, .defined)
    add(TradeWords.stripped(view.text[name]), at: line, .defined)
  }

  /// `} ClientHello;` ends what its brace began.
  private mutating func readClosing(_ content: Range<Int>, at line: Int) {
    guard view.text[content.lowerBound] == 0x7D else { return }
    let start = skipBlanks(content.lowerBound + 1, in: content)
    guard let name = identifier(at: start, in: content),
      [0x3B, 0x3C, 0x5B].contains(byte(name.end, in: content))
    else { return }
    add(name.name, at: openBraces.last ?? line, .defined)
  }

  /// Braces in a line, at most so many open at once; one that stands alone belongs to the line above.
  private mutating func countBraces(_ content: Range<Int>, at line: Int) {
    for index in content {
      switch view.text[index] {
      case 0x7B where openBraces.count < 100:
        openBraces.append(
          index == content.lowerBound && line > 0 && !view.isBlank(line - 1) ? line - 1 : line)
      case 0x7D: _ = openBraces.popLast()
      default: continue
      }
    }
  }

  // MARK: What stands in them

  /// `x25519(0x001D), x448(0x001E),`, `tcp(6)`.
  private mutating func readConstants(_ content: Range<Int>, at line: Int) {
    var index = content.lowerBound
    while let open = view.text[index..<content.upperBound].firstIndex(of: 0x28) {
      index = open + 1
      var start = open
      while start > content.lowerBound, Self.isNamePart(view.text[start - 1]) { start -= 1 }
      guard start < open, LineView.isLetter(view.text[start]), LineView.isDigit(byte(open + 1, in: content))
      else {
        continue
      }
      var end = open + 1
      while LineView.isLetter(byte(end, in: content)) || LineView.isDigit(byte(end, in: content)) { end += 1 }
      guard byte(end, in: content) == 0x29 else { continue }
      let next = byte(end + 1, in: content)
      if end + 1 == content.upperBound || next == 0x2C || next == 0x20 || next == 0x7D {
        add(start..<open, at: line, .listed)
      }
    }
  }

  /// `opaque legacy_session_id<0..32>;`, `tbsCertificate  TBSCertificate,`, `Stream ID (i),`.
  private mutating func readMember(_ content: Range<Int>, at line: Int) {
    let last = view.text[content.upperBound - 1]
    if last == 0x3B { return addDeclared(content.dropLast(), at: line, .field) }
    if let open = view.text[content].firstIndex(of: 0x28), open > content.lowerBound + 1,
      view.text[open - 1] == 0x20
    {
      return add(content.lowerBound..<open, at: line, .field)
    }
    if let name = identifier(at: content.lowerBound, in: content), byte(name.end, in: content) == 0x20 {
      add(name.name, at: line, .field)
    }
  }

  /// The last name of a declaration, before what says how many there are: `uint8 name[4]`, `opaque name<0..7>`.
  private mutating func addDeclared(_ content: Range<Int>, at line: Int, _ way: Definitions.Way) {
    var end = content.upperBound
    if let bracket = view.text[content].firstIndex(where: {
      $0 == 0x5B || $0 == 0x3C || $0 == 0x3D || $0 == 0x3A
    }) {
      end = bracket
    }
    while end > content.lowerBound, view.text[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > content.lowerBound, Self.isNamePart(view.text[start - 1]) { start -= 1 }
    if start > content.lowerBound, start < end { add(start..<end, at: line, way) }
  }

  // MARK: Columns

  /// `siaddr        4  IP address of next server`, the name alone before the gap.
  private mutating func readColumns(_ content: Range<Int>, at line: Int) {
    guard let gap = gap(in: content), gap.lowerBound - content.lowerBound <= 40,
      LineView.isLetter(view.text[content.lowerBound]) || LineView.isDigit(view.text[content.lowerBound]),
      LineView.isLetter(view.text[gap.upperBound]) || LineView.isDigit(view.text[gap.upperBound])
    else { return }
    addTerm(content.lowerBound..<gap.lowerBound, at: line, .listed)
  }

  /// `| 0x1e | HANDSHAKE_DONE | Section 19.20 |`: one of the first two cells is what the row is about.
  private mutating func readRow(_ content: Range<Int>, at line: Int) {
    guard let row = TableRow(line: line, content: content, view: view) else { return }
    for cell in row.cells.prefix(2) where cell.count <= 40 {
      guard let first = view.text[cell].first, LineView.isLetter(first) || first == 0x22 else { continue }
      add(unquoted(cell), at: line, .field)
    }
  }

  // MARK: Bytes

  /// A name and what encloses it, `<name>`, behind `#` or not; nil where another thing begins.
  private func identifier(at index: Int, in content: Range<Int>) -> (name: Range<Int>, end: Int)? {
    var start = index
    let opener = byte(start, in: content)
    if opener == 0x3C || opener == 0x23 && start == content.lowerBound { start += 1 }
    guard start < content.upperBound,
      LineView.isLetter(view.text[start]) || [0x24, 0x5F].contains(view.text[start])
    else { return nil }
    var end = start
    while end < content.upperBound,
      Self.isNamePart(view.text[end]) || opener == 0x3C && view.text[end] == 0x20
    {
      end += 1
    }
    if opener == 0x3C {
      guard byte(end, in: content) == 0x3E else { return nil }
      return (start..<end, end + 1)
    }
    while end > start + 1, view.text[end - 1] == 0x2E || view.text[end - 1] == 0x3A { end -= 1 }
    return (start..<end, end)
  }

  /// Letters, digits, `-`, `_`, `$`, `@`, and `.`.
  static func isNamePart(_ byte: UInt8) -> Bool {
    LineView.isLetter(byte) || LineView.isDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x24
      || byte == 0x2E || byte == 0x40
  }

  /// The byte at an offset; 0 outside the content.
  func byte(_ index: Int, in content: Range<Int>) -> UInt8 { content.contains(index) ? view.text[index] : 0 }

  func skipBlanks(_ index: Int, in content: Range<Int>) -> Int {
    var index = index
    while index < content.upperBound, LineView.isBlank(view.text[index]) { index += 1 }
    return index
  }

  private func hasPrefix(_ word: StaticString, at index: Int, in content: Range<Int>) -> Bool {
    view.hasPrefix(min(index, content.upperBound)..<content.upperBound, word)
  }
}
