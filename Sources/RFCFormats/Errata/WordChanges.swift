/// What has become of the words of a text in another one. Blanks and line ends do not count.
public struct WordChanges: Sendable {
  /// Bytes of each text in UTF-8; one of the two may be empty, and stands behind the word before then.
  public struct Change: Hashable, Sendable {
    public let removed: Range<Int>
    public let added: Range<Int>
  }

  /// Ascending in both.
  public let all: [Change]

  /// Of more words than that between the first and the last difference all count as different.
  private static let mostWords = 600
  private static let mostBytes = 64 << 10

  public init(from original: String, to corrected: String) {
    let (old, new) = (Words(original), Words(corrected))
    let before = zip(old.words, new.words).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - before
    let behind = zip(old.words.reversed(), new.words.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (before..<old.count - behind, before..<new.count - behind)
    let pairs =
      oldMiddle.count <= Self.mostWords && newMiddle.count <= Self.mostWords
      ? Self.common(old.words[oldMiddle], new.words[newMiddle]) : []
    var changes: [Change] = []
    var (last, lastNew) = (before, before)
    for (first, second) in pairs + [(oldMiddle.upperBound, newMiddle.upperBound)] {
      if first > last || second > lastNew {
        changes.append(Change(removed: old.bytes(of: last..<first), added: new.bytes(of: lastNew..<second)))
      }
      (last, lastNew) = (first + 1, second + 1)
    }
    all = changes
  }

  /// The words of a text, and where they stand in it.
  private struct Words {
    private(set) var words: [ArraySlice<UInt8>] = []

    init(_ text: String) {
      words = Array(text.utf8.prefix(WordChanges.mostBytes)).split(whereSeparator: { $0 <= 0x20 })
    }

    var count: Int { words.count }

    func bytes(of range: Range<Int>) -> Range<Int> {
      if range.isEmpty {
        let place = range.lowerBound > 0 ? words[range.lowerBound - 1].endIndex : 0
        return place..<place
      }
      return words[range.lowerBound].startIndex..<words[range.upperBound - 1].endIndex
    }
  }

  /// Indices of the longest row of words that both have, ascending.
  private static func common(
    _ first: ArraySlice<ArraySlice<UInt8>>, _ second: ArraySlice<ArraySlice<UInt8>>
  ) -> [(Int, Int)] {
    if first.isEmpty || second.isEmpty { return [] }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func numbered(_ words: ArraySlice<ArraySlice<UInt8>>) -> [Int] {
      words.map { word in
        if let number = numbers[word] { return number }
        numbers[word] = numbers.count
        return numbers.count - 1
      }
    }
    let (firstWord, secondWord) = (first.startIndex, second.startIndex)
    let (first, second) = (numbered(first), numbered(second))
    let width = second.count + 1
    // Of the rest of both from a word on: how many they have in common.
    var counts = [UInt16](repeating: 0, count: (first.count + 1) * width)
    for row in (0..<first.count).reversed() {
      for column in (0..<second.count).reversed() {
        counts[row * width + column] =
          first[row] == second[column]
          ? counts[(row + 1) * width + column + 1] + 1
          : max(counts[(row + 1) * width + column], counts[row * width + column + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < first.count, column < second.count {
      if first[row] == second[column] {
        pairs.append((firstWord + row, secondWord + column))
        row += 1
        column += 1
      } else if counts[(row + 1) * width + column] >= counts[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
