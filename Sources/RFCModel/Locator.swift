/// A place inside a document.
public enum Anchor: Hashable, Sendable {
  case section(SectionNumber)
  /// 1-based line of the published text.
  case line(Int)
  case printed(PrintedPlace)
}

/// A document and a place in it, as people write it: `4291`, `rfc4291#2.5`, `RFC 4291 2.5`, a URL.
public struct Locator: Hashable, Sendable {
  public let document: DocumentID
  public let anchor: Anchor?

  public init(_ document: DocumentID, at anchor: Anchor? = nil) {
    self.document = document
    self.anchor = anchor
  }
}

extension Locator {
  /// The core rules of grammars. Source: RFC 5234.
  public static let coreRules = Locator(.rfc(.abnf), at: SectionNumber("B.1").map(Anchor.section))
}
