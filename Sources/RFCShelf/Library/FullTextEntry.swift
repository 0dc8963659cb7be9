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

  /// Sections of RFCs that it changes, as far as it says whose they are.
  let amendments: [Amendment]

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

    amendments = text.amendments(of: Self.updates(of: text))
    var places: [CitedPlace] = []
    for citation in text.citations.all {
      guard case .document(let document) = citation.target, let cited = document.rfc else { continue }
      places.append(CitedPlace(rfc: cited.value, line: citation.line, section: citation.section?.text ?? ""))
    }
    places.sort()
    self.citations = places.enumerated().filter { $0 == 0 || places[$0 - 1] != $1 }.map(\.element)
  }

  /// What it may update: the RFCs that its head names, or, where heads did not say that, those whose sections it
  /// cites. The catalogue says later on which of them it does.
  private static func updates(of text: ParsedText) -> [RFCNumber] {
    let head = text.outline.sections.first?.lines.lowerBound ?? 0
    var named: Set<RFCNumber> = []
    var cited: Set<RFCNumber> = []
    for citation in text.citations.all {
      guard case .document(.rfc(let number)) = citation.target else { continue }
      if citation.line < head {
        named.insert(number)
      } else if citation.section != nil {
        cited.insert(number)
      }
    }
    return Array(named.isEmpty ? cited : named)
  }
}
