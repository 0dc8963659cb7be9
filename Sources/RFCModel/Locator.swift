/// A place inside a document.
public enum Anchor: Hashable, Sendable {
  case section(SectionNumber)
  /// What a heading says, or an identifier that a web page has there: `retry-after`, `name-retry-after`,
  /// `field.retry-after`. In lower case, printable ASCII. ``Outline/index(of:)-(Anchor)`` knows which heading that is.
  case name(String)
  /// 1-based line of the published text.
  case line(Int)
  /// `Figure 2`, `page 41`.
  case printed(PrintedPlace)
}

extension Anchor: CustomStringConvertible {
  /// As one writes it in a sentence: `section 4.2`, `place called field.retry-after`, `line 120`, `Figure 2`.
  public var description: String {
    switch self {
    case .section(let number): "section \(number)"
    case .name(let name): "place called \(name)"
    case .line(let line): "line \(line)"
    case .printed(let place): "\(place)"
    }
  }
}

/// A document and a place in it: what ``TypedName`` reads where it names one that can be asked for.
public struct Locator: Hashable, Sendable {
  public let document: DocumentID
  public let anchor: Anchor?

  public init(_ document: DocumentID, at anchor: Anchor? = nil) {
    self.document = document
    self.anchor = anchor
  }

  /// Nil for what names no document, or none that a server can be asked for: see ``TypedName``.
  public init?(typed source: some StringProtocol) {
    guard case .document(let locator)? = TypedName(source) else { return nil }
    self = locator
  }
}

extension Locator {
  /// The core rules of grammars. Source: RFC 5234.
  public static let coreRules = Locator(.rfc(.abnf), at: SectionNumber("B.1").map(Anchor.section))
}
