import RFCModel

extension ParsedText {
  /// The RFCs of which its head says that it updates them; none where heads did not say that, as the earliest. Most
  /// texts update nothing, and for them only the head is read.
  public var updates: [RFCNumber] {
    let lines = LineView.with(document) { $0.updatesInHead }
    if lines.isEmpty { return [] }
    var seen: Set<RFCNumber> = []
    return citations.beginning(in: lines).compactMap { citation in
      guard case .document(.rfc(let number)) = citation.target, seen.insert(number).inserted else {
        return nil
      }
      return number
    }
  }
}

extension LineView {
  /// The lines of `Updates: 1034, 1035`, as far as the list goes on.
  fileprivate var updatesInHead: Range<Int> {
    // Where a head ends in every layout; a line that is longer may be a whole book.
    let head = 0..<min(count, 40)
    guard let first = head.first(where: { hasPrefix(content($0), "updates") }), content(first).count < 2000
    else {
      return 0..<0
    }
    var end = first + 1
    while end < head.upperBound, let byte = content(end).first.map({ text[$0] }), Self.isDigit(byte) {
      end += 1
    }
    return first..<end
  }
}
