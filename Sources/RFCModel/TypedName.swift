/// A document, and a place in it, as people type or paste its name. Whoever takes one, the command line, `:` or the
/// library, reads it by ``init(_:)``.
public enum TypedName: Hashable, Sendable {
  case document(Locator)
  /// `BCP 14`: the catalogue knows which RFCs that is.
  case subSeries(SubSeries, Int, at: Anchor?)
  /// A draft without its revision, `draft-ietf-quic-transport`, as a citation's tag has it; no server has that.
  case draft(String)

  /// The place that it names in a document, where that is one it may mean.
  public func anchor(in document: DocumentID) -> Anchor? {
    switch self {
    case .document(let locator): locator.document == document ? locator.anchor : nil
    case .subSeries(_, _, let anchor): anchor
    case .draft: nil
    }
  }

  /// What there is to say of a draft without its revision.
  public static func lacksRevision(_ draft: String) -> String {
    "\(draft) needs a revision, such as -00."
  }
}
