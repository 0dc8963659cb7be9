import CLibrary

/// How much a section and one of another text have in common.
struct SectionLikeness {
  /// Index among the traits of the other side.
  let other: Int
  /// How much of the section's text is in the other, and how much of the other's in it: 0 to 1 of their runs of words,
  /// those that stand in many sections counting less.
  let share: Double
  let shareOfOther: Double
  /// The weight of the runs that both have: one for each that stands nowhere else.
  let weight: Double
  /// The cosine of their words, those that stand in few sections counting more.
  let words: Double
  /// 1 for the same title, less for one that has words of it.
  let title: Double
  /// The runs alone, as far as they prove something: those of a dozen words prove little.
  let text: Double

  /// All of it but the neighbours.
  var sum: Double { text + 0.5 * words + 0.5 * title }

  var hasSameTitle: Bool { title == 1 }
}

/// Finds sections that are like a section.
struct LikenessFinder {
  private let old: [SectionTraits]
  private let new: [SectionTraits]

  /// Where each run, each stem stands among the new sections.
  private let runs: Postings
  private let stems: Postings
  private let titleStems: Postings
  /// The new sections with a title.
  private var titles: [WordHash: [Int]] = [:]

  private let runWeights: [Double]
  private let stemWeights: [Double]
  private let titleWeights: [Double]
  /// For each new section, the weight of its runs and the length of the vector of its stems.
  private let newRunWeights: [Double]
  private let newLengths: [Double]

  // For one section at a time, by new section.
  private var shared: [Double]
  private var products: [Double]
  private var touched: [Int] = []
  private var isTouched: [Bool]

  /// What stands in more sections than this leads to none of them.
  private static let mostRuns = 32
  private static let mostStems = 300
  /// So many of the likest sections are looked at.
  private static let most = 16
  private static let leastSum = 0.1

  init(old: [SectionTraits], new: [SectionTraits], reader: SectionReader) {
    self.old = old
    self.new = new
    let (runCount, stemCount, titleCount) = (reader.runs.count, reader.stems.count, reader.titleStems.count)
    runs = Postings(of: new, count: runCount, each: SectionTraits.eachRun)
    stems = Postings(of: new, count: stemCount, each: SectionTraits.eachStem)
    titleStems = Postings(of: new, count: titleCount, each: SectionTraits.eachTitleStem)
    for (index, traits) in new.enumerated() { titles[traits.title, default: []].append(index) }

    // In how many sections of both sides each of them stands decides what it is worth.
    let all = old + new
    runWeights = Postings.frequencies(in: all, count: runCount, each: SectionTraits.eachRun)
      .map { min(1, 3 / Double(max(1, $0))) }
    stemWeights = Postings.frequencies(in: all, count: stemCount, each: SectionTraits.eachStem)
      .map { log(Double(all.count) / Double(max(1, $0))) }
    titleWeights = Postings.frequencies(in: all, count: titleCount, each: SectionTraits.eachTitleStem)
      .map { 1 / (1 + log(Double(max(1, $0)))) }
    newRunWeights = new.map { [runWeights] in $0.runs.reduce(0) { $0 + runWeights[$1] } }
    newLengths = new.map { [stemWeights] in Self.length(of: $0, stemWeights) }
    shared = Array(repeating: 0, count: new.count)
    products = shared
    isTouched = Array(repeating: false, count: new.count)
  }

  private static func weight(_ stem: (number: Int, count: Int), _ weights: [Double]) -> Double {
    weights[stem.number] * (1 + log(Double(stem.count)))
  }

  private static func length(of traits: SectionTraits, _ weights: [Double]) -> Double {
    let squares = traits.stems.reduce(0) { sum, stem in
      let weight = weight(stem, weights)
      return sum + weight * weight
    }
    return max(squares.squareRoot(), .leastNonzeroMagnitude)
  }

