import RFCModel

/// The words of a line and the gaps between them. Reads at most ``reach`` bytes, so a line of a megabyte costs no more
/// than two of prose.
struct WordCount {
  static let reach = 127

  private(set) var total = Lanes()
  private(set) var words = 0
  private(set) var plain = 0
  private(set) var binding = 0
  private(set) var operators = 0
  private(set) var hexadecimals = 0
  private(set) var gaps = 0
  private(set) var wideGaps = 0
  private(set) var firstWord = 0
  /// Bytes before and up to behind the first gap; 0 where there is none.
  private(set) var firstGap = 0
  private(set) var afterGap = 0
  private(set) var gapIsIntroduced = false
  /// Dashes in rules and arrows.
  private(set) var rules = 0
  private(set) var assigns = false
  private(set) var isField = false
  private(set) var isRule = false
  /// Where the gap before the last word begins, and where that word begins and ends, as offsets in the text.
  private(set) var lastWord = (gap: 0, start: 0, end: 0)
  private var lastWordIsShort = false

  init(_ content: Range<Int>, in text: UnsafeBufferPointer<UInt8>, tables: Tables) {
    let first = content.lowerBound
    let edges = Self.edges(of: first..<first + min(content.count, Self.reach), in: text, tables)
    var gap = first
    for word in stride(from: 0, to: edges, by: 2) {
      let (begin, end) = (tables.edges[word], tables.edges[word + 1])
      if begin.offset - gap > 1 { addGap(gap..<begin.offset, from: first, in: text) }
      add(Lanes(sum: (end.sum &- begin.sum) & ~Lanes.blank), begin.offset..<end.offset, in: text, tables)
      lastWord = (gap, begin.offset, end.offset)
      gap = end.offset
    }
  }

  /// Where a word begins or ends, and the sum of the bytes before.
  struct Edge {
    var offset = 0
    var sum: UInt64 = 0
  }

  /// What reading a line needs, set up once for all of them.
  struct Tables {
    let lanes: UnsafeBufferPointer<UInt64>
    let binding: UnsafeBufferPointer<UInt32>
    /// Room for the edges of a line: ``reach`` and one more.
    let edges: UnsafeMutableBufferPointer<Edge>

    static func with(_ body: (Tables) -> Void) {
      var edges = [Edge](repeating: Edge(), count: reach + 1)
      edges.withUnsafeMutableBufferPointer { edges in
        Lanes.table.withUnsafeBufferPointer { lanes in
          BindingWords.table.withUnsafeBufferPointer { binding in
            body(Tables(lanes: lanes, binding: binding, edges: edges))
          }
        }
      }
    }
  }

  /// Writes down where words begin and end, in turn, and returns how many edges there are. Each byte writes one, and
  /// the next byte writes over it unless a word began or ended there: no branch depends on the text.
  private static func edges(
    of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ tables: Tables
  ) -> Int {
    var count = 0
    var sum: UInt64 = 0
    var wasBlank: UInt64 = 1
    for offset in range {
      let lane = tables.lanes[Int(text[offset])]
      let isBlank = lane >> 63
      tables.edges[count] = Edge(offset: offset, sum: sum)
      count += Int(isBlank ^ wasBlank)
      wasBlank = isBlank
      sum &+= lane
    }
    tables.edges[count] = Edge(offset: range.upperBound, sum: sum)
    return count + (count & 1)
  }

