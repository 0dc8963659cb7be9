import RFCModel

/// The running head of a document with too few pages for anything to recur: known by the document's own number, which
/// stands on its first page.
struct OwnHead {
  private let view: LineView
  private let number: Int?
  /// What the text says outside of what may be heads.
  private var textPrints: Set<UInt64> = []

  init(of edges: [EdgeLines], in view: LineView) {
    self.view = view
    let firstEdge = edges.first { !$0.above.isEmpty }?.edge.above ?? 0
    number = (0..<min(firstEdge, 20)).lazy.compactMap { view.ownNumber(view.content($0)) }.first
    var tops: Set<Int> = []
    for edge in edges { tops.formUnion(Self.top(edge.below).map(\.line)) }
    for line in 0..<view.count where !view.isBlank(line) && !tops.contains(line) {
      textPrints.insert(view.titlePrint(line))
    }
  }

  /// How many of the lines below an edge are a running head: the block with the number, and a blank line behind it.
  func lines(_ slots: [EdgeLine], recurring: Int) -> Int {
    let top = Self.top(slots)
    guard let last = top.last, view.hasBlankBelow(last.line) else { return recurring }
    let isHead = top.contains { hasNumber($0) } && top.allSatisfy { isHeadLine($0) }
    return isHead ? max(recurring, top.count) : recurring
  }

  /// The lines behind an edge up to the first blank one.
  private static func top(_ slots: [EdgeLine]) -> ArraySlice<EdgeLine> {
    slots.prefix { $0.place == 0 || $0.touchesPrevious }
  }

  /// With the number alone, or between columns: `RFC 868      May 1983`. A sentence may begin with it as well.
  private func hasNumber(_ slot: EdgeLine) -> Bool {
    let content = view.content(slot.line)
    if slot.hasColumns, view.indent(slot.line) == 0, view.hasPrefix(content, "internet") { return true }
    guard slot.hasColumns || content.count <= 16, let own = view.ownNumber(content) else { return false }
    return own == number
  }

  private func isHeadLine(_ slot: EdgeLine) -> Bool {
    hasNumber(slot) || textPrints.contains(view.titlePrint(slot.line)) || isDate(slot)
  }

  /// `28 Aug 1980`, alone in its line.
  private func isDate(_ slot: EdgeLine) -> Bool {
    let content = view.content(slot.line)
    return content.count <= 20 && CalendarDate(printed: view.string(content)) != nil
  }
}

extension LineView {
  /// The number behind `RFC` in a line: `RFC 868`, `NWG/RFC# 736`, `Request for Comments: 9999`.
  func ownNumber(_ content: Range<Int>) -> Int? {
    var at = content.lowerBound
    while at < content.upperBound {
      let rest = at..<content.upperBound
      let length = hasPrefix(rest, "rfc") ? 3 : hasPrefix(rest, "request for comments") ? 20 : 0
      guard length > 0 else {
        at += 1
        continue
      }
      var start = at + length
      while start < content.upperBound, start - at - length < 6, Self.isNumberSign(text[start]) { start += 1 }
      var end = start
      while end < content.upperBound, end - start < 6, Self.isDigit(text[end]) { end += 1 }
      if end > start { return number(start..<end) }
      at += length
    }
    return nil
  }

  private static func isNumberSign(_ byte: UInt8) -> Bool {
    // Blanks and `#-.:`, `No.`
    isBlank(byte) || [0x23, 0x2D, 0x2E, 0x3A, 0x4E, 0x6F].contains(byte)
  }
}
