import RFCModel

/// The rules that a document's grammars define, and where they use each other.
public struct Grammar: Sendable {
  /// The name of a rule behind the `=` of another one, or of its own.
  public struct Use: Hashable, Sendable {
    /// Of the name, in ``Document/bytes``.
    public let range: Range<Int>
    /// 0-based.
    public let line: Int
    /// The 0-based line where that rule begins; nil for a core rule of RFC 5234.
    public let rule: Int?
  }

  /// In the order of the text.
  public private(set) var uses: [Use] = []

  /// A hostile text may use a rule in every word.
  private static let limit = 100_000

  /// - Parameters:
  ///   - blocks, pagination: of the same document.
  ///   - hasCoreRules: whether a name that is not defined may be a core rule.
  init(of document: Document, blocks: [Block], pagination: Pagination, hasCoreRules: Bool) {
    let rows = pagination.plainLines(of: document)
    LineView.with(document) { view in
      var reader = GrammarReader(view: view)
      reader.read(blocks, rows)
      for use in reader.uses.prefix(Self.limit) {
        let rule = reader.rules[GrammarReader.key(view.text[use.range])]
        guard let rule else {
          if hasCoreRules, use.isSure, CoreRule.isOne(view.text[use.range]) {
            uses.append(Use(range: use.range, line: use.line, rule: nil))
          }
          continue
        }
        if use.isSure || rule.isSure { uses.append(Use(range: use.range, line: use.line, rule: rule.line)) }
      }
    }
  }
}

/// Reads what stands as it is, block by block, for rules.
private struct GrammarReader {
  let view: LineView
  private(set) var rules: [UInt64: (line: Int, isSure: Bool)] = [:]
  private(set) var uses: [(range: Range<Int>, line: Int, isSure: Bool)] = []

  init(view: LineView) { self.view = view }

  mutating func read(_ blocks: [Block], _ rows: [Int32]) {
    var row = 0
    var lines: [Int] = []
    for block in blocks {
      guard case .verbatim = block.kind else { continue }
      row += rows[row...].prefix { $0 < block.lines.lowerBound }.count
      lines.removeAll(keepingCapacity: true)
      while row < rows.count, rows[row] < block.lines.upperBound {
        if rows[row] >= 0, !view.isBlank(Int(rows[row])) { lines.append(Int(rows[row])) }
        row += 1
      }
      read(lines)
    }
  }

  /// The lines of a block that is a grammar: some line begins a rule, and no more lines are none than are some.
  private mutating func read(_ lines: [Int]) {
    let grammar = RuleLines(lines.map { (view.content($0), view.indent($0)) }, in: view.text)
    guard grammar.parts.count > grammar.strangers else { return }
    // A name set equal to another may be of a program.
    let isSure = grammar.parts.contains { $0.elements.hasSigns }
    for part in grammar.parts {
      let line = lines[part.index]
      // What is added to a rule begins none.
      if let name = part.name, !part.isAdded {
        let key = Self.key(view.text[name])
        if let known = rules[key], known.isSure || !isSure {} else { rules[key] = (line, isSure) }
      }
      uses += part.elements.names.map { ($0, line, isSure) }
    }
  }

  /// Names of rules are the same in any case of letters.
  static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(LineView.lowercased($1))) &* 0x100_0000_01B3 }
  }
}
