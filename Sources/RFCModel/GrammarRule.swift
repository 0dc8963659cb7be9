/// A rule of a grammar in ABNF, or what is added to one. Source: RFC 5234.
public struct GrammarRule: Hashable, Sendable {
  /// Where its name stands, in ``Document/bytes``.
  public let name: Range<Int>
  /// 0-based, up to its last line that is no comment.
  public let lines: Range<Int>
  /// Whether it adds alternatives to a rule: `name =/ more`.
  public let isAdded: Bool
  /// Index in ``Outline/sections`` of the section it stands in; nil before the first heading.
  public let section: Int?
  /// Where it names rules, in ``Document/bytes``, in its order.
  public let uses: [Range<Int>]

  public init(name: Range<Int>, lines: Range<Int>, isAdded: Bool, section: Int?, uses: [Range<Int>]) {
    self.name = name
    self.lines = lines
    self.isAdded = isAdded
    self.section = section
    self.uses = uses
  }
}
