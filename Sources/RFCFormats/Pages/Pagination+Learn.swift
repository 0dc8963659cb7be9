import RFCModel

extension Pagination {
  /// The printed pages of a document. Looks at the lines around the page edges and at nothing else, so it costs what
  /// the pages do: nothing for a text without any.
  init(of document: Document) {
    self = LineView.with(document) { view in
      let edges = view.pageEdges()
      return edges.isEmpty ? .none : Pagination(breaks: PageBreaks(edges: edges, view: view).breaks())
    }
  }
}

/// Makes the breaks of a document out of its page edges.
private struct PageBreaks {
  let edges: [EdgeLines]
  let view: LineView
  let furniture: PageFurniture

  init(edges: [PageEdge], view: LineView) {
    self.edges = view.edgeLines(edges)
    self.view = view
    furniture = PageFurniture(around: self.edges, in: view)
  }

  func breaks() -> [PageBreak] {
    var joins = PageJoins(view: view)
    for edge in edges {
      let footer = furniture.footerLines(edge.above)
      let header = edge.above.isEmpty ? 0 : furniture.headerLines(edge.below)
      let first = footer > 0 ? edge.above[footer - 1].line : edge.edge.above
      let last = header > 0 ? edge.below[header - 1].line + 1 : edge.edge.below
      joins.add(blanks(before: first)..<blanks(after: last), foot: first, headEnd: last)
    }
    if let range = closingFooter() { joins.add(range, foot: nil, headEnd: range.upperBound) }
    return joins.breaks()
  }

  /// The footer of the last page, which no form feed follows.
  private func closingFooter() -> Range<Int>? {
    guard let last = edges.last?.edge, last.below < view.count else { return nil }
    let slots = view.linesAbove(blanks(before: view.count), notBefore: last.below)
    let footer = furniture.footerLines(slots)
    return footer > 0 ? blanks(before: slots[footer - 1].line)..<view.count : nil
  }

  private func blanks(before line: Int) -> Int {
    var line = line
    while line > 0, view.isBlank(line - 1) { line -= 1 }
    return line
  }

  private func blanks(after line: Int) -> Int {
    var line = line
    while line < view.count, view.isBlank(line) { line += 1 }
    return line
  }
}
