/// A part of a document's body that is one thing: a paragraph, a list's item, a figure.
public struct Block: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case paragraph
    /// An item of a list with its marker, or what follows in it.
    case list
    /// A term and what is said of it, or one of the two.
    case definition
    /// Lines that stand as they are: white space and line ends matter.
    case verbatim(Form)
    case heading
    /// A line of the printed table of contents.
    case contents
    /// An entry of the bibliography.
    case reference
    /// The first page's head, captions, authors' addresses, rules.
    case other
  }

  /// What a verbatim block shows, as far as its signs tell.
  public enum Form: Hashable, Sendable {
    /// A drawing, a formula, or whatever else is set as it is.
    case figure
    case table
    case code
  }

  public let kind: Kind
  /// 0-based lines, the first and the last one with text. Page breaks inside belong to the page, not to the block.
  public let lines: Range<Int>

  public init(kind: Kind, lines: Range<Int>) {
    self.kind = kind
    self.lines = lines
  }
}
