import RFCModel

/// Code that says what its file is called: `<CODE BEGINS> file "example.yang"`. Source: RFC 8407, section 3.2.
public struct NamedCode: Hashable, Sendable {
  /// A file's, of letters, digits and `-_.@+`, which begins with none of the latter. 1...80 characters.
  public let name: String
  /// 0-based lines between the marks.
  public let lines: Range<Int>
}

extension ParsedText {
  /// The named code that a 0-based line is in; nil for any other.
  public func namedCode(around line: Int) -> NamedCode? {
    guard line < document.lines.count else { return nil }
    return LineView.with(document) { view in
      let above = (0...line).last {
        view.isCodeMark($0, "<code begins>") || view.isCodeMark($0, "<code ends>")
      }
      guard let first = above, view.isCodeMark(first, "<code begins>"),
        let last = (line..<view.count).first(where: { view.isCodeMark($0, "<code ends>") })
      else { return nil }
      // The name may stand on the next line.
      let mark = view.content(first).dropFirst("<code begins>".utf8.count)
      for (index, part) in [(first, view.trimmed(mark)), (first + 1, view.content(first + 1))] {
        guard let name = view.fileName(part), index < last else { continue }
        return NamedCode(name: name, lines: index + 1..<last)
      }
      return nil
    }
  }
}

extension LineView {
  fileprivate func isCodeMark(_ line: Int, _ mark: StaticString) -> Bool { hasPrefix(content(line), mark) }

  /// What `file "example.yang"` names, or the rest of it: the last part of a path, as no folder is to be left.
  fileprivate func fileName(_ range: Range<Int>) -> String? {
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