  /// Whether the line ends in the number of its statement, `2a1`, far to the right, as the NLS system of the seventies
  /// printed it behind every paragraph.
  func endsInStatementNumber(_ content: Range<Int>, indent: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool
  {
    guard words > 1, lastWord.start - lastWord.gap >= 3, lastWord.end == content.upperBound,
      indent + content.count > 72
    else { return false }
    let word = text[lastWord.start..<lastWord.end]
    return word.count <= 6 && LineView.isDigit(text[lastWord.start])
      && word.allSatisfy { LineView.isDigit($0) || LineView.isLower($0) }
  }

  @inline(__always)
  private mutating func add(
    _ word: Lanes, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ tables: Tables
  ) {
    words += 1
    if words == 1 {
      firstWord = range.count - word.following
      isField =
        text[range.upperBound - 1] == 0x3A && range.count > 1 && range.upperBound < text.count
        && text[range.upperBound] == 0x20
    }
    if word.isPlain(first: text[range.lowerBound]) {
      plain += 1
      if range.count <= 4, BindingWords.contains(Self.key(of: range, in: text), in: tables.binding) {
        binding += 1
      }
    } else if word.isSign {
      operators += 1
      if words == 2, word.equals > 0 { isRule = true }
    } else if word.equals > 0 {
      assigns = true
    }
    // Of an odd number of bytes only `0x4f,` is.
    if range.count & 1 == 0 || text[range.upperBound - 1] == 0x2C,
      word.digits > 0 || range.count == 2 || word.lower == 0,
      Self.isHexadecimal(text[range.lowerBound]), Self.isHexadecimal(range, in: text)
    {
      hexadecimals += 1
    }
    if word.dashes > 1 { rules += word.dashes }
    total.sum &+= word.sum
  }

  /// A word of up to four bytes as a number, big-endian.
  private static func key(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard range.lowerBound + 4 <= text.count else {
      return text[range].reduce(0) { $0 << 8 | UInt32($1) }
    }
    let bytes = UnsafeRawBufferPointer(text).loadUnaligned(
      fromByteOffset: range.lowerBound, as: UInt32.self)
    return UInt32(bigEndian: bytes) >> UInt32(32 - 8 * range.count)
  }

  /// `4f2b`, `0x4f`, `0x4f,`
  private static func isHexadecimal(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var range = range
    if range.count > 3, text[range.lowerBound] == 0x30, text[range.lowerBound + 1] == 0x78 {
      range = range.lowerBound + 2..<range.upperBound
      if text[range.upperBound - 1] == 0x2C { range = range.dropLast() }
    }
    guard range.count & 1 == 0 else { return false }
    return text[range].allSatisfy(isHexadecimal)
  }

  @inline(__always)
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    LineView.isDigit(byte) || (byte | 0x20) &- 0x61 < 6
  }

  private mutating func addGap(_ gap: Range<Int>, from start: Int, in text: UnsafeBufferPointer<UInt8>) {
    if words == 1 { isField = false }
    if gap.count > 2 { wideGaps += 1 }
    let before = text[gap.lowerBound - 1]
    switch before {
    // A sentence has ended, perhaps within brackets or quotes.
    case 0x2E, 0x21, 0x29, 0x22: if gap.count == 2 { return }
    default: break
    }
    gaps += 1
    if gaps == 1 {
      firstGap = gap.lowerBound - start
      afterGap = gap.upperBound - start
      gapIsIntroduced = before == 0x3A || before == 0x3F
    }
  }
}

/// Nine counts of a word's bytes by kind, added as one number of 63 bits; each up to 127.
struct Lanes {
  var sum: UInt64 = 0

  var lower: Int { self[0] }
  var capitals: Int { self[1] }
  var digits: Int { self[2] }
  var drawing: Int { self[3] }
  var code: Int { self[4] }
  var dashes: Int { self[5] }
  var equals: Int { self[6] }
  var quotes: Int { self[7] }
  /// Bytes of a character that are not its first.
  var following: Int { self[8] }

  private subscript(lane: UInt64) -> Int { Int(sum >> (7 * lane) & 0x7F) }
  private static func one(in lane: UInt64) -> UInt64 { 1 << (7 * lane) }
  private static var lettersAndDigits: UInt64 { one(in: 3) - 1 }
  /// Digits, drawing, code and equals signs.
  private static var figuresAndSigns: UInt64 { (one(in: 5) - one(in: 2)) | (one(in: 7) - one(in: 6)) }

  /// A word of prose: letters, one capital at its beginning at most, a hyphen or two.
  func isPlain(first: UInt8) -> Bool {
    sum & Self.figuresAndSigns == 0 && lower > 0 && dashes < 3
      && (capitals == 0 || capitals == 1 && LineView.isUpper(first))
  }

  /// Neither letters nor digits, and more than marks of punctuation: `=`, `::=`, `|`, `->`.
  var isSign: Bool { sum & Self.lettersAndDigits == 0 && drawing + code + equals > 0 }

  /// Stands in the table for a blank, which ends a word.
  static let blank: UInt64 = 1 << 63

  /// What is added for each byte of a word.
  static let table: [UInt64] = (0...255).map { addend(UInt8($0)) }

  /// 0 for what stands in prose and code alike.
  private static func addend(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0x61...0x7A, 0xC0...0xFF: one(in: 0)
    case 0x41...0x5A: one(in: 1)
    case 0x30...0x39: one(in: 2)
    // + \ ^ | ~
    case 0x2B, 0x5C, 0x5E, 0x7C, 0x7E: one(in: 3)
    // # $ % & * ; < > @ _ ` { }
    case 0x23...0x26, 0x2A, 0x3B, 0x3C, 0x3E, 0x40, 0x5F, 0x60, 0x7B, 0x7D: one(in: 4)
    case 0x2D: one(in: 5)
    case 0x3D: one(in: 6)
    case 0x22: one(in: 7)
    case 0x80...0xBF: one(in: 8)
    case 0x00...0x20, 0x7F: blank
    default: 0
    }
  }
}
