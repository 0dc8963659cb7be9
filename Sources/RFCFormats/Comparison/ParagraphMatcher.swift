import RFCModel

/// Finds which paragraphs of two texts are the same: those with the same words first, then, in what a section became,
/// those with many of the same words in the same order, and last what has gone elsewhere.
struct ParagraphMatcher {
  private let old: ComparedWords
  private let new: ComparedWords

  /// For each old paragraph, the new one that it is.
  private(set) var counterparts: [Int?]
  /// For each old paragraph, whether that stands in another place.
  private(set) var hasMoved: [Bool]
  private var isTaken: [Bool]

  /// How often each word stands in the paragraph that others are compared with.
  private var counts: [Int32]

  /// Pairs of paragraphs of a section that are compared with each other; of more, those that stand near each other.
  private static let mostPairs = 1 << 14
  /// Comparisons of paragraphs, counted in words; a hostile text is not looked at any longer.
  private var words = 50_000_000

  /// So much of two paragraphs is alike where one became the other, in its place and elsewhere.
  private static let least = 0.4
  private static let leastElsewhere = 0.6
  /// Words of a paragraph that is looked for everywhere; a shorter one may stand anywhere.
  private static let fewest = 6

  /// - Parameter words: how many different ones there are.
  init(old: ComparedWords, new: ComparedWords, words: Int) {
    self.old = old
    self.new = new
    counterparts = Array(repeating: nil, count: old.paragraphs.count)
    hasMoved = Array(repeating: false, count: old.paragraphs.count)
    isTaken = Array(repeating: false, count: new.paragraphs.count)
    counts = Array(repeating: 0, count: words)
  }

  /// - Parameters:
  ///   - oldOutline, newOutline: those of both texts.
  mutating func match(by map: SectionMap, text: Int, _ oldOutline: Outline, _ newOutline: Outline) {
    let groups = Groups(of: old, new, map: map, text: text, oldOutline, newOutline)
    matchOnly()
    for group in groups.all { match(group) }
    matchElsewhere()
    for index in counterparts.indices {
      guard let counterpart = counterparts[index] else { continue }
      hasMoved[index] = !groups.belongTogether(
        old.paragraphs[index].section, new.paragraphs[counterpart].section)
    }
    for group in groups.all { noteOrder(of: group) }
  }

  private mutating func pair(_ index: Int, _ counterpart: Int) {
    counterparts[index] = counterpart
    isTaken[counterpart] = true
  }

  /// Pairs the paragraphs that stand once in both texts.
  private mutating func matchOnly() {
    var places: [WordHash: (old: Int, new: Int, count: Int)] = [:]
    places.reserveCapacity(old.paragraphs.count)
    for (index, paragraph) in old.paragraphs.enumerated() where paragraph.words.count >= Self.fewest {
      if places[paragraph.hash] == nil {
        places[paragraph.hash] = (index, -1, 1)
      } else {
        places[paragraph.hash]?.count = 3
      }
    }
    for (index, paragraph) in new.paragraphs.enumerated() {
      guard let place = places[paragraph.hash] else { continue }
      places[paragraph.hash] = (place.old, index, place.count + 1)
    }
    for place in places.values where place.count == 2 && place.new >= 0 { pair(place.old, place.new) }
  }

  // MARK: In what a section became

  private mutating func match(_ group: Group) {
    var olds = group.old.filter { counterparts[$0] == nil }
    var news = group.new.filter { !isTaken[$0] }
    if olds.isEmpty || news.isEmpty { return }

    // The same words, in the same order as far as there is one.
    var places: [WordHash: [Int]] = [:]
    for index in news.reversed() { places[new.paragraphs[index].hash, default: []].append(index) }
    for index in olds {
      guard let place = places[old.paragraphs[index].hash]?.popLast() else { continue }
      pair(index, place)
    }
    olds.removeAll { counterparts[$0] != nil }
    news.removeAll { isTaken[$0] }
    if olds.isEmpty || news.isEmpty { return }

    if olds.count <= Self.mostPairs / news.count { matchAlike(olds, news) } else { matchNear(olds, news) }
  }

