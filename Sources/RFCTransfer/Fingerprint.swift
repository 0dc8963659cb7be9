/// A number by which a text is known again. Not proof against malice: whoever can change a file in the cache can
/// change the index beside it.
package enum Fingerprint {
  package static func of(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { bytes in
      var sum = UInt64(bytes.count) &* factor
      var index = 0
      while index + 8 <= bytes.count {
        mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), into: &sum)
        index += 8
      }
      while index < bytes.count {
        mix(UInt64(bytes[index]), into: &sum)
        index += 1
      }
      return Int(truncatingIfNeeded: sum)
    }
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mix(_ word: UInt64, into sum: inout UInt64) {
    let product = (sum ^ word).multipliedFullWidth(by: factor)
    sum = product.high ^ product.low &+ factor
  }
}
