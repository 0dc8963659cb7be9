import RFCModel

/// A place as the files of the state folder have it.
extension Place {
  /// `2.5`, `+12`, `@340`.
  init?(words: ArraySlice<Substring>) {
    let words = Array(words)
    guard words.count == 3, let offset = Self.number(words[1], after: "+"),
      let line = Self.number(words[2], after: "@"), line > 0
    else { return nil }
    let section = SectionNumber(words[0])
    guard section != nil || words[0] == "-" else { return nil }
    self.init(section: section, offset: offset, line: line)
  }

  var words: String { "\(section?.text ?? "-") +\(max(0, offset)) @\(max(1, line))" }

  private static func number(_ word: Substring, after mark: String) -> Int? {
    let digits = word.dropFirst()
    guard word.hasPrefix(mark), (1...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(digits)
  }
}
