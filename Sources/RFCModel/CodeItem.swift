/// A piece of code that a document holds: a module, a part of a grammar, a message, an example.
public struct CodeItem: Hashable, Sendable {
  /// What it is written in. The raw values are those of RFCXML's `type` of `<sourcecode>`, where it has one. Source: RFC
  /// 7991, section 2.48.4.
  public enum Notation: String, Hashable, Sendable, CaseIterable {
    case abnf
    case yang
    case asn1 = "asn.1"
    case mib
    case json
    case xml
    case c
    case cddl
    case xdr
    /// RFC 8446, section 3.
    case tlsPresentation = "tls-presentation"
    /// RFC 8340.
    case yangTree = "yangtree"
    case httpMessage = "http-message"
    case shell
    case pseudocode
    /// Code whose notation nothing tells.
    case code
  }

  /// The mark at the end of a line that goes on in the next one. Source: RFC 8792.
  public enum Fold: String, Hashable, Sendable {
    case single = "\\"
    case double = "\\\\"
  }

  public var notation: Notation
  /// The name of the file that `<CODE BEGINS>` gives it.
  public let name: String?
  /// The name that a module has in its notation.
  public let module: String?
  /// Whether it stands between `<CODE BEGINS>` and `<CODE ENDS>`.
  public let isMarked: Bool
  /// 0-based, the first and the last one with text. The page breaks among them belong to the page.
  public let lines: Range<Int>
  /// Index in ``Outline/sections`` of the section it stands in; nil before the first heading.
  public let section: Int?
  /// How its lines are folded, as its header says.
  public let fold: Fold?

  public init(
    notation: Notation, name: String? = nil, module: String? = nil, isMarked: Bool = false, lines: Range<Int>,
    section: Int?, fold: Fold? = nil
  ) {
    self.notation = notation
    self.name = name
    self.module = module
    self.isMarked = isMarked
    self.lines = lines
    self.section = section
    self.fold = fold
  }
}
