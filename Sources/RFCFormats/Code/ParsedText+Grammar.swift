import RFCModel

/// A rule that a grammar uses and does not define.
public struct ImportedRule: Hashable, Sendable {
  /// In lower case: a rule has the same name in any case of letters.
  public let name: String
  /// The RFC that defines it, and the section; nil where nothing says so.
  public let rfc: RFCNumber?
  public let section: SectionNumber?
}

extension ParsedText {
  /// The names of rules that a rule uses, in lower case, each once, in the order of the alphabet.
  public func names(usedBy rule: GrammarRule) -> [String] {
    Set(rule.uses.map { document.text([$0]).lowercased() }).sorted()
  }

  /// What its grammars use and do not define, in the order of the alphabet.
  public var importedRules: [ImportedRule] {
    let defined = Set(rules.map { document.text([$0.name]).lowercased() })
    var lines: [String: [Int]] = [:]
    for rule in rules {
      for use in rule.uses {
        let name = document.text([use]).lowercased()
        if !defined.contains(name) {
          lines[name, default: []].append(document.lines.line(containing: use.lowerBound))
        }
      }
    }
    let sources = RuleSources(self, names: Set(lines.keys).filter { CoreRule.text(of: $0) == nil })
    return lines.keys.sorted().map { name in
      if CoreRule.text(of: name) != nil {
        return ImportedRule(name: name, rfc: .abnf, section: CoreRule.section)
      }
      let source = sources[name]
      return ImportedRule(name: name, rfc: source?.rfc, section: source?.section)
    }
  }
}

extension ParsedText {
  /// The rules of that name, and all that they use, over as many steps as it takes.
  public func rules(neededBy name: String, among rules: [GrammarRule]) -> [GrammarRule] {
    var needed: Set = [name.lowercased()]
    var next = [name.lowercased()]
    while let name = next.popLast() {
      for rule in rules where document.text([rule.name]).lowercased() == name {
        for use in names(usedBy: rule) where needed.insert(use).inserted { next.append(use) }
      }
    }
    return rules.filter { needed.contains(document.text([$0.name]).lowercased()) }
  }

  /// Rules that are defined once more in other words, each with the first of its name.
  public func repeatedRules(among rules: [GrammarRule]) -> [(first: GrammarRule, second: GrammarRule)] {
    var firsts: [String: GrammarRule] = [:]
    var found: [(GrammarRule, GrammarRule)] = []
    for rule in rules where !rule.isAdded {
      let name = document.text([rule.name]).lowercased()
      guard let first = firsts[name] else {
        firsts[name] = rule
        continue
      }
      if text(of: first) != text(of: rule) { found.append((first, rule)) }
    }
    return found
  }

  /// A rule as a grammar has it: the rows without the pages between them and the indentation of its first.
  public func text(of rule: GrammarRule) -> [UInt8] { text(of: rule, changing: []) }

  /// - Parameter changes: what stands in the place of some bytes.
  func text(of rule: GrammarRule, changing changes: [(range: Range<Int>, text: String)]) -> [UInt8] {
    text(of: CodeItem(notation: .abnf, lines: rule.lines, section: rule.section), changing: changes)
  }
}
