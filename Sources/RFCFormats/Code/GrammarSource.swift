import RFCModel

/// The grammar of a text, by the names of its rules, and where the names lead that it does not define.
final class GrammarSource {
  /// What a name stands for.
  enum Meaning {
    case rule(GrammarSource, name: String)
    case core
    /// Nothing here defines it; the RFC that is said to.
    case unknown(RFCNumber?, SectionNumber?)
  }

  let text: ParsedText
  /// Nil for the text that all begins with.
  let number: RFCNumber?
  /// Whoever asks keeps it.
  private unowned let library: GrammarLibrary
  private var definitions: [String: [GrammarRule]] = [:]
  private lazy var imports = Dictionary(
    text.importedRules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  init(_ text: ParsedText, _ number: RFCNumber?, in library: GrammarLibrary) {
    self.text = text
    self.number = number
    self.library = library
    for rule in text.rules { definitions[self.name(of: rule), default: []].append(rule) }
  }

  /// In lower case.
  func name(of rule: GrammarRule) -> String { text.document.text([rule.name]).lowercased() }

  func defines(_ name: String) -> Bool { definitions[name] != nil }

  /// A rule and what is added to it. Of several definitions the last one counts, which a grammar that is put together at
  /// the end of a document has.
  func rules(of name: String) -> [GrammarRule] {
    guard let all = definitions[name] else { return [] }
    let last = all.lastIndex { !$0.isAdded } ?? all.startIndex
    var seen: Set<[UInt8]> = []
    return ([all[last]] + all.filter(\.isAdded)).filter { rule in
      seen.insert(text.text(of: rule).filter { !LineView.isBlank($0) }).inserted
    }
  }

  /// What a name that one of its rules uses stands for.
  func meaning(of name: String) -> Meaning {
    if definitions[name] != nil {
      let rules = rules(of: name)
      // A rule that only says where it is defined stands for that one.
      if rules.count == 1, let named = reference(in: rules[0]), named.name == name,
        let other = library.source(named.rfc), other.defines(name)
      {
        return .rule(other, name: name)
      }
      return .rule(self, name: name)
    }
    if CoreRule.text(of: name) != nil { return .core }
    let imported = imports[name]
    return foreign(name, imported?.rfc, imported?.section)
  }

  /// What a rule stands for whose only element says where another one is: `host = <uri-host, see [RFC3986]>`.
  func target(of rule: GrammarRule) -> (range: Range<Int>, meaning: Meaning)? {
    guard let named = reference(in: rule), let other = library.source(named.rfc), other.defines(named.name)
    else { return nil }
    return (named.range, .rule(other, name: named.name))
  }

  private func foreign(_ name: String, _ rfc: RFCNumber?, _ section: SectionNumber?) -> Meaning {
    if let rfc {
      guard let other = library.source(rfc), other.defines(name) else { return .unknown(rfc, section) }
      return .rule(other, name: name)
    }
    guard let other = onlyCited(defining: name) else { return .unknown(nil, nil) }
    return .rule(other, name: name)
  }

  /// The only RFC that the text cites and that defines a rule; nil where several do.
  private func onlyCited(defining name: String) -> GrammarSource? {
    var found: GrammarSource?
    for number in cited {
      guard let other = library.source(number, ifDefining: name) else { continue }
      if found != nil { return nil }
      found = other
    }
    return found
  }

  /// The RFCs that it cites, as many as are looked through for a name.
  private lazy var cited: [RFCNumber] = {
    var numbers: Set<RFCNumber> = []
    for citation in text.citations.all {
      if case .document(let target) = citation.target, let rfc = target.rfc, rfc != text.number {
        numbers.insert(rfc)
      }
    }
    return Array(numbers.sorted().suffix(GrammarLibrary.mostCited))
  }()

  /// `<name, see [RFC3986], Section 3.3>` where that is all a rule has: the prose, the name in it, and the RFC.
  private func reference(in rule: GrammarRule) -> (range: Range<Int>, name: String, rfc: RFCNumber)? {
    let document = text.document
    let end = document.lines[rule.lines.upperBound - 1].upperBound
    var rest = document.bytes[rule.name.upperBound..<end].drop { LineView.isBlank($0) }
    guard rest.first == 0x3D else { return nil }
    rest = rest.dropFirst().drop { LineView.isBlank($0) || $0 == 0x0A || $0 == 0x0D }
    guard rest.first == 0x3C, let close = rest.firstIndex(of: 0x3E) else { return nil }
    let behind = rest[(close + 1)...].drop { LineView.isBlank($0) || $0 == 0x0A || $0 == 0x0D }
    guard behind.isEmpty || behind.first == 0x3B else { return nil }
    let name = rest.dropFirst().prefix { RuleElements.isNamePart($0) }
    let range = rest.startIndex..<close + 1
    let citation = text.citations.beginning(in: rule.lines).first { range.contains($0.ranges[0].lowerBound) }
    guard !name.isEmpty, case .document(let target) = citation?.target, let rfc = target.rfc else {
      return nil
    }
    return (range, String(decoding: name, as: UTF8.self).lowercased(), rfc)
  }
}

/// The texts in which rules are looked for that a grammar does not define itself. Each is read once.
final class GrammarLibrary {
  /// Of what a text cites, the latest so many are looked through for a name of which it does not say whose it is.
  static let mostCited = 64

  private let load: (RFCNumber) -> [UInt8]?
  private var bytes: [RFCNumber: [UInt8]?] = [:]
  private var sources: [RFCNumber: GrammarSource] = [:]

  /// - Parameter load: the published bytes of an RFC; nil for one that is not here.
  init(_ load: @escaping (RFCNumber) -> [UInt8]?) { self.load = load }

  func source(_ number: RFCNumber) -> GrammarSource? {
    if let known = sources[number] { return known }
    guard let bytes = published(number) else { return nil }
    let source = GrammarSource(ParsedText(TextDecoder.document(from: bytes)), number, in: self)
    sources[number] = source
    return source
  }

  /// Nil also where the text has no such rule; one that has no line that begins so is not read for it.
  func source(_ number: RFCNumber, ifDefining name: String) -> GrammarSource? {
    if sources[number] == nil {
      guard let bytes = published(number), Self.mayDefine(Array(name.utf8), in: bytes) else { return nil }
    }
    return source(number).flatMap { $0.defines(name) ? $0 : nil }
  }

  private func published(_ number: RFCNumber) -> [UInt8]? {
    if let known = bytes[number] { return known }
    let loaded = load(number)
    bytes[number] = .some(loaded)
    return loaded
  }

  /// Whether a line has that name first and an equals sign behind it.
  private static func mayDefine(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains { line in
      var rest = line.drop { LineView.isBlank($0) || $0 == 0x3C }
      for byte in name {
        guard let next = rest.first, LineView.lowercased(next) == byte else { return false }
        rest.removeFirst()
      }
      rest = rest.drop { LineView.isBlank($0) || $0 == 0x3E }
      return rest.first == 0x3D || rest.starts(with: "::=".utf8)
    }
  }
}
