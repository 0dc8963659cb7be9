import RFCModel

/// The grammar of a document with all that it needs of other RFCs, as one that a parser generator takes.
public struct CompleteGrammar {
  /// Each rule of another RFC below a comment with its source. A name that two of them have has `-rfc` and the number
  /// behind it in the second one.
  public let bytes: [UInt8]
  /// What nothing here defines, in the order of the alphabet.
  public let missing: [ImportedRule]

  /// - Parameters:
  ///   - rules: those of the text that are wanted, in its order.
  ///   - load: the published bytes of an RFC; nil for one that is not here.
  public init(
    of text: ParsedText, rules: [GrammarRule], load: @escaping (RFCNumber) -> [UInt8]?
  ) {
    var writer = GrammarWriter()
    let library = GrammarLibrary(load)
    withExtendedLifetime(library) {
      writer.write(rules, of: GrammarSource(text, nil, in: library))
      writer.writeImports()
    }
    bytes = writer.bytes
    missing = writer.missing.values.sorted { $0.name < $1.name }
  }
}

extension ParsedText {
  /// ``importedRules``, where they do not say the RFC with that of the only cited one that defines the name.
  ///
  /// - Parameter load: the published bytes of an RFC; nil for one that is not here.
  public func importedRules(load: @escaping (RFCNumber) -> [UInt8]?) -> [ImportedRule] {
    let library = GrammarLibrary(load)
    defer { withExtendedLifetime(library) {} }
    let source = GrammarSource(self, nil, in: library)
    return importedRules.map { rule in
      guard rule.rfc == nil, case .rule(let other, let name) = source.meaning(of: rule.name),
        let first = other.rules(of: name).first
      else { return rule }
      return ImportedRule(
        name: rule.name, rfc: other.number,
        section: first.section.flatMap { other.text.outline.sections[$0].number })
    }
  }
}

/// Writes rules, and notes which others they need.
private struct GrammarWriter {
  private struct Key: Hashable {
    let rfc: RFCNumber?
    let name: String
  }

  /// A grammar has no more rules; each step over a text that is here can bring some.
  private static let mostRules = 20_000

  var bytes: [UInt8] = []
  var missing: [String: ImportedRule] = [:]
  /// What rules are called, and the names in lower case that are taken.
  private var names: [Key: String] = [:]
  private var taken: Set<String> = []
  private var waiting: [(source: GrammarSource, name: String)] = []
  private var core: Set<String> = []
  private var last: (rfc: RFCNumber?, section: SectionNumber?) = (nil, nil)

  mutating func write(_ rules: [GrammarRule], of root: GrammarSource) {
    var wanted: [GrammarRule] = []
    for rule in rules {
      let name = root.name(of: rule)
      if names[Key(rfc: nil, name: name)] == nil {
        // Defined elsewhere, and named here only to say so.
        if case .rule(let other, _) = root.meaning(of: name), other !== root { continue }
        names[Key(rfc: nil, name: name)] = root.text.document.text([rule.name])
        taken.insert(name)
      }
      if root.rules(of: name).contains(rule) { wanted.append(rule) }
    }
    for rule in wanted { bytes += text(of: rule, of: root) }
    // What only says where it is defined may be what somebody wants.
    for rule in rules where names[Key(rfc: nil, name: root.name(of: rule))] == nil {
      _ = name(for: root.meaning(of: root.name(of: rule)), spelled: nil)
    }
  }

  mutating func writeImports() {
    var imported: [(rfc: RFCNumber, rule: GrammarRule, section: SectionNumber?, bytes: [UInt8])] = []
    var next = 0
    while next < waiting.count, next < Self.mostRules {
      let (source, name) = waiting[next]
      next += 1
      guard let rfc = source.number else { continue }
      for rule in source.rules(of: name) {
        let section = rule.section.flatMap { source.text.outline.sections[$0].number }
        imported.append((rfc, rule, section, text(of: rule, of: source)))
      }
    }
    // Document by document, each in its own order.
    var order: [RFCNumber: Int] = [:]
    for part in imported where order[part.rfc] == nil { order[part.rfc] = order.count }
    imported.sort { a, b in
      (order[a.rfc] ?? 0, a.rule.lines.lowerBound) < (order[b.rfc] ?? 0, b.rule.lines.lowerBound)
    }
    for part in imported {
      comment(part.rfc, part.section)
      bytes += part.bytes
    }
    for name in core.sorted() {
      comment(.abnf, CoreRule.section)
      bytes += (CoreRule.text(of: name) ?? "").utf8
      bytes.append(0x0A)
    }
  }

  private mutating func comment(_ rfc: RFCNumber, _ section: SectionNumber?) {
    guard last != (rfc, section) else { return }
    last = (rfc, section)
    let place = section.map { ", \($0.isAppendix ? "Appendix" : "Section") \($0)" } ?? ""
    bytes += "\n; RFC \(rfc)\(place)\n".utf8
  }

  private mutating func text(of rule: GrammarRule, of source: GrammarSource) -> [UInt8] {
    let document = source.text.document
    var changes: [(range: Range<Int>, text: String)] = []
    let own = document.text([rule.name])
    if let name = names[Key(rfc: source.number, name: own.lowercased())], name != own {
      changes.append((rule.name, name))
    }
    if let target = source.target(of: rule), let name = name(for: target.meaning, spelled: nil) {
      changes.append((target.range, name))
    } else {
      for use in rule.uses {
        let spelled = document.text([use])
        if let name = name(for: source.meaning(of: spelled.lowercased()), spelled: spelled),
          name.lowercased() != spelled.lowercased()
        {
          changes.append((use, name))
        }
      }
    }
    return source.text.text(of: rule, changing: changes)
  }

  /// What a rule is called in the grammar that is written; nil for one that nothing defines.
  private mutating func name(for meaning: GrammarSource.Meaning, spelled: String?) -> String? {
    switch meaning {
    case .core:
      if let spelled { need(core: spelled.uppercased()) }
      return nil
    case .unknown(let rfc, let section):
      if let name = spelled?.lowercased() {
        missing[name] = ImportedRule(name: name, rfc: rfc, section: section)
      }
      return nil
    case .rule(let source, let name):
      let key = Key(rfc: source.number, name: name)
      if let known = names[key] { return known }
      guard let rule = source.rules(of: name).first else { return nil }
      var free = source.text.document.text([rule.name])
      if let rfc = source.number, taken.contains(name) { free += "-rfc\(rfc)" }
      names[key] = free
      taken.insert(free.lowercased())
      waiting.append((source, name))
      return free
    }
  }

  private mutating func need(core name: String) {
    guard !taken.contains(name.lowercased()), core.insert(name).inserted, let text = CoreRule.text(of: name)
    else { return }
    let elements = text.prefix { $0 != ";" }.drop { $0 != "=" }
    for word in elements.split(whereSeparator: { !$0.isLetter }) where CoreRule.text(of: String(word)) != nil
    {
      need(core: String(word))
    }
  }
}
