/// Which words of two runs stand in both, in the same order: around those that stand once in each, then between them in
/// the same way, and word by word where only few are left. Takes time and memory as the runs are long.
struct WordDifference {
  /// For each word, whether the other run lacks it.
  private(set) var isGone: [Bool]
  private(set) var isNew: [Bool]

  private let old: [Int32]
  private let new: [Int32]

  /// What is left of both is compared word by word up to so many pairs.
  private static let mostPairs = 1 << 14
  private static let deepest = 12

  init(_ old: [Int32], _ new: [Int32]) {
    self.old = old
    self.new = new
    isGone = Array(repeating: true, count: old.count)
    isNew = Array(repeating: true, count: new.count)
    compare(old.indices, new.indices, depth: 0)
  }

  private mutating func keep(_ i: Int, _ j: Int) {
    isGone[i] = false
    isNew[j] = false
  }

  private mutating func compare(_ first: Range<Int>, _ second: Range<Int>, depth: Int) {
    var (a, b) = (first, second)
    while let i = a.first, let j = b.first, old[i] == new[j] {
      keep(i, j)
      (a, b) = (a.dropFirst(), b.dropFirst())
    }
    while let i = a.last, let j = b.last, old[i] == new[j] {
      keep(i, j)
      (a, b) = (a.dropLast(), b.dropLast())
    }
    if a.isEmpty || b.isEmpty { return }
    if a.count.multipliedReportingOverflow(by: b.count).overflow || a.count * b.count > Self.mostPairs {
      if depth < Self.deepest { compareAroundAnchors(a, b, depth: depth) }
    } else {
      compareWordByWord(a, b)
    }
  }

  private mutating func compareAroundAnchors(_ a: Range<Int>, _ b: Range<Int>, depth: Int) {
    let anchors = anchors(a, b)
    if anchors.isEmpty { return }
    var (i, j) = (a.lowerBound, b.lowerBound)
    for anchor in anchors {
      // What was kept on the way from the anchor before may reach behind this one.
      guard anchor.old >= i, anchor.new >= j else { continue }
      compare(i..<anchor.old, j..<anchor.new, depth: depth + 1)
      keep(anchor.old, anchor.new)
      (i, j) = (anchor.old + 1, anchor.new + 1)
      while i < a.upperBound, j < b.upperBound, old[i] == new[j] {
        keep(i, j)
        (i, j) = (i + 1, j + 1)
      }
    }
    compare(i..<a.upperBound, j..<b.upperBound, depth: depth + 1)
  }

  /// The words that stand once in both, as many of them as have one order.
  private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int32: (old: Int, new: Int, count: Int)] = [:]
    places.reserveCapacity(a.count)
    for i in a {
      if places[old[i]] == nil { places[old[i]] = (i, -1, 1) } else { places[old[i]]?.count = 3 }
    }
    for j in b {
      guard let place = places[new[j]] else { continue }
      places[new[j]] = (place.old, j, place.count + 1)
    }
    let pairs = a.compactMap { i in
      places[old[i]].flatMap { $0.count == 2 && $0.new >= 0 ? (old: i, new: $0.new) : nil }
    }
    return longestRising(pairs.map(\.new)).map { pairs[$0] }
  }

  private mutating func compareWordByWord(_ a: Range<Int>, _ b: Range<Int>) {
    // The longest run of words that both have: lengths[i][j] for what lies behind i and j.
    let width = b.count + 1
    var lengths: [Int16] = Array(repeating: 0, count: (a.count + 1) * width)
    for i in a.reversed() {
      for j in b.reversed() {
        let at = (i - a.lowerBound) * width + j - b.lowerBound
        lengths[at] =
          old[i] == new[j] ? lengths[at + width + 1] + 1 : max(lengths[at + width], lengths[at + 1])
      }
    }
    var (i, j) = (a.lowerBound, b.lowerBound)
    while i < a.upperBound, j < b.upperBound {
      let at = (i - a.lowerBound) * width + j - b.lowerBound
      if old[i] == new[j] {
        keep(i, j)
        (i, j) = (i + 1, j + 1)
      } else if lengths[at + width] >= lengths[at + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}

/// The indices of as many values as rise from one to the next.
func longestRising(_ values: [Int]) -> [Int] {
  /// For each length, the index of the smallest value that a rising run of it ends with.
  var ends: [Int] = []
  var previous: [Int] = Array(repeating: -1, count: values.count)
  for (index, value) in values.enumerated() {
    let place = ends.partitioningIndex { values[$0] >= value }
    if place > 0 { previous[index] = ends[place - 1] }
    if place == ends.count { ends.append(index) } else { ends[place] = index }
  }
  var indices: [Int] = []
  var index = ends.last ?? -1
  while index >= 0 {
    indices.append(index)
    index = previous[index]
  }
  return indices.reversed()
}