  /// Pairs paragraphs so that they have as much in common as they can in one order, then what is left in any.
  private mutating func matchAlike(_ olds: [Int], _ news: [Int]) {
    let width = news.count + 1
    var alike: [Float] = Array(repeating: 0, count: olds.count * news.count)
    for (i, index) in olds.enumerated() {
      count(index)
      for (j, other) in news.enumerated() {
        alike[i * news.count + j] = Float(likeness(of: index, with: other))
      }
      uncount(index)
    }
    var sums: [Float] = Array(repeating: 0, count: (olds.count + 1) * width)
    for i in olds.indices.reversed() {
      for j in news.indices.reversed() {
        let at = i * width + j
        let likeness = alike[i * news.count + j]
        let both = likeness >= Float(Self.least) ? sums[at + width + 1] + likeness : 0
        sums[at] = max(both, sums[at + width], sums[at + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < olds.count, j < news.count {
      let at = i * width + j
      if sums[at] == sums[at + width] {
        i += 1
      } else if sums[at] == sums[at + 1] {
        j += 1
      } else {
        pair(olds[i], news[j])
        (i, j) = (i + 1, j + 1)
      }
    }
    for (i, index) in olds.enumerated() where counterparts[index] == nil {
      let open = news.indices.filter { !isTaken[news[$0]] }
      let best = open.max { alike[i * news.count + $0] < alike[i * news.count + $1] }
      if let best, alike[i * news.count + best] >= Float(Self.leastElsewhere) { pair(index, news[best]) }
    }
  }

  /// The same where there are too many of them: each with those about as far in.
  private mutating func matchNear(_ olds: [Int], _ news: [Int]) {
    var next = 0
    for (i, index) in olds.enumerated() {
      let about = i * news.count / olds.count
      next = max(next, about - 4)
      count(index)
      let best = (next..<min(news.count, next + 9)).filter { !isTaken[news[$0]] }
        .map { ($0, likeness(of: index, with: news[$0])) }.max { $0.1 < $1.1 }
      uncount(index)
      if let (place, likeness) = best, likeness >= Self.least { pair(index, news[place]) }
    }
  }

  // MARK: How alike

  private mutating func count(_ index: Int) {
    for word in old.words[old.paragraphs[index].words] { counts[Int(word.number)] += 1 }
  }

  private mutating func uncount(_ index: Int) {
    for word in old.words[old.paragraphs[index].words] { counts[Int(word.number)] = 0 }
  }

  /// How many of their words two paragraphs have in common, 0 to 1; the first one is counted.
  private mutating func likeness(of index: Int, with other: Int) -> Double {
    let range = new.paragraphs[other].words
    let all = old.paragraphs[index].words.count + range.count
    guard words > 0 else { return 0 }
    words -= range.count
    var both = 0
    for word in new.words[range] where counts[Int(word.number)] > 0 {
      counts[Int(word.number)] -= 1
      both += 1
    }
    if both > 0 { restore(index, range) }
    return 2 * Double(both) / Double(max(1, all))
  }

  private mutating func restore(_ index: Int, _ range: Range<Int>) {
    for word in new.words[range] { counts[Int(word.number)] = 0 }
    for word in old.words[old.paragraphs[index].words] { counts[Int(word.number)] = 0 }
    for word in old.words[old.paragraphs[index].words] { counts[Int(word.number)] += 1 }
  }

  // MARK: Elsewhere

  /// Pairs what is left by two words behind each other that stand in few of the paragraphs that are left.
  private mutating func matchElsewhere() {
    var places: [UInt64: [Int32]] = [:]
    for (index, paragraph) in new.paragraphs.enumerated()
    where !isTaken[index] && paragraph.words.count >= Self.fewest {
      eachPair(of: new, paragraph.words) { pair in
        if places[pair]?.count ?? 0 < 5 { places[pair, default: []].append(Int32(truncatingIfNeeded: index)) }
      }
    }
    for (index, paragraph) in old.paragraphs.enumerated()
    where counterparts[index] == nil && paragraph.words.count >= Self.fewest {
      var votes: [Int: Int] = [:]
      eachPair(of: old, paragraph.words) { pair in
        guard let found = places[pair], found.count < 5 else { return }
        for place in found where !isTaken[Int(place)] { votes[Int(place), default: 0] += 1 }
      }
      guard let best = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 3 else {
        continue
      }
      count(index)
      if likeness(of: index, with: best.key) >= Self.leastElsewhere { pair(index, best.key) }
      uncount(index)
    }
  }

  private func eachPair(of side: ComparedWords, _ words: Range<Int>, _ body: (UInt64) -> Void) {
    for index in words.dropLast().prefix(2_000) {
      let (first, second) = (side.words[index].number, side.words[index + 1].number)
      body(UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second)))
    }
  }

  /// Of the pairs of a section, those that are not in the order of the others have moved.
  private mutating func noteOrder(of group: Group) {
    let pairs = group.new.compactMap { index in inverse[index].map { (new: index, old: $0) } }
      .filter { !hasMoved[$0.old] }
    // The sections that became this one may have been anywhere: their order is that of the group.
    var ranks: [Int: Int] = [:]
    for (rank, index) in group.old.enumerated() { ranks[index] = rank }
    let known = pairs.filter { ranks[$0.old] != nil }
    let inOrder = Set(longestRising(known.map { ranks[$0.old] ?? 0 }))
    for (place, pair) in known.enumerated() where !inOrder.contains(place) { hasMoved[pair.old] = true }
  }

  private lazy var inverse: [Int?] = {
    var inverse: [Int?] = Array(repeating: nil, count: new.paragraphs.count)
    for (index, counterpart) in counterparts.enumerated() {
      if let counterpart { inverse[counterpart] = index }
    }
    return inverse
  }()

  // MARK: Sections that belong together

  /// The paragraphs of a new section, and those of all sections that it comes from.
  struct Group {
    var old: [Int] = []
    var new: [Int] = []
  }

  private struct Groups {
    private(set) var all: [Group] = []
    private var pairs: Set<Pair> = []
    /// The sections before these are no parts of the map.
    private let firstOld: Int
    private let firstNew: Int

    private struct Pair: Hashable {
      let old: Int
      let new: Int
    }

    init(
      of old: ComparedWords, _ new: ComparedWords, map: SectionMap, text: Int, _ oldOutline: Outline,
      _ newOutline: Outline
    ) {
      let places = Self.places(map, text: text, oldOutline, newOutline)
      firstOld = map.entries.first?.section ?? .max
      firstNew = newOutline.sections.firstIndex { $0.number != nil } ?? .max
      var oldParagraphs: [Int: [Int]] = [:]
      for (index, paragraph) in old.paragraphs.enumerated() {
        oldParagraphs[Self.key(paragraph.section, firstOld), default: []].append(index)
      }
      var groups: [Int: Group] = [:]
      for (index, paragraph) in new.paragraphs.enumerated() {
        groups[Self.key(paragraph.section, firstNew), default: Group()].new.append(index)
      }
      for (old, new) in [(-1, -1)] + places {
        pairs.insert(Pair(old: old, new: new))
        groups[new]?.old += oldParagraphs[old] ?? []
      }
      all = groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// What became what. A section that became nothing may stand in what the one around it became, and one that comes
    /// from nothing in what the one around it comes from.
    private static func places(
      _ map: SectionMap, text: Int, _ oldOutline: Outline, _ newOutline: Outline
    ) -> [(old: Int, new: Int)] {
      var sources: [Int: [Int]] = [:]
      var targets: [Int: [Int]] = [:]
      for entry in map.entries {
        var found = entry.places.filter { $0.text == text }.map(\.section)
        if found.isEmpty, entry.places.isEmpty {
          found = oldOutline.sections[entry.section].parent.flatMap { targets[$0] } ?? []
        }
        targets[entry.section] = found
        for target in found { sources[target, default: []].append(entry.section) }
      }
      for (index, section) in newOutline.sections.enumerated() where sources[index] == nil {
        sources[index] = section.parent.flatMap { sources[$0] }
      }
      return sources.sorted { $0.key < $1.key }.flatMap { new, olds in olds.map { ($0, new) } }
    }

    /// The front matter is one section.
    private static func key(_ section: Int?, _ first: Int) -> Int {
      section.flatMap { $0 < first ? nil : $0 } ?? -1
    }

    func belongTogether(_ old: Int?, _ new: Int?) -> Bool {
      pairs.contains(Pair(old: Self.key(old, firstOld), new: Self.key(new, firstNew)))
    }
  }
}
