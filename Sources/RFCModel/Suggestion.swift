/// The word that somebody may have meant: one that what was typed is the beginning of, else the one that fewest slips of
/// the pen lead from. Nil where none is close: one slip for each three letters, three at most.
public func nearest(to typed: String, among words: [String]) -> String? {
  let letters = Array(typed.lowercased().unicodeScalars)
  // What is longer is no word that was mistyped; comparing takes the product of the lengths.
  guard (2...40).contains(letters.count) else { return nil }
  if letters.count >= 3, let longer = words.first(where: { $0.unicodeScalars.starts(with: letters) }) {
    return longer
  }
  let limit = min(3, max(1, letters.count / 3))
  let distances = words.map { (word: $0, distance: slips(from: letters, to: Array($0.unicodeScalars))) }
  guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit else {
    return nil
  }
  return best.word
}

/// Letters left out, added, wrong, or exchanged with the next one. Source: the optimal string alignment distance.
private func slips(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    before = last
    last = row
  }
  return last[b.count]
}
