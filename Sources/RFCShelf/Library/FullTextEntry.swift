import RFCFormats
import RFCModel

/// What the full text takes in of one document.
struct FullTextEntry: Sendable {
  let title: String
  let year: Int?
  let outline: Outline
  let pagination: Pagination
  let passages: Passages
  /// Each once, ascending.
  let citations: [CitedPlace]
  /// Sections of the RFCs that its head says it updates. The catalogue says later on which of them it does. With the
  /// sentences.
  let amendments: [(amendment: Amendment, words: String)]

  /// A line that cites an RFC, or a section of one.
  struct CitedPlace: Hashable, Comparable, Sendable {
    let rfc: Int
    /// 0-based.
    let line: Int
    /// Empty where the whole RFC is cited.
    let section: String

    static func < (a: Self, b: Self) -> Bool { (a.rfc, a.line, a.section) < (b.rfc, b.line, b.section) }
  }

  init(_ published: consuming [UInt8], of id: DocumentID) {
    let text = ParsedText(TextDecoder.document(from: published), of: id)
    pagination = text.pagination
    outline = text.outline
    passages = text.passages()
    title = text.frontMatter.title ?? ""
    year = text.frontMatter.published?.year
    amendments = text.amendments(of: text.updates).map { ($0, $0.words(in: text.document)) }
    var places: [CitedPlace] = []
    for citation in text.citations.all {
      guard case .document(let document) = citation.target, let cited = document.rfc else { continue }
      places.append(CitedPlace(rfc: cited.value, line: citation.line, section: citation.section?.text ?? ""))
    }
    places.sort()
    self.citations = places.enumerated().filter { $0 == 0 || places[$0 - 1] != $1 }.map(\.element)
  }
}
