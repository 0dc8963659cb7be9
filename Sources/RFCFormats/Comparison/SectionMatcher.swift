import RFCModel

/// Chooses for each section what it became among those that are like it: by how like they are, then, some times over, by
/// what the sections around it became.
struct SectionMatcher {
  let old: [SectionTraits]
  let new: [SectionTraits]
  /// For each old section.
  let likenesses: [[SectionLikeness]]

  /// Index of the likeness that was chosen for each old section.
  typealias Matches = [Int?]

  private static let rounds = 4

  func matches() -> Matches {
    var matches: Matches = Array(repeating: nil, count: old.count)
    for round in 0..<Self.rounds { matches = chosen(by: round == 0 ? nil : Neighbors(of: matches, in: self)) }
    return matches
  }

  private func chosen(by neighbors: Neighbors?) -> Matches {
    var matches: Matches = []
    var scores: [Double] = []
    for index in old.indices {
      var best: (choice: Int, score: Double)?
      for (choice, likeness) in likenesses[index].enumerated() {
        var score = likeness.sum
        if old[index].number == new[likeness.other].number { score += 0.08 }
        if old[index].isAppendix == new[likeness.other].isAppendix { score += 0.05 }
        score += neighbors?.score(of: index, with: likeness) ?? 0
        if score > best?.score ?? -1 { best = (choice, score) }
      }
      if let (choice, score) = best, accepts(likenesses[index][choice], of: old[index], score: score) {
        matches.append(choice)
        scores.append(score)
      } else {
        matches.append(nil)
        scores.append(0)
      }
    }
    settleRivals(&matches, scores)
    return matches
  }

  /// Whether it is likely enough that one became the other.
  private func accepts(_ likeness: SectionLikeness, of section: SectionTraits, score: Double) -> Bool {
    if likeness.title < 0.3, likeness.share < 0.1, likeness.words < 0.33 { return false }
    // What has lost its number is an acknowledgement or the like, or a notice that stands in every document.
    if section.number != nil, new[likeness.other].number == nil, likeness.title < 0.5 { return false }
    // Of a dozen words three runs may be anywhere.
    if likeness.text >= 0.12, likeness.weight >= 3 { return true }
    return score >= (likeness.hasSameTitle && section.wordCount > 0 ? 0.6 : 0.5)
  }

  /// Of several sections that would have become one, those that have but their title in common with it, or less text
  /// than the one that has its title, did not.
  private func settleRivals(_ matches: inout Matches, _ scores: [Double]) {
    var claims: [Int: [Int]] = [:]
    for (index, choice) in matches.enumerated() {
      if let choice { claims[likenesses[index][choice].other, default: []].append(index) }
    }
    for rivals in claims.values where rivals.count > 1 {
      guard let first = rivals.max(by: { (scores[$0], $1) < (scores[$1], $0) }), let choice = matches[first]
      else { continue }
      let best = likenesses[first][choice]
      for rival in rivals where rival != first {
        guard let choice = matches[rival] else { continue }
        let likeness = likenesses[rival][choice]
        // The head of a group of sections has no text, and is known by its title.
        if likeness.hasSameTitle, old[rival].wordCount < 12 { continue }
        let isNameless = likeness.text < 0.1 && (likeness.text < 0.5 * best.text || best.text < 0.1)
        let isLesser =
          !likeness.hasSameTitle && likeness.share < 0.3 && best.hasSameTitle && best.weight > likeness.weight
        if isNameless || isLesser { matches[rival] = nil }
      }
    }
  }

  // MARK: What is said of it

