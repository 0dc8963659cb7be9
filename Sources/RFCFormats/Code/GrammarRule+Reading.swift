import RFCModel

extension GrammarRule {
  /// The rules in the ABNF of a document.
  ///
  /// - Parameters:
  ///   - pagination, outline, code: of the same document.
  static func all(
    in document: Document, pagination: Pagination, outline: Outline, code: [CodeItem]
  ) -> [GrammarRule] {
    let rows = pagination.plainLines(of: document).filter { $0 >= 0 }
    return LineView.with(document) { view in
      code.filter { $0.notation == .abnf }.flatMap { item in
        let first = rows.partitioningIndex { Int($0) >= item.lines.lowerBound }
        let lines = rows[first...].prefix { $0 < item.lines.upperBound }.map(Int.init).filter {
          !view.isBlank($0)
        }
        return rules(of: lines, section: item.section, in: view)
      }
    }
  }

  private static func rules(of lines: [Int], section: Int?, in view: LineView) -> [GrammarRule] {
    let parts = RuleLines(lines.map { (view.content($0), view.indent($0)) }, in: view.text).parts
    let starts = parts.indices.filter { parts[$0].name != nil }
    return zip(starts, starts.dropFirst() + [parts.count]).compactMap { start, end in
      guard let name = parts[start].name else { return nil }
      return GrammarRule(
        name: name, lines: lines[parts[start].index]..<lines[parts[end - 1].index] + 1,
        isAdded: parts[start].isAdded,
        section: section, uses: parts[start..<end].flatMap(\.elements.names))
    }
  }
}
