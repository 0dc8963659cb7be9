import RFCModel

/// What recurs at the edges of a document's pages: its running heads and footers, learned from that document alone.
///
/// A line counts by its words with digits masked, so that `[Page 3]` and `[Page 4]` are one. Furniture is what stands
/// on most pages, or on most odd or most even ones: fixed patterns miss the running heads of the seventies and
/// eighties, which carry a section's title.
struct PageFurniture {
  private let view: LineView
  private var above = Tally()
  private var below = Tally()
  /// On how many pages a line stood right behind those that recur, cut off from the body: the section's title.
  private var titled = SIMD2<Int32>(0, 0)
  private var titles: [UInt64: Int] = [:]

  /// - Parameter edges: the lines around each edge, in the order of the pages.
  init(around edges: [EdgeLines], in view: LineView) {
    self.view = view
    for (page, edge) in edges.enumerated() {
      above.add(edge.above, page: page)
      // A form feed above the first page's text: below stands a title, no running head.
      if !edge.above.isEmpty { below.add(edge.below, page: page) }
    }
    forgetBodyLines(around: edges)
    learnTitles(edges)
  }

  private mutating func learnTitles(_ edges: [EdgeLines]) {
    var usual = Int.max
    for edge in edges {
      guard let title = sectionTitle(edge.below) else { continue }
      titles[title.whole, default: 0] += 1
      usual = min(usual, recurringLines(edge.below, in: below))
    }
    guard !titles.isEmpty else { return }
    for (page, edge) in edges.enumerated() {
      // The title of a section as long as half the document recurs by itself.
      let isTitled = sectionTitle(edge.below) != nil || recurringLines(edge.below, in: below) > usual
      if isTitled { titled[page & 1] += 1 }
    }
  }

  /// How many of the lines above an edge are a footer.
  func footerLines(_ slots: [EdgeLine]) -> Int {
    recurringLines(slots, in: above)
  }

  /// How many of the lines below an edge are a running head.
  func headerLines(_ slots: [EdgeLine]) -> Int {
    let count = recurringLines(slots, in: below)
    // A title that stands on one page alone stays: better one line too many than a heading lost.
    if Tally.isMost(titled, of: below.pages, .most), let title = sectionTitle(slots),
      titles[title.whole, default: 0] > 1
    {
      return count + 1
    }
    // In two or three pages nothing recurs often enough.
    if count == 0, let first = slots.first, below.pages.wrappedSum() <= 2, looksLikeHeader(first.line) {
      return 1
    }
    return count
  }

  private func recurringLines(_ slots: [EdgeLine], in tally: Tally) -> Int {
    var count = 0
    for slot in slots {
      guard tally.recurs(slot) || slot.place == 0 && view.endsWithPageNumber(view.content(slot.line)) else {
        break
      }
      count += 1
    }
    return count
  }

  /// A running head's last line with the title of the section: right below the lines that recur, two blank lines
  /// below it.
  private func sectionTitle(_ slots: [EdgeLine]) -> EdgeLine? {
    let count = recurringLines(slots, in: below)
    guard count > 0, count < slots.count else { return nil }
    let slot = slots[count]
    let isApart = view.isBlank(slot.line + 1) && view.isBlank(slot.line + 2)
    return slot.touchesPrevious && isApart ? slot : nil
  }

  /// What recurs at the edges and stands elsewhere as well is no furniture: a figure's border, a phrase that a table
  /// repeats. Reads the whole text, and only where a line without a number recurs.
  private mutating func forgetBodyLines(around edges: [EdgeLines]) {
    var total: [UInt64: Int32] = [:]
    for edge in edges {
      for slot in edge.above where !slot.hasNumber && above.recurs(slot) { total[slot.whole] = 0 }
      for slot in edge.below where !slot.hasNumber && below.recurs(slot) { total[slot.whole] = 0 }
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

  /// `RFC 4291   Title   February 2006`.
  private func looksLikeHeader(_ line: Int) -> Bool {
    let content = view.content(line)
    guard view.indent(line) == 0, view.outerParts(content) != nil, view.isBlank(line + 1) else {
      return false
    }
    return view.hasPrefix(content, "rfc") || view.hasPrefix(content, "internet")
      || view.hasPrefix(content, "nwg")
      || view.hasPrefix(content, "network working group")
  }
}

/// On how many even and odd pages each line was seen.
private struct Tally {
  enum Share {
    case most, nearlyAll
  }

  private var seen: [UInt64: SIMD2<Int32>] = [:]
  private(set) var pages = SIMD2<Int32>(0, 0)

  mutating func add(_ slots: [EdgeLine], page: Int) {
    guard !slots.isEmpty else { return }
    pages[page & 1] += 1
    for (index, slot) in slots.enumerated() {
      if slots[..<index].contains(where: { $0.whole == slot.whole }) { continue }
      seen[slot.whole, default: SIMD2(0, 0)][page & 1] += 1
      if slot.place == 0, let parts = slot.parts {
        for print in parts.prints { seen[print, default: SIMD2(0, 0)][page & 1] += 1 }
      }
    }
  }

  func count(_ print: UInt64) -> Int32 { seen[print]?.wrappedSum() ?? 0 }

  mutating func forget(_ print: UInt64) { seen[print] = nil }

  func recurs(_ slot: EdgeLine) -> Bool {
    // Behind a blank line the body may begin already.
    let share: Share = slot.place == 0 || slot.touchesPrevious ? .most : .nearlyAll
    if slot.letters >= 3 || slot.isPageNumber, recurs(slot.whole, share) { return true }
    guard slot.place == 0, let parts = slot.parts else { return false }
    return recurs(parts.both, .most) || recurs(parts.left, .nearlyAll) || recurs(parts.right, .nearlyAll)
  }

  private func recurs(_ print: UInt64, _ share: Share) -> Bool {
    guard let count = seen[print] else { return false }
    return Self.isMost(count, of: pages, share)
  }

  static func isMost(_ seen: SIMD2<Int32>, of pages: SIMD2<Int32>, _ share: Share) -> Bool {
    func isMost(_ seen: Int32, _ pages: Int32) -> Bool {
      switch share {
      case .most: seen >= 2 && seen * 2 >= pages
      case .nearlyAll: seen >= 4 && seen * 5 >= pages * 4
      }
    }
    return isMost(seen.wrappedSum(), pages.wrappedSum()) || isMost(seen[0], pages[0])
      || isMost(seen[1], pages[1])
  }
}
