/// A number for the bytes of a word or of a run of words. Two words have the same one so rarely that they are taken for
/// the same; nobody outside can choose words that do, for it begins with a number of this run of the program.
typealias WordHash = UInt64

extension WordHash {
  private static let seed = UInt64.random(in: .min ... .max)
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// That of no bytes.
  @inline(__always) static var empty: WordHash { seed }

  /// That of a word with one more byte.
  @inline(__always)
  func adding(_ byte: UInt8) -> WordHash { (self ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// That of a run with one more word.
  @inline(__always)
  func adding(_ word: WordHash) -> WordHash {
    let product = (self ^ word).multipliedFullWidth(by: Self.factor)
    return product.high ^ product.low &+ word
  }

  /// Spread over all bits, for a table.
  @inline(__always)
  fileprivate var spread: WordHash {
    let product = self.multipliedFullWidth(by: Self.factor)
    return product.high ^ product.low
  }
}

/// Numbers for hashes, from 0, in the order in which they are first asked for.
struct WordNumbers {
  private var hashes: [WordHash]
  /// -1 where a slot is free.
  private var numbers: [Int32]
  private(set) var count = 0

  /// - Parameter capacity: how many different ones there may be; more make it grow.
  init(capacity: Int = 1000) {
    var slots = 1024
    while slots < capacity * 2, slots < 1 << 28 { slots *= 2 }
    hashes = Array(repeating: 0, count: slots)
    numbers = Array(repeating: -1, count: slots)
  }

  mutating func number(of hash: WordHash) -> Int {
    if count * 4 > numbers.count * 3 { grow() }
    let slot = slot(of: hash)
    if numbers[slot] < 0 {
      hashes[slot] = hash
      numbers[slot] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return Int(numbers[slot])
  }

  /// Nil for a hash that has none.
  func known(_ hash: WordHash) -> Int? {
    let number = numbers[slot(of: hash)]
    return number < 0 ? nil : Int(number)
  }

  private func slot(of hash: WordHash) -> Int {
    let mask = numbers.count - 1
    var slot = Int(truncatingIfNeeded: hash.spread) & mask
    while numbers[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (hashes, numbers)
    hashes = Array(repeating: 0, count: old.0.count * 2)
    numbers = Array(repeating: -1, count: old.1.count * 2)
    for index in old.1.indices where old.1[index] >= 0 {
      let slot = slot(of: old.0[index])
      hashes[slot] = old.0[index]
      numbers[slot] = old.1[index]
    }
  }
}