  /// - Parameter match: one of ``matches()``.
  func entry(of index: Int, match: Int?) -> SectionMap.Entry {
    guard let match else {
      return SectionMap.Entry(section: old[index].section, relation: .gone, places: [])
    }
    let first = likenesses[index][match]
    let others = likenesses[index]
      .filter { $0.other != first.other && $0.share >= 0.15 && $0.shareOfOther >= 0.35 && $0.weight >= 8 }
      .sorted { ($1.weight, $0.other) < ($0.weight, $1.other) }
      .prefix(5)
    let places = [first] + others
    let isSplit = others.contains { !isWithin($0.other, first.other) && !isWithin(first.other, $0.other) }
    let relation = SectionMap.Relation(
      isSplit: isSplit, hasSameNumber: old[index].number == new[first.other].number,
      hasSameTitle: first.hasSameTitle)
    return SectionMap.Entry(
      section: old[index].section, relation: relation,
      places: places.map { SectionMap.Place(text: new[$0.other].text, section: new[$0.other].section) })
  }

  private func isWithin(_ index: Int, _ ancestor: Int) -> Bool {
    var parent = new[index].parent
    while let current = parent {
      if current == ancestor { return true }
      parent = new[current].parent
    }
    return false
  }
}

/// What the sections around a section became, as far as that is known.
private struct Neighbors {
  private let old: [SectionTraits]
  private let new: [SectionTraits]
  /// The new section that each old one became.
  private var targets: [Int?]
  /// The old section that each new one is by its title.
  private var namesakes: [Int: Int] = [:]
  /// The neighbours with the same parent, and what the nearest of those on each side that became something became.
  private var previous: [Int?]
  private var next: [Int?]
  private var before: [Int?]
  private var behind: [Int?]

  /// Two new sections that are so near are neighbours; what lies between two that are farther apart says nothing.
  private static let near = 3
  private static let far = 40

  init(of matches: SectionMatcher.Matches, in matcher: SectionMatcher) {
    old = matcher.old
    new = matcher.new
    targets = Array(repeating: nil, count: old.count)
    for (index, choice) in matches.enumerated() {
      guard let choice else { continue }
      let likeness = matcher.likenesses[index][choice]
      targets[index] = likeness.other
      if likeness.hasSameTitle { namesakes[likeness.other] = index }
    }
    previous = Array(repeating: nil, count: old.count)
    next = previous
    before = previous
    behind = previous
    for siblings in [old.indices.filter { old[$0].parent == nil }] + old.map(\.children) {
      note(siblings, \.previous, \.before)
      note(siblings.reversed(), \.next, \.behind)
    }
  }

  private mutating func note(
    _ siblings: [Int], _ neighbor: WritableKeyPath<Neighbors, [Int?]>,
    _ target: WritableKeyPath<Neighbors, [Int?]>
  ) {
    var last: Int?
    var lastTarget: Int?
    for sibling in siblings {
      self[keyPath: neighbor][sibling] = last
      self[keyPath: target][sibling] = lastTarget
      last = sibling
      lastTarget = targets[sibling] ?? lastTarget
    }
  }

  /// What they say for a section having become one that is like it.
  func score(of index: Int, with likeness: SectionLikeness) -> Double {
    let other = likeness.other
    let parent = old[index].parent
    let newParent = new[other].parent
    var score = 0.0

    let parentTarget = parent.flatMap { targets[$0] }
    let isBelowSame = parent == nil ? newParent == nil : parentTarget != nil && parentTarget == newParent
    if parent == nil {
      if isBelowSame { score += 0.075 }
    } else if isBelowSame || parentTarget == other {
      score += 0.15
    }
    if isBelowSame, likeness.hasSameTitle { score += 0.3 }

    let children = old[index].children
    if !children.isEmpty {
      let count = children.count { child in
        targets[child].map { $0 == other || new[$0].parent == other } ?? false
      }
      score += 0.35 * Double(count) / Double(children.count)
    }

    for neighbor in [previous[index], next[index]] {
      guard let target = neighbor.flatMap({ targets[$0] }) else { continue }
      if target == other || new[target].parent == newParent && new[target].text == new[other].text {
        score += abs(target - other) <= Self.near ? 0.075 : 0.0375
      }
    }
    if let before = before[index], let behind = behind[index], before <= other, other <= behind,
      behind - before <= Self.far
    {
      score += 0.1
    }
    if !likeness.hasSameTitle, likeness.share < 0.3, let namesake = namesakes[other], namesake != index {
      score -= 0.2
    }
    return score
  }
}
