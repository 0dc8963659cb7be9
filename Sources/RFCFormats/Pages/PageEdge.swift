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
      // A page has some 60 lines; the first ones, a few of which may lack it, show whether there are footers at all.
      if (0..<min(count, 300)).contains(where: { bracketedPage(content($0)) != nil }) {
        addFooterEdges(to: &edges, from: 0, to: count)
      } else {
        addNumberedEdges(to: &edges)
      }
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
    let feet = (start..<max(start, end)).filter { bracketedPage(content($0)) != nil }
    var heads: [UInt64: Int] = [:]
    for foot in feet { headPrint(below: foot).map { heads[$0, default: 0] += 1 } }
    for foot in feet {
      // Without a blank line below, what follows is to be a running head: what follows most of the others, too.
      let isFoot =
        foot + 1 >= count || isBlank(foot + 1)
        || headPrint(below: foot).map { heads[$0, default: 0] >= max(2, feet.count / 2) } ?? false
      if isFoot { edges.append(PageEdge(above: foot + 1, below: foot + 1)) }
    }
  }

  /// What makes the line behind a foot the same as the one behind another, whatever stands in its middle.
  private func headPrint(below foot: Int) -> UInt64? {
    guard foot + 1 < count, !isBlank(foot + 1) else { return nil }
    let line = EdgeLine(foot + 1, place: 0, touchesPrevious: false, in: self)
    return line.parts?.both.hash ?? line.whole
  }

  /// Pages by their numbers alone, `- 7 -` or `Page 7`: one after the other, each as far below the one before as a
  /// page is high, from the first page to the last. After roman ones they may begin again.
  private func addNumberedEdges(to edges: inout [PageEdge]) {
    var bare = PageChain(heights: 35...80)
    // Next to words between columns a number is surer, and a page may be short.
    var named = PageChain(heights: 10...80)
    for line in 0..<count {
      guard bare.isOpen(at: line) || named.isOpen(at: line) else { return }
      guard mayEndInPage(line) else { continue }
      let content = content(line)
      guard let page = printedPage(content) else { continue }
      let isApart = line > 0 && isBlank(line - 1)
      switch page.form {
      case .bracketed: continue
      case .bare: if isApart { bare.add(page.number, at: line) }
      case .word: if isApart || outerParts(content) != nil { named.add(page.number, at: line) }
      }
    }
    guard let chain = [named, bare].first(where: { $0.reaches(count) }) else { return }
    edges = chain.lines.map { PageEdge(above: $0 + 1, below: $0 + 1) }
  }
}

/// Lines with numbers that rise from page to page.
private struct PageChain {
  /// How many lines a page may have.
  let heights: ClosedRange<Int>
  private(set) var lines: [Int] = []
  private var last = 0

  init(heights: ClosedRange<Int>) { self.heights = heights }

  /// Whether a page may still end at `line` or below: most texts have no such pages, and their first lines say so.
  func isOpen(at line: Int) -> Bool {
    line < (lines.last.map { $0 + heights.upperBound + 1 } ?? heights.upperBound * 4)
  }

  mutating func add(_ number: Int, at line: Int) {
    if let end = lines.last {
      guard number == last + 1 || number == 1, heights.contains(line - end) else { return }
    } else {
      guard number <= 2, line < heights.upperBound * 4 else { return }
    }
    lines.append(line)
    last = number
  }

  /// From the first pages to the last, of `count` lines.
  func reaches(_ count: Int) -> Bool {
    lines.count >= 3 && lines.last.map { count - $0 <= heights.upperBound } ?? false
  }
}
