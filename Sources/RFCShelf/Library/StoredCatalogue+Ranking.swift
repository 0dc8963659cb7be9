import RFCModel
import StoreTerms

extension StoredCatalogue {
  /// Where no more have all the words, those that lack some follow.
  private static let fewMatches = 30
  /// So many that lack a word are listed.
  private static let mostLacking = 50
  /// For so many is looked up who cites them.
  private static let mostWeighed = 300

  /// What answers a filter, the best first.
  ///
  /// Its words may stand in the title, the keywords, the abstract, among the authors, or be the name of a sub-series
  /// or the beginning of the number.
  ///
  /// - Parameter withLacking: whether some that lack a word follow where few have all.
  public func ranked(
    _ filter: CatalogueFilter, in surroundings: CatalogueFilter.Surroundings, withLacking: Bool = true
  ) throws(StoreError) -> RankedDocuments {
    let typed = filter.words.map { String(decoding: $0, as: UTF8.self) }
    let fields = filter.withoutWords
    if typed.isEmpty {
      var rows = try rows(matching: filter, in: surroundings)
      rows.reverse()
      rows.bringToFront { $0.id == filter.first }
      return RankedDocuments(rows.map { RankedDocuments.Document($0.id, score: 0) })
    }
    var allowed: Set<DocumentID>?
    if !fields.isEmpty { allowed = Set(try rows(matching: fields, in: surroundings).map(\.id)) }
    return try asking { () throws(Database.Problem) in
      let finder = try wordFinder()
      let answer = try finder.answer(typed.map { CatalogueWords.Word(text: $0, mayGoOn: !isSubSeries($0)) })
      var found: [(id: DocumentID, match: CatalogueWords.Match, score: Double)] = []
      for match in answer.matches {
        guard let number = RFCNumber(match.number), allowed?.contains(.rfc(number)) ?? true else { continue }
        found.append(
          (.rfc(number), match, finder.points(of: match) + finder.standing(of: match.number)))
      }
      func isBefore(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (found[a], found[b])
        if a.match.isObsolete != b.match.isObsolete { return b.match.isObsolete }
        return a.score != b.score ? a.score > b.score : b.id < a.id
      }
      var order = found.indices.sorted(by: isBefore)
      let weighed = order.prefix(Self.mostWeighed)
      for index in weighed {
        let match = found[index].match
        found[index].score = finder.points(of: match) + (try finder.authority(of: match.number))
      }
      order.replaceSubrange(weighed.indices, with: weighed.sorted(by: isBefore))
      return Self.chosen(
        from: order.map { found[$0] }, answer, typed, filter.first, withLacking)
    }
  }

  /// The rows of what has been ranked, in that order.
  ///
  /// - Throws: damage where the catalogue lacks what its words speak of.
  public func rows(of ranked: RankedDocuments) throws(StoreError) -> [(row: CatalogueRow, score: Double)] {
    var rows: [DocumentID: CatalogueRow] = [:]
    for row in try self.rows(of: ranked.all.compactMap(\.id.rfc)) { rows[row.id] = row }
    var all: [(row: CatalogueRow, score: Double)] = []
    for document in ranked.all {
      guard let row = rows[document.id] else { throw .damagedCatalogue(path: path) }
      all.append((row, document.score))
    }
    return all
  }

  private func wordFinder() throws(Database.Problem) -> CatalogueWords {
    if let words { return words }
    let new = try CatalogueWords.opened(for: database)
    words = new
    return new
  }

  /// Those that have all the words; where they are few, some that lack one behind them.
  private static func chosen(
    from ranked: [(id: DocumentID, match: CatalogueWords.Match, score: Double)],
    _ answer: CatalogueWords.Answer, _ typed: [String], _ first: DocumentID?, _ withLacking: Bool
  ) -> RankedDocuments {
    var wanted: UInt64 = 0
    for word in answer.rarity.indices where answer.rarity[word] > 0 { wanted |= 1 << UInt64(word) }
    var all = ranked.filter { $0.match.words & wanted == wanted }
    var result = RankedDocuments()
    if all.isEmpty, let best = ranked.max(by: { $0.score < $1.score }) {
      result.leftOut = typed.indices.prefix(64).filter {
        wanted & 1 << UInt64($0) != 0 && best.match.words & 1 << UInt64($0) == 0
      }.map { typed[$0] }
    }
    if all.isEmpty || withLacking && all.count < fewMatches {
      all += ranked.filter { $0.match.words & wanted != wanted }.prefix(mostLacking)
    }
    result.all = all.map { RankedDocuments.Document($0.id, score: $0.score) }
    result.all.bringToFront { $0.id == first }
    return result
  }
}

/// Whether a word is the name of a sub-series, to which no other belongs that begins so: `bcp14`.
private func isSubSeries(_ word: String) -> Bool {
  if case .subSeries = TypedName(word) { return true }
  return false
}
