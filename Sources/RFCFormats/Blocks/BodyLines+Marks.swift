import RFCModel

/// Lines that say what stands beside them.
extension BodyLines {
  enum CodeMark { case begins, ends }

  /// `<CODE BEGINS>`, `<CODE ENDS>`. Source: the IETF Trust's legal provisions.
  func codeMark(_ index: Int) -> CodeMark? {
    guard lines[index].first == 0x3C else { return nil }
    let content = view.content(Int(lines[index].line))
    if view.hasPrefix(content, "<code begins>") { return .begins }
    return view.hasPrefix(content, "<code ends>") ? .ends : nil
  }

  /// `Figure 3: The Exchange`, `Table 2.`, with nothing below but what it goes on with.
  func isCaption(_ index: Int) -> Bool {
    guard lines[index].first | 0x20 == 0x66 || lines[index].first | 0x20 == 0x74 else { return false }
    let content = view.content(Int(lines[index].line))
    var at = content.lowerBound
    for word: StaticString in ["figure ", "table ", "fig. "] where view.hasPrefix(content, word) {
      at += word.utf8CodeUnitCount
    }
    guard at > content.lowerBound else { return false }
    while at < content.upperBound, view.text[at] == 0x20 { at += 1 }
    let number = view.firstWord(at..<content.upperBound)
    guard let first = view.text[number].first, LineView.isDigit(first) || LineView.isUpper(first) else {
      return false
    }
    guard number.count <= 8, view.text[number].contains(where: LineView.isDigit) || number.count <= 2 else {
      return false
    }
    if number.upperBound == content.upperBound { return true }
    let last = view.text[number.upperBound - 1]
    let next = view.trimmed(number.upperBound..<content.upperBound)
    return last == 0x3A || last == 0x2E || view.text[next.lowerBound] == 0x3A
      || view.text[next.lowerBound] == 0x2D
  }

  /// `[ This RFC was put into machine readable form for entry ]`, below texts that were typed in again.
  func isArchivistsNote(_ index: Int) -> Bool {
    guard lines[index].first == 0x5B else { return false }
    let content = view.content(Int(lines[index].line))
    return view.hasPrefix(view.trimmed(content.dropFirst()), "this rfc ")
  }
}
