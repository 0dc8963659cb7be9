/// A sub-series of the RFCs; its numbers name one RFC or several. Source: RFC 7841, section 3.
public enum SubSeries: String, Hashable, Sendable, CaseIterable {
  case bcp = "BCP"
  case std = "STD"
  case fyi = "FYI"
}

/// A document as a text names it, wherever it may be.
public enum CitedDocument: Hashable, Sendable {
  case rfc(RFCNumber)
  /// `BCP 14`: the catalogue knows which RFCs it stands for.
  case subSeries(SubSeries, Int)
  /// An Internet-Draft as named, in lower case, with or without a revision: `draft-ietf-quic-transport`.
  case draft(String)
  /// An address as printed, its line breaks taken out.
  case url(String)

  /// Nil for all that is no RFC by its number.
  public var rfc: RFCNumber? {
    if case .rfc(let number) = self { number } else { nil }
  }
}

extension CitedDocument: CustomStringConvertible {
  /// `RFC 2119`, `BCP 14`, `draft-ietf-quic-transport-34`, `https://www.iana.org/`.
  public var description: String {
    switch self {
    case .rfc(let number): "RFC \(number)"
    case .subSeries(let series, let number): "\(series.rawValue) \(number)"
    case .draft(let name): name
    case .url(let address): address
    }
  }
}

/// An entry of the bibliography.
public struct Reference: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case normative
    case informative
    /// The document does not tell the two apart.
    case unspecified
  }

  /// What the prose cites it by, without brackets: `RFC2119`, `QUIC-TLS`, `1`. Nil where the entry has none.
  public let tag: String?
  /// The entry on one line, without its tag.
  public let text: String
  /// Nil for a book, an article and all else that the text gives no name for.
  public let target: CitedDocument?
  public let kind: Kind
  /// 0-based lines, with whatever page end lies between them.
  public let lines: Range<Int>

  public init(tag: String?, text: String, target: CitedDocument?, kind: Kind, lines: Range<Int>) {
    self.tag = tag
    self.text = text
    self.target = target
    self.kind = kind
    self.lines = lines
  }
}

/// The references of a document, in the order of its text.
public struct Bibliography: Sendable {
  public let references: [Reference]
  /// 0-based lines of the sections that hold them, ascending.
  public let sections: [Range<Int>]

  public init(references: [Reference], sections: [Range<Int>]) {
    self.references = references
    self.sections = sections
  }

  public static let empty = Bibliography(references: [], sections: [])
}
