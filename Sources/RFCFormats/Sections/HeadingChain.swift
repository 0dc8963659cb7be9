import RFCModel

/// Chooses among candidates those whose numbers follow each other: 4.1 is followed by 4.1.1, 4.2 or 5.
///
/// The heaviest chain wins, so a list numbered 1 to 7 inside section 4 cannot take the place of sections 5 to 7.
struct HeadingChain {
  private let candidates: [HeadingCandidate]

  init(_ candidates: [HeadingCandidate]) { self.candidates = candidates }

  /// Indices of the chosen, ascending.
  func chosen() -> [Int] {
    var score = [Int](repeating: 0, count: candidates.count)
    var previous = [Int](repeating: -1, count: candidates.count)
    // The best chain so far that ends in a number, and in a number below it: 4.1.2 stands under 4.1.2, 4.1 and 4.
    var exact: [UInt64: Int] = [:]
    var within: [UInt64: Int] = [:]
    var best = -1
    for (index, candidate) in candidates.enumerated() where candidate.weight > 0 {
      let parts = candidate.number.parts
      var from = -1
      var top = best >= 0 ? score[best] - jumpCost(candidate) : -startCost(parts)
      if best >= 0, top < -startCost(parts) { top = -startCost(parts) } else if best >= 0 { from = best }
      func offer(_ other: Int?, cost: Int) {
        guard let other, score[other] - cost > top else { return }
        top = score[other] - cost
        from = other
      }
      if let last = parts.last {
        let base =
          last >= HeadingNumber.romans
          ? HeadingNumber.romans : last >= HeadingNumber.letters ? HeadingNumber.letters : 0
        var sibling = parts
        for step in 1...3 where last - step >= base {
          sibling[sibling.count - 1] = last - step
          offer(within[HeadingNumber.key(sibling[...])], cost: (step - 1) * 4)
        }
        if parts.count > 1 {
          let parent = exact[HeadingNumber.key(parts.dropLast())]
          offer(parent, cost: last - base <= 1 ? 0 : 4 + min(last - base, 6))
          if last - base > 3 { offer(within[HeadingNumber.key(parts.dropLast())], cost: 8) }
        }
        // The first appendix comes after any section.
        if parts.count == 1, last - base == 1, base > 0, best >= 0 {
          offer(best, cost: candidate.number.isNamed ? 0 : 2)
        }
      }
      guard top + candidate.weight > 0 else { continue }
      score[index] = top + candidate.weight
      previous[index] = from
      exact.keep(index, at: candidate.number.key, by: score)
      for depth in 1...parts.count { within.keep(index, at: HeadingNumber.key(parts[..<depth]), by: score) }
      if best < 0 || score[index] > score[best] { best = index }
    }
    var chain: [Int] = []
    while best >= 0 {
      chain.append(best)
      best = previous[best]
    }
    return chain.reversed()
  }

  /// What a number costs that none before it leads to: a list's item costs more than it weighs.
  private func jumpCost(_ candidate: HeadingCandidate) -> Int {
    if candidate.confirmation == .whole { return 6 }
    let isDotted = candidate.number.depth > 1 && !candidate.number.isRunTogether
    return isDotted && candidate.indent == 0 ? 11 : 18
  }

  /// A document begins with 1, 0, A or I.
  private func startCost(_ parts: [Int]) -> Int {
    let first = parts.first ?? 0
    return parts.count == 1 && first % HeadingNumber.letters <= 1 ? 0 : 8
  }
}

extension [UInt64: Int] {
  fileprivate mutating func keep(_ index: Int, at key: UInt64, by score: [Int]) {
    if let other = self[key], score[other] > score[index] { return }
    self[key] = index
  }
}
