import CLibrary
import RFCModel

/// Where one printed page ends and the next begins.
struct PageEdge: Equatable {
  /// The lines above end before this one.
  var above: Int
  /// The lines below begin here; between lie lines that hold a form feed and nothing else.
  var below: Int
}

extension LineView {
  /// Every page edge, ascending: at form feeds, and below footers where form feeds are missing.
  func pageEdges() -> [PageEdge] {
    var edges = formFeedEdges()
    if edges.isEmpty {
      // A page has some 60 lines; the first two show whether there are footers at all.
      guard footer(in: 0..<min(count, 160)) != nil else { return [] }
      addFooterEdges(to: &edges, from: 0, to: count)
      return edges
    }
    guard edges.count >= 2 else { return edges }
    // Some pages of some documents have lost their form feed: their page is about twice as long as the others.
    let heights = zip(edges.dropFirst(), edges).map { $0.below - $1.below }.sorted()
    let usual = heights[heights.count / 2]
    var all: [PageEdge] = []
    var start = 0
    for edge in edges {
      if edge.above - start > usual + usual / 2 { addFooterEdges(to: &all, from: start, to: edge.above - 2) }
      all.append(edge)
      start = edge.below
    }
    if count - start > usual + usual / 2 { addFooterEdges(to: &all, from: start, to: count) }
    return all
  }

  private func formFeedEdges() -> [PageEdge] {
    guard let base = text.baseAddress else { return [] }
    var edges: [PageEdge] = []
    var from = 0
    while from < text.count, let found = memchr(base + from, 0x0C, text.count - from) {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      let line = lines.line(containing: offset)
      let range = lines[line]
      let before = trimmed(range.lowerBound..<min(offset, range.upperBound)).isEmpty
      let after = trimmed(min(offset + 1, range.upperBound)..<range.upperBound).isEmpty
      let edge: PageEdge
      switch (before, after) {
      case (true, true): edge = PageEdge(above: line, below: line + 1)
      case (true, false): edge = PageEdge(above: line, below: line)
      case (false, _): edge = PageEdge(above: line + 1, below: line + 1)
      }
      if let last = edges.last, (last.below..<max(last.below, edge.above)).allSatisfy(isBlank) {
        // Two form feeds with nothing between them: one edge.
        edges[edges.count - 1].below = max(last.below, edge.below)
      } else {
        edges.append(edge)
      }
      // The rest of the line cannot hold another edge.
      from = max(offset + 1, range.upperBound)
    }
    return edges
  }

  private func addFooterEdges(to edges: inout [PageEdge], from start: Int, to end: Int) {
    var start = start
    while let line = footer(in: start..<max(start, end)) {
      edges.append(PageEdge(above: line + 1, below: line + 1))
      start = line + 1
    }
  }

  /// The first line that a page footer is: `[Page 7]` at its end, a blank line below, or the end of the text.
  private func footer(in range: Range<Int>) -> Int? {
    range.first { line in
      endsWithPageNumber(content(line)) && (line + 1 >= count || isBlank(line + 1))
    }
  }

  /// Whether a line ends with `[Page 7]`, `[page iv]`.
  func endsWithPageNumber(_ content: Range<Int>) -> Bool {
    guard content.count >= 8, text[content.upperBound - 1] == 0x5D else { return false }
    var open = content.upperBound - 2
    while open > content.lowerBound, content.upperBound - open < 16, text[open] != 0x5B { open -= 1 }
    guard text[open] == 0x5B else { return false }
    let inner = open + 1..<content.upperBound - 1
    guard hasPrefix(inner, "page"), inner.count > 4, Self.isBlank(text[inner.lowerBound + 4]) else {
      return false
    }
    let number = trimmed(inner.lowerBound + 4..<inner.upperBound)
    return !number.isEmpty && !text[number].contains(where: Self.isBlank)
  }
}
