import RFCModel

/// The words of each line of a text as numbers, the same for words that are spelled alike whatever their case. Made when
/// it is first asked for, once.
final class LineWords {
  private let document: Document
  private let lines: [Int]
  private lazy var table = makeTable()

  /// - Parameter lines: 0-based, ascending: those that have letters.
  init(of document: Document, lines: [Int]) {
    self.document = document
    self.lines = lines
  }

  /// Of a line, by its place among those that have letters.
  subscript(index: Int) -> ArraySlice<UInt64> { table.words[table.starts[index]..<table.starts[index + 1]] }

  private func makeTable() -> (words: [UInt64], starts: [Int]) {
    var words: [UInt64] = []
    var starts = [0]
    starts.reserveCapacity(lines.count + 1)
    for line in lines {
      Self.append(document[line: line], to: &words)
      starts.append(words.count)
    }
    return (words, starts)
  }

  /// - Returns: the word's number.
  static func number(of word: [UInt8]) -> UInt64? {
    var words: [UInt64] = []
    append(word[...], to: &words)
    return words.first
  }

  /// By the algorithm of Fowler, Noll and Vo (FNV-1a).
  private static func append(_ line: ArraySlice<UInt8>, to words: inout [UInt64]) {
    let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    var hash = offset
    for byte in line {
      if LineView.isLetter(byte) || LineView.isDigit(byte) {
        hash = (hash ^ UInt64(LineView.lowercased(byte))) &* 0x100_0000_01B3
      } else if hash != offset {
        words.append(hash)
        hash = offset
      }
    }
    if hash != offset { words.append(hash) }
  }
}
