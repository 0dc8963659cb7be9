/// Lines read as those of a grammar: rules, what they go on with, comments, and lines that no grammar has.
struct RuleLines {
  /// A line of a rule.
  struct Part {
    /// Of the rule that begins in it, or is added to; nil where one goes on.
    let name: Range<Int>?
    /// Whether alternatives are added to a rule, by `=/`.
    let isAdded: Bool
    /// Index of the line.
    let index: Int
    let elements: RuleElements
  }

  private(set) var parts: [Part] = []
  /// Rules that begin, `=/` among them.
  private(set) var rules = 0
  /// Those with quoted text, a count or an alternative.
  private(set) var signed = 0
  /// Lines that are none of a grammar.
  private(set) var strangers = 0
  /// Those of them that begin like a rule whose elements ABNF does not know: `digit = "0".."9"`.
  private(set) var unreadable = 0
  /// A rule's name has an underscore, as ABNF does not know it.
  private(set) var hasUnderscore = false

  /// The names in the elements.
  var names: Int { parts.reduce(0) { $0 + $1.elements.names.count } }

  /// - Parameter lines: the text of each, none blank, and the columns before it.
  init(_ lines: [(content: Range<Int>, indent: Int)], in text: UnsafeBufferPointer<UInt8>) {
    var column: Int?
    var isSigned = true
    for (index, (content, indent)) in lines.enumerated() {
      let isInProse = parts.last.map { $0.elements.endsInProse && $0.index == index - 1 } ?? false
      if let (name, isAdded, sign) = Self.beginning(of: content, in: text),
        column.map({ indent <= $0 + 2 }) ?? true, !isInProse,
        let elements = Self.elements(sign..<content.upperBound, before: lines[(index + 1)...], in: text)
      {
        column = indent
        rules += 1
        isSigned = false
        if text[name].contains(0x5F) { hasUnderscore = true }
        parts.append(Part(name: name, isAdded: isAdded, index: index, elements: elements))
      } else if let start = column, indent > start || indent == start && Self.goesOn(content, in: text),
        let elements = isInProse
          ? RuleElements(content, in: text, isInProse: true)
          : Self.elements(content, before: lines[(index + 1)...], in: text)
      {
        parts.append(Part(name: nil, isAdded: false, index: index, elements: elements))
      } else {
        if text[content.lowerBound] != 0x3B { strangers += 1 }
        if Self.beginning(of: content, in: text) != nil { unreadable += 1 }
        continue
      }
      if !isSigned, parts.last?.elements.hasSigns == true {
        isSigned = true
        signed += 1
      }
    }
  }

  /// Prose may go on over so many lines.
  private static let mostProse = 3

  /// Nil also where prose begins that nothing ends.
  private static func elements(
    _ content: Range<Int>, before next: ArraySlice<(content: Range<Int>, indent: Int)>,
    in text: UnsafeBufferPointer<UInt8>
  ) -> RuleElements? {
    guard let elements = RuleElements(content, in: text) else { return nil }
    if elements.endsInProse, !next.prefix(mostProse).contains(where: { text[$0.content].contains(0x3E) }) {
      return nil
    }
    return elements
  }

  /// `/ alternative`, or a bracket that closes: / ) ] |
  private static func goesOn(_ content: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    [0x2F, 0x29, 0x5D, 0x7C].contains(text[content.lowerBound])
  }

  /// Whether a rule may begin in a line.
  static func begins(with content: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    beginning(of: content, in: text) != nil
  }

  /// `name =`, `name =/`, `<name> ::=`, and where its elements begin.
  private static func beginning(
    of content: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> (name: Range<Int>, isAdded: Bool, elements: Int)? {
    var start = content.lowerBound
    let isEnclosed = text[start] == 0x3C
    if isEnclosed { start += 1 }
    guard start < content.upperBound, LineView.isLetter(text[start]) else { return nil }
    var end = start
    while end < content.upperBound, RuleElements.isNamePart(text[end]) { end += 1 }
    let name = start..<end
    if isEnclosed {
      guard end < content.upperBound, text[end] == 0x3E else { return nil }
      end += 1
    }
    while end < content.upperBound, LineView.isBlank(text[end]) { end += 1 }
    let rest = text[end..<content.upperBound]
    if isEnclosed, rest.starts(with: "::=".utf8) { return (name, false, end + 3) }
    guard rest.first == 0x3D else { return nil }
    let isAdded = rest.dropFirst().first == 0x2F
    return (name, isAdded, isAdded ? end + 2 : end + 1)
  }
}
