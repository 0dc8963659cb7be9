import RFCModel

/// What counts of an RFC whatever is looked for, and by what its title is measured.
struct CatalogueWeight: Equatable {
  let number: RFCNumber
  let standing: Double
  let renown: Double
  /// 1 at least.
  let titleWords: Double
  let contentWords: Double
  let draftWords: Double
  let isObsolete: Bool
  /// Whether it has taken the place of others.
  let hasBefore: Bool
}

/// The weights of all RFCs of a catalogue. They are kept as one row: every search needs them, and rows of their own
/// would take more time than the search.
struct CatalogueWeights {
  private(set) var all: [CatalogueWeight] = []
  /// Under each number its index in ``all``, or -1.
  private var indexes: [Int32] = []

  init() {}

  var count: Int { all.count }

  subscript(number: Int) -> CatalogueWeight? {
    guard indexes.indices.contains(number), indexes[number] >= 0 else { return nil }
    return all[Int(indexes[number])]
  }

  private mutating func append(_ weight: CatalogueWeight) {
    let number = weight.number.value
    if number >= indexes.count { indexes += repeatElement(-1, count: number - indexes.count + 1) }
    indexes[number] = Int32(all.count)
    all.append(weight)
  }
}

/// As bytes: little-endian, 16 of them for each RFC. Standing and renown are hundredths.
extension CatalogueWeights {
  private static let size = 16
  /// Bytes. There are some ten thousand RFCs.
  static let limit = 4 << 20

  /// Nil for bytes that are none, or where a number is none or there twice.
  init?(packed bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count.isMultiple(of: Self.size) else { return nil }
    all.reserveCapacity(bytes.count / Self.size)
    for start in stride(from: 0, to: bytes.count, by: Self.size) {
      func half(_ index: Int) -> UInt16 {
        UInt16(bytes[start + 2 * index]) | UInt16(bytes[start + 2 * index + 1]) << 8
      }
      func words(_ index: Int) -> Double { Double(max(1, half(index))) }
      guard let number = RFCNumber(Int(half(0)) | Int(half(1)) << 16), self[number.value] == nil else {
        return nil
      }
      append(
        CatalogueWeight(
          number: number, standing: Double(Int16(bitPattern: half(2))) / 100, renown: Double(half(3)) / 100,
          titleWords: words(4), contentWords: words(5), draftWords: words(6),
          isObsolete: half(7) & 1 != 0, hasBefore: half(7) & 2 != 0))
    }
  }

  static func append(_ weight: CatalogueWeight, to bytes: inout [UInt8]) {
    func append(_ half: UInt16) {
      bytes.append(UInt8(truncatingIfNeeded: half))
      bytes.append(UInt8(truncatingIfNeeded: half >> 8))
    }
    append(UInt16(truncatingIfNeeded: weight.number.value))
    append(UInt16(truncatingIfNeeded: weight.number.value >> 16))
    append(UInt16(bitPattern: Int16(clamping: Int((weight.standing * 100).rounded()))))
    append(UInt16(clamping: Int((weight.renown * 100).rounded())))
    for words in [weight.titleWords, weight.contentWords, weight.draftWords] {
      append(UInt16(clamping: Int(words)))
    }
    append((weight.isObsolete ? 1 : 0) | (weight.hasBefore ? 2 : 0))
  }
}
