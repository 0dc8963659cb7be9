import RFCModel

/// The titles of sections that end a document's running heads: right below the lines that recur, two blank lines below.
///
/// They go with the head where the text has them, too. A title that stands in running heads alone stays once.
struct SectionTitles {
  private let view: LineView
  /// The first line of each title, and whether the text has it elsewhere.
  private var titles: [UInt64: (first: Int, count: Int, isInText: Bool)] = [:]
  /// How many lines of a head stand above the title.
  private var usual = Int.max
  /// Most heads end with a title.
  private var areUsual = false

  init(view: LineView) { self.view = view }

  mutating func learn(_ edges: [EdgeLines], heads: [Int], pages: SIMD2<Int32>) {
    for (edge, head) in zip(edges, heads) where title(edge.below, below: head) != nil {
      usual = min(usual, head)
    }
    guard usual < Int.max else { return }
    var titled = SIMD2<Int32>(0, 0)
    for (page, edge) in edges.enumerated() {
      guard let slot = title(edge.below, recurring: heads[page]) else { continue }
      titled[page & 1] += 1
      titles[view.titlePrint(slot.line), default: (slot.line, 0, false)].count += 1
    }
    areUsual = PageTally.isMost(titled, of: pages, .most)
    guard areUsual else { return }
    var inHeads: Set<Int> = []
    for (edge, head) in zip(edges, heads) {
      let end = title(edge.below, below: head) == nil ? head : head + 1
      inHeads.formUnion(edge.below.prefix(end).map(\.line))
    }
    for line in 0..<view.count where !view.isBlank(line) {
      let print = view.titlePrint(line)
      if titles[print] != nil, !inHeads.contains(line) { titles[print]?.isInText = true }
    }
  }

  /// How many lines of a head go, of which some recur.
  func headLines(_ slots: [EdgeLine], recurring: Int) -> Int {
    guard areUsual, let slot = title(slots, recurring: recurring),
      let known = titles[view.titlePrint(slot.line)]
    else { return recurring }
    // Better one line too many than a heading lost.
    let goes = known.isInText || known.count > 1 && known.first != slot.line
    return goes ? max(recurring, slot.place + 1) : slot.place
  }

  /// The title of a section as long as half the document recurs by itself.
  private func title(_ slots: [EdgeLine], recurring: Int) -> EdgeLine? {
    if usual < recurring, let slot = title(slots, below: usual), !slot.hasColumns { return slot }
    return title(slots, below: recurring)
  }

  private func title(_ slots: [EdgeLine], below head: Int) -> EdgeLine? {
    guard head > 0, head < slots.count else { return nil }
    let slot = slots[head]
    return slot.touchesPrevious && view.hasBlankBelow(slot.line) && view.hasBlankBelow(slot.line + 1)
      ? slot : nil
  }
}

extension LineView {
  /// What a title says, whatever its case and its section's number.
  func titlePrint(_ line: Int) -> UInt64 {
    var content = content(line)
    let word = firstWord(content)
    if let first = text[content].first, Self.isDigit(first) {
      content = trimmed(word.upperBound..<content.upperBound)
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text[content] where !Self.isBlank(byte) {
      hash = (hash ^ UInt64(Self.lowercased(byte))) &* 0x100_0000_01b3
    }
    return hash
  }
}
