import RFCModel

/// The mark above code, `<CODE BEGINS> file "example.yang"`. Source: RFC 8407, section 3.2.
struct CodeMark {
  /// What the file of the code is called: of letters, digits and `-_.@+`, none of the latter first, 1...80 characters.
  /// Nil where none is said.
  let name: String?
  /// Whether the name stands in the first line below.
  let isNamedBelow: Bool
}

extension LineView {
  /// The mark above a 0-based line that is the first one between the marks.
  func codeMark(above line: Int) -> CodeMark {
    var above = line - 1
    while above >= 0, !hasPrefix(content(above), "<code begins>"), line - above < 100 { above -= 1 }
    guard above >= 0 else { return CodeMark(name: nil, isNamedBelow: false) }
    let rest = trimmed(content(above).dropFirst("<code begins>".utf8.count))
    if let name = fileName(rest) { return CodeMark(name: name, isNamedBelow: false) }
    guard let name = fileName(content(line)) else { return CodeMark(name: nil, isNamedBelow: false) }
    return CodeMark(name: name, isNamedBelow: true)
  }

  /// What `file "example.yang"` names, or the rest of it: the last part of a path, as no folder is to be left.
  private func fileName(_ range: Range<Int>) -> String? {
    var rest = range
    if hasPrefix(rest, "file") { rest = trimmed(rest.dropFirst(4)) }
    guard let first = rest.first else { return nil }
    let isQuoted = text[first] == 0x22
    guard isQuoted || rest.lowerBound > range.lowerBound else { return nil }
    let content = isQuoted ? rest.dropFirst() : rest
    let quoted = text[content].prefix { isQuoted ? $0 != 0x22 : !Self.isBlank($0) }
    let name = (quoted.split(separator: 0x2F).last ?? quoted[...]).filter { byte in
      Self.isDigit(byte) || Self.isUpper(byte) || Self.isLower(byte) || "-_.@+".utf8.contains(byte)
    }.drop { "-_.@+".utf8.contains($0) }
    return name.isEmpty || name.count > 80 ? nil : String(decoding: name, as: UTF8.self)
  }
}
