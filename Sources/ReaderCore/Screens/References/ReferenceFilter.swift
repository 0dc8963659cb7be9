import RFCModel

/// What is typed to narrow what a document cites: how it cites it, and what finds an RFC in the library.
struct ReferenceFilter {
  /// A word that says how.
  private enum Word: String, CaseIterable {
    case normative = "norm"
    case informative = "info"
    case obsolete = "obs"

    /// Nil for a word that is looked for.
    init?(typed: Substring) {
      guard let word = Self.allCases.first(where: { typed == $0.rawValue || typed == $0.whole }) else {
        return nil
      }
      self = word
    }

    private var whole: String {
      switch self {
      case .normative: "normative"
      case .informative: "informative"
      case .obsolete: "obsolete"
      }
    }

    func matches(_ rfc: CitedRFC) -> Bool {
      switch self {
      case .normative: rfc.kind == .normative
      case .informative: rfc.kind == .informative
      case .obsolete: rfc.row.isObsolete
      }
    }
  }

  /// `words, number, norm, info, obs, author: ...`: what it takes, for the prompt.
  static let hint =
    "words, number, " + Word.allCases.map(\.rawValue).joined(separator: ", ") + ", " + FilterField.hint

  private let words: [Word]
  private let rows: CatalogueFilter

  init(typed: String) {
    let typed = typed.lowercased().split(separator: " ")
    words = typed.compactMap { Word(typed: $0) }
    // `rfc 9110` is the number, as in the list's own name of it.
    let rest = typed.filter { Word(typed: $0) == nil }.map { $0.hasPrefix("rfc") ? $0.dropFirst(3) : $0 }
    rows = CatalogueFilter(typed: rest.joined(separator: " "))
  }

  var isEmpty: Bool { words.isEmpty && rows.isEmpty }
  /// To be marked in titles.
  var marked: [[UInt8]] { rows.words }

  func matches(_ rfc: CitedRFC, in surroundings: CatalogueFilter.Surroundings) -> Bool {
    words.allSatisfy { $0.matches(rfc) } && rows.matches(rfc.row, in: surroundings)
  }
}
