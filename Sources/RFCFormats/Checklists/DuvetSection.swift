import RFCModel

/// The requirements of a section as duvet reads them: a file of TOML. Source: duvet's `extract`.
///
///     target = "https://www.rfc-editor.org/rfc/rfc9110#section-2.2"
///
///     # 2.2. Requirements Notation
///
///     [[spec]]
///     level = "MUST"
///     quote = '''
///     A sender MUST NOT generate protocol elements that do not match
///     the grammar defined by the corresponding ABNF rules.
///     '''
public struct DuvetSection: Hashable, Sendable {
  public struct Quote: Hashable, Sendable {
    public fileprivate(set) var level: Requirement.Level
    /// The lines of the sentence as they are published, without the blanks around them; with the bars that quoted text
    /// has before its lines, since duvet compares with what is printed.
    public let lines: [String]
  }

  public let number: SectionNumber
  public let title: String
  /// In the order of the text; of equal ones the first, with the higher level.
  public let quotes: [Quote]

  /// Those of a document that have requirements. A section without a number has no name for duvet.
  public static func all(in text: ParsedText) -> [DuvetSection] {
    var found: [Int: [Quote]] = [:]
    var known: [Int: [String: Int]] = [:]
    for requirement in text.requirements {
      guard let section = requirement.section else { continue }
      let quote = Quote(level: requirement.level, lines: requirement.lines(in: text.document))
      if quote.lines.isEmpty { continue }
      var quotes = found.removeValue(forKey: section) ?? []
      let words = quote.lines.joined(separator: " ")
      if let index = known[section]?[words] {
        quotes[index].level = max(quote.level, quotes[index].level)
      } else {
        known[section, default: [:]][words] = quotes.count
        quotes.append(quote)
      }
      found[section] = quotes
    }
    return found.sorted { $0.key < $1.key }.compactMap { index, quotes in
      let section = text.outline.sections[index]
      return section.number.map { DuvetSection(number: $0, title: section.title, quotes: quotes) }
    }
  }

  /// `section-2.2`, `appendix-A`.
  public var name: String { (number.isAppendix ? "appendix-" : "section-") + number.text }

  /// Where duvet looks for a document's sections, below its folder of specifications.
  public static func folder(of id: DocumentID) -> String {
    switch id {
    case .rfc: "www.rfc-editor.org/rfc/\(id.baseName)"
    case .draft: "www.ietf.org/archive/id/\(id.baseName)"
    }
  }

  /// The file.
  public func toml(of id: DocumentID) -> String {
    var text = "target = \(TOML.string("https://\(Self.folder(of: id))#\(name)"))\n\n"
    text += "# \(number.text). \(TOML.comment(title))\n"
    for quote in quotes {
      text += "\n[[spec]]\nlevel = \(TOML.string(quote.level.rawValue))\nquote = \(TOML.text(quote.lines))\n"
    }
    return text
  }
}

extension Requirement {
  /// The published lines of the sentence, the first from its beginning and the last to its end, white space folded in
  /// each; control bytes are left out.
  fileprivate func lines(in document: Document) -> [String] {
    ranges.enumerated().map { index, range in
      let line = document.lines[document.lines.line(containing: range.lowerBound)]
      let start = index == 0 ? range.lowerBound : line.lowerBound
      let end = index == ranges.count - 1 ? range.upperBound : max(line.upperBound, range.upperBound)
      return document.text([start..<end])
    }.filter { !$0.isEmpty }
  }
}

/// Strings of TOML. Source: TOML 1.0.0.
private enum TOML {
  static func string(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// Lines, literally where they can be written so.
  static func text(_ lines: [String]) -> String {
    let isLiteral = lines.allSatisfy { line in
      !line.utf8.contains { $0 < 0x20 || $0 == 0x7F } && line.firstRange(of: "'''") == nil
    }
    if isLiteral { return "'''\n" + lines.map { $0 + "\n" }.joined() + "'''" }
    return "\"\"\"\n" + lines.map { escaped($0) + "\n" }.joined() + "\"\"\""
  }

  static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        result.append("\\")
        result.append(scalar)
      case 0..<0x20, 0x7F:
        let digits = String(scalar.value, radix: 16)
        result.append(
          contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