  /// The new sections that are likest to an old one, those first that are.
  mutating func likenesses(of index: Int) -> [SectionLikeness] {
    let traits = old[index]
    var weight = 0.0
    for run in traits.runs {
      weight += runWeights[run]
      let sections = runs[run]
      if sections.count > Self.mostRuns { continue }
      for (section, _) in sections {
        touch(Int(section))
        shared[Int(section)] += runWeights[run]
      }
    }
    for stem in traits.stems where stems[stem.number].count <= Self.mostStems {
      let own = Self.weight(stem, stemWeights)
      for (section, count) in stems[stem.number] {
        touch(Int(section))
        products[Int(section)] += own * Self.weight((stem.number, Int(count)), stemWeights)
      }
    }
    for stem in traits.titleStems where titleStems[stem].count <= Self.mostStems {
      for (section, _) in titleStems[stem] { touch(Int(section)) }
    }
    for section in titles[traits.title]?.prefix(Self.mostStems) ?? [] { touch(section) }

    let length = Self.length(of: traits, stemWeights)
    var found: [SectionLikeness] = []
    for other in touched {
      let likeness = likeness(of: traits, weight: weight, length: length, with: other)
      if likeness.sum >= Self.leastSum { found.append(likeness) }
      shared[other] = 0
      products[other] = 0
      isTouched[other] = false
    }
    touched.removeAll(keepingCapacity: true)
    found.sort { ($1.sum, $0.other) < ($0.sum, $1.other) }
    return Array(found.prefix(Self.most))
  }

  private mutating func touch(_ section: Int) {
    if isTouched[section] { return }
    isTouched[section] = true
    touched.append(section)
  }

  private func likeness(
    of traits: SectionTraits, weight: Double, length: Double, with other: Int
  ) -> SectionLikeness {
    let both = shared[other]
    let otherWeight = newRunWeights[other]
    let share = weight > 0 ? both / weight : 0
    let shareOfOther = otherWeight > 0 ? both / otherWeight : 0
    return SectionLikeness(
      other: other, share: share, shareOfOther: shareOfOther, weight: both,
      words: products[other] / length / newLengths[other], title: titleLikeness(traits, new[other]),
      text: share * weight / (weight + 6) + 0.5 * shareOfOther * otherWeight / (otherWeight + 6))
  }

  private func titleLikeness(_ traits: SectionTraits, _ other: SectionTraits) -> Double {
    if traits.title == other.title { return 1 }
    var both = 0.0
    for stem in traits.titleStems where other.titleStems.contains(stem) { both += titleWeights[stem] }
    if both == 0 { return 0 }
    let own = traits.titleStems.reduce(0) { $0 + titleWeights[$1] }
    let others = other.titleStems.reduce(0) { $0 + titleWeights[$1] }
    let likeness = max(1.9 * both / (own + others), 0.6 * both / min(own, others))
    // `Changes from RFC 2616` is nothing like `Changes from RFC 7231`.
    return min(0.95, likeness) * (traits.titleNumbers == other.titleNumbers ? 1 : 0.3)
  }
}

/// Which sections each number stands in, ascending, and how often.
private struct Postings {
  private var starts: [Int32]
  private var entries: [(section: Int32, count: Int32)] = []

  /// - Parameters:
  ///   - count: of the numbers.
  ///   - each: calls what it is given with every number of a section and how often it stands there.
  init(of all: [SectionTraits], count: Int, each: (SectionTraits, (Int, Int) -> Void) -> Void) {
    starts = Postings.frequencies(in: all, count: count + 1, each: each)
    var total: Int32 = 0
    for number in starts.indices { (starts[number], total) = (total, total + starts[number]) }
    entries = Array(repeating: (0, 0), count: Int(total))
    var next = starts
    for (section, traits) in all.enumerated() {
      each(traits) { number, times in
        entries[Int(next[number])] = (Int32(truncatingIfNeeded: section), Int32(truncatingIfNeeded: times))
        next[number] += 1
      }
    }
  }

  /// In how many sections each number stands.
  static func frequencies(
    in all: [SectionTraits], count: Int, each: (SectionTraits, (Int, Int) -> Void) -> Void
  ) -> [Int32] {
    var frequencies: [Int32] = Array(repeating: 0, count: count)
    for traits in all { each(traits) { number, _ in frequencies[number] += 1 } }
    return frequencies
  }

  subscript(number: Int) -> ArraySlice<(section: Int32, count: Int32)> {
    entries[Int(starts[number])..<Int(starts[number + 1])]
  }
}

extension SectionTraits {
  fileprivate static func eachRun(_ traits: SectionTraits, _ body: (Int, Int) -> Void) {
    for run in traits.runs { body(run, 1) }
  }

  fileprivate static func eachStem(_ traits: SectionTraits, _ body: (Int, Int) -> Void) {
    for stem in traits.stems { body(stem.number, stem.count) }
  }

  fileprivate static func eachTitleStem(_ traits: SectionTraits, _ body: (Int, Int) -> Void) {
    for stem in traits.titleStems { body(stem, 1) }
  }
}
