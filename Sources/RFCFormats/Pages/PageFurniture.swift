import RFCModel

/// What recurs at the edges of a document's pages: its running heads and footers, learned from that document alone.
///
/// A line counts by its words with digits masked, so that `[Page 3]` and `[Page 4]` are one. Furniture is what stands
/// on most pages, or on most odd or most even ones: fixed patterns miss the running heads of the seventies and
/// eighties, which carry a section's title.
struct PageFurniture {
  private let view: LineView
  private var above = PageTally()
  private var below = PageTally()
  private var titles: SectionTitles
  private var ownHead: OwnHead?

  /// - Parameter edges: the lines around each edge, in the order of the pages.
  init(around edges: [EdgeLines], in view: LineView) {
    self.view = view
    titles = SectionTitles(view: view)
    for (page, edge) in edges.enumerated() {
      above.add(edge.above, page: page)
      // A form feed above the first page's text: below stands a title, no running head.
      if !edge.above.isEmpty { below.add(edge.below, page: page) }
    }
    forgetBodyLines(around: edges)
    let heads = edges.map { recurringLines($0.below, in: below) }
    titles.learn(edges, heads: heads, pages: below.pages)
    // In two or three pages nothing recurs often enough.
    if below.pages.wrappedSum() <= 3 { ownHead = OwnHead(of: edges, in: view) }
  }

  /// How many of the lines above an edge are a footer.
  func footerLines(_ slots: [EdgeLine]) -> Int {
    recurringLines(slots, in: above)
  }

  /// How many of the lines below an edge are a running head.
  func headerLines(_ slots: [EdgeLine]) -> Int {
    var count = recurringLines(slots, in: below)
    // Behind a page's number alone is a blank line; in front of a text it is the number of a step.
    while count > 0, slots[count - 1].isPageNumber, !view.hasBlankBelow(slots[count - 1].line) { count -= 1 }
    if let ownHead { return max(count, ownHead.lines(slots, recurring: count)) }
    return titles.headLines(slots, recurring: count)
  }

  private func recurringLines(_ slots: [EdgeLine], in tally: PageTally) -> Int {
    var count = 0
    for slot in slots {
      guard tally.recurs(slot) || slot.place == 0 && view.bracketedPage(view.content(slot.line)) != nil else {
        break
      }
      count += 1
    }
    return count
  }

  /// What recurs at the edges and stands elsewhere as well is no furniture: a figure's border, a phrase or a step that
  /// a table repeats. Reads the whole text, and only where a line recurs that does not look like furniture.
  private mutating func forgetBodyLines(around edges: [EdgeLines]) {
    var total: [UInt64: Int32] = [:]
    for edge in edges {
      for slot in edge.above where !slot.looksPrinted && above.recurs(slot) { total[slot.whole] = 0 }
      for slot in edge.below where !slot.looksPrinted && below.recurs(slot) { total[slot.whole] = 0 }
    }
    guard !total.isEmpty else { return }
    for line in 0..<view.count {
      let content = view.content(line)
      guard !content.isEmpty else { continue }
      let print = view.fingerprint(content).hash
      if let count = total[print] { total[print] = count + 1 }
    }
    for (print, count) in total {
      let atEdges = max(above.count(print), below.count(print))
      // A title or two may read like the running head.
      guard count - atEdges > 2, (count - atEdges) * 10 > atEdges else { continue }
      above.forget(print)
      below.forget(print)
    }
  }
}

extension LineView {
  /// Whether no text follows a line.
  func hasBlankBelow(_ line: Int) -> Bool { line + 1 >= count || isBlank(line + 1) }
}
