import CellGrid

/// A text of a test case, as it is to be typed, read or sent. In the report, which goes to a terminal, what may not stand
/// there is spelled out, and a long one is cut.
public struct Spelled: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let raw: String

  public init(_ raw: String) { self.raw = raw }
  public init(stringLiteral raw: String) { self.raw = raw }

  public var description: String { "\"\(raw.printable(limit: 200))\"" }
}
