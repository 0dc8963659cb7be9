/// Words and where they are defined, as they are found.
struct DefinitionList {
  private(set) var entries: [Definitions.Entry] = []
  private(set) var words: [UInt8] = []
  /// Of a word said in the same way twice the first place counts.
  private var known: Set<UInt64> = []

  /// A hostile text may define a word in every line.
  private static let limit = 40_000
  var isFull: Bool { entries.count >= Self.limit }

  /// White space is folded; what is too long, or of white space alone, is passed over.
  mutating func add(_ word: some Sequence<UInt8>, at line: Int, _ way: Definitions.Way) {
    guard !isFull else { return }
    let start = words.count
    var isApart = false
    for byte in word {
      if byte <= 0x20 || byte == 0x7F {
        isApart = true
        continue
      }
      if isApart, words.count > start { words.append(0x20) }
      isApart = false
      words.append(byte)
      if words.count - start > Definitions.longest { break }
    }
    let count = words.count - start
    let (key, identity) = words.withUnsafeBufferPointer {
      (DefinitionKey.key(of: $0[start...]), Self.identity($0[start...], way))
    }
    guard (1...Definitions.longest).contains(count), known.insert(identity).inserted else {
      words.removeLast(count)
      return
    }
    entries.append(
      Definitions.Entry(
        key: key, line: Int32(truncatingIfNeeded: line), start: Int32(truncatingIfNeeded: start),
        count: UInt8(truncatingIfNeeded: count), way: way))
  }

  private static func identity(_ word: some Sequence<UInt8>, _ way: Definitions.Way) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325 ^ UInt64(way.rawValue)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
