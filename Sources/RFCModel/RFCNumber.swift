/// The number of an RFC: `4291`. From 1 to 999,999, so five digits work and a date or a port does not pass for one.
public struct RFCNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int

  /// - Returns: nil unless `value` lies in 1...999,999.
  public init?(_ value: Int) {
    guard (1...999_999).contains(value) else { return nil }
    self.value = value
  }

  /// ASCII digits only, leading zeros allowed: `4291`, `0791`.
  public init?(digits: some StringProtocol) {
    guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int(digits)
    else { return nil }
    self.init(value)
  }

  private init(known value: Int) { self.value = value }

  /// ABNF, the notation of grammars, with its core rules.
  public static let abnf = RFCNumber(known: 5234)

  public var description: String { String(value) }

  public static func < (a: RFCNumber, b: RFCNumber) -> Bool { a.value < b.value }
}
