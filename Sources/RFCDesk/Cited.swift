import RFCFormats
import RFCModel

/// A citation as others are told of it, by name and number.
public struct Cited: Hashable, Sendable {
  /// 0-based line it begins in.
  public let line: Int
  /// Nil for this document, and for what is no RFC.
  public let rfc: RFCNumber?
  /// In what it cites, whatever that is.
  public let section: SectionNumber?
  /// The same where it is an RFC, or this document.
  public let sectionOfRFC: SectionNumber?
  /// A figure, a table or a page of what it cites.
  public let place: PrintedPlace?
  /// Its words, on one line.
  public let text: String
  /// `RFC 2119`, `BCP 14`, a draft, a URL, or the tag of an entry of the bibliography that names none of these:
  /// `[IEEE.802]`; nil for this document.
  public let target: String?

  private init(_ citation: Citation, in document: Document, _ bibliography: Bibliography) {
    line = citation.line
    section = citation.section
    place = citation.place
    text = document.text(citation.ranges)
    switch citation.target {
    case .thisDocument:
      rfc = nil
      sectionOfRFC = citation.section
      target = nil
    case .document(let cited):
      rfc = cited.rfc
      sectionOfRFC = rfc == nil ? nil : citation.section
      target = cited.description
    case .reference:
      rfc = nil
      sectionOfRFC = nil
      let tag = citation.reference.flatMap { index in
        bibliography.references.indices.contains(index) ? bibliography.references[index].tag : nil
      }
      target = "[\(tag ?? "")]"
    }
  }

  /// What the prose and the bibliography of a document cite, in the order of the text.
  public static func all(in text: ParsedText) -> [Cited] {
    text.citations.all.map { Cited($0, in: text.document, text.bibliography) }
  }
}
