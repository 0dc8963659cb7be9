import RFCModel

/// What is looked for in a document that is peeked into.
public enum PeekPlace: Hashable, Sendable {
  case section(SectionNumber)
  case printed(PrintedPlace)
  /// A rule of ABNF (RFC 5234), a term, an abbreviation.
  case word(String)
}
