/// How long nothing may arrive before a transfer counts as stalled.
public struct IdleTimeout: Hashable, Sendable {
  /// 1...3,600,000.
  public let milliseconds: Int

  /// 20 s.
  public static let standard = IdleTimeout(milliseconds: 20_000)

  /// Seconds, as an option or a setting gives them: `20`, `0.5`. Nil for anything else, and outside 0.001...3600.
  public init?(_ seconds: some StringProtocol) {
    let parts = seconds.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.map(\.utf8).joined()
    guard (1...2).contains(parts.count), (1...4).contains(parts[0].utf8.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }), let whole = Int(parts[0])
    else { return nil }
    var thousandths = 0
    if parts.count == 2 {
      guard (1...3).contains(parts[1].utf8.count) else { return nil }
      let padded = String(parts[1]) + String(repeating: "0", count: 3 - parts[1].utf8.count)
      guard let value = Int(padded) else { return nil }
      thousandths = value
    }
    guard (1...3_600_000).contains(whole * 1000 + thousandths) else { return nil }
    milliseconds = whole * 1000 + thousandths
  }

  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  package var nanoseconds: UInt64 { UInt64(milliseconds) * 1_000_000 }
}

extension IdleTimeout: CustomStringConvertible {
  /// `20 s`, `0.3 s`.
  public var description: String { seconds + " s" }

  /// `20`, `0.3`, as curl takes it.
  package var seconds: String {
    let thousandths = milliseconds % 1000
    guard thousandths != 0 else { return String(milliseconds / 1000) }
    var fraction = String(String(1000 + thousandths).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(milliseconds / 1000).\(fraction)"
  }
}
