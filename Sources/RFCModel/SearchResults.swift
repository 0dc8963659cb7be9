/// A document that a search of the texts has found, and its sections that match.
public struct FoundDocument: Hashable, Sendable {
  /// So many sections of a document are kept, the best ones.
  public static let mostSections = 10

  /// The section that answers best.
  public let best: SearchHit
  /// Others that match, the best first.
  public let others: [SearchHit]
  /// How many match: those included that are not kept.
  public let sectionCount: Int
  /// How well the document answers: more is better, within one search.
  public let score: Double

  /// - Parameter sectionCount: as many as are given, unless told.
  public init(_ best: SearchHit, others: [SearchHit] = [], sectionCount: Int? = nil, score: Double = 0) {
    self.best = best
    self.others = others
    self.sectionCount = max(sectionCount ?? 0, 1 + others.count)
    self.score = score
  }

  public var id: DocumentID { best.document }
  public var isObsolete: Bool { !best.obsoletedBy.isEmpty }

  /// The order of results.
  public func isBefore(_ other: FoundDocument) -> Bool {
    if isObsolete != other.isObsolete { return other.isObsolete }
    return score != other.score ? score > other.score : other.id < id
  }
}

/// What a search of the texts has found.
public struct SearchResults: Sendable {
  /// The best first, of several equal ones the latest; the obsolete behind all others.
  public var found: [FoundDocument]
  /// How many sections match, those included that are not kept.
  public var sections: Int
  /// How many documents these are in.
  public var documents: Int
  /// Whether there are more than were counted.
  public var isCountCut: Bool
  /// Words and phrases, as typed, that were left out because nothing has all of them; none where something has.
  public var leftOut: [String]

  /// - Parameters:
  ///   - sections, documents: as many as are given, unless told.
  public init(
    _ found: [FoundDocument] = [], sections: Int? = nil, documents: Int? = nil, isCountCut: Bool = false,
    leftOut: [String] = []
  ) {
    self.found = found
    self.sections = sections ?? found.reduce(0) { $0 + $1.sectionCount }
    self.documents = documents ?? found.count
    self.isCountCut = isCountCut
    self.leftOut = leftOut
  }

  /// The best section of each document.
  public var hits: [SearchHit] { found.map(\.best) }

  /// With what has been found in other documents. What lacks fewer of the words stands alone.
  public func joined(with others: SearchResults, limit: Int) -> SearchResults {
    if others.documents == 0 || documents > 0 && leftOut.count < others.leftOut.count { return self }
    if documents == 0 || leftOut.count > others.leftOut.count { return others }
    let all = (found + others.found).sorted { $0.isBefore($1) }
    return SearchResults(
      Array(all.prefix(max(0, limit))), sections: sections + others.sections,
      documents: documents + others.documents, isCountCut: isCountCut || others.isCountCut,
      leftOut: leftOut + others.leftOut.filter { !leftOut.contains($0) })
  }
}
