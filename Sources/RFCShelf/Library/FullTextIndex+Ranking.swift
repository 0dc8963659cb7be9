import RFCModel
import StoreTerms

extension FullTextIndex {
  /// For so many documents all that is known is looked up.
  private static let mostWeighed = 200
  /// So many that the catalogue's words speak for are asked for sections that have some of the words.
  private static let mostAsked = 40
  /// So many of the rarest words are left out, one in turn, and then together.
  private static let mostLeftOut = 4

  /// A document while it is ranked.
  private struct Candidate {
    let span: Int
    /// How many of its sections have all the words.
    var count = 0
    /// Whether its sections have been looked at.
    var isRanked = false
    /// Some of its sections, and how well each answers.
    var sections: [(passage: Int, points: Double)] = []
    var best = 0.0
    /// What the catalogue says of it.
    var fields: CatalogueWords.Match?
    /// Words that stand in it or in the catalogue, a bit each.
    var words: UInt64 = 0
    var score = 0.0
  }

  /// What answers words of which a document has to have all: in a section, or in it and the catalogue together.
  func ranked(
    _ words: [FullTextQuery.Phrase], _ collector: MatchCollector, _ isWanted: [Bool], limit: Int
  ) throws(Database.Problem) -> SearchResults {
    let finder = try wordFinder()
    let answer = try finder.answer(words.map { CatalogueWords.Word(text: $0.text, mayGoOn: $0.isPrefix) })
    guard answer.rarity.count == words.count else { return SearchResults() }
    let all: UInt64 = words.count < 64 ? (1 << UInt64(words.count)) - 1 : .max
    let total = max(answer.rarity.reduce(0, +), 1e-9)
    var candidates = counted(collector, answer.rarity, all)
    var places = [Int](repeating: -1, count: documents.all.count)
    for (index, candidate) in candidates.enumerated() { places[candidate.span] = index }
    for match in answer.matches {
      guard let span = documents.span(of: match.number), isWanted[span] else { continue }
      if places[span] >= 0 {
        candidates[places[span]].fields = match
      } else {
        places[span] = candidates.count
        candidates.append(Candidate(span: span, fields: match, words: match.words))
      }
    }
    for span in collector.unseen where isWanted[span] && places[span] < 0 {
      candidates.append(Candidate(span: span))
    }
    func number(_ candidate: Candidate) -> Int { documents.all[candidate.span].id.rfc?.value ?? 0 }
    func score(_ candidate: Candidate, authority: Double) -> Double {
      (candidate.fields.map { finder.points(of: $0) } ?? FieldEvidence().points) + authority
        + Relevance.sectionWeight * candidate.best / total
    }
    for index in candidates.indices {
      candidates[index].score = score(
        candidates[index], authority: finder.standing(of: number(candidates[index])))
    }
    candidates.sort(by: isBefore)
    for index in candidates.indices.prefix(Self.mostAsked) where !candidates[index].isRanked {
      try ask(for: words, answer.rarity, total, &candidates[index])
    }
    let weighed = candidates.indices.prefix(Self.mostWeighed)
    for index in weighed {
      candidates[index].score = score(
        candidates[index], authority: try finder.authority(of: number(candidates[index])))
    }
    candidates[weighed].sort(by: isBefore)
    candidates.removeAll { $0.words != all }
    let added = candidates.count { $0.count == 0 }
    return SearchResults(
      try found(candidates, limit), sections: collector.passages + added,
      documents: collector.documents + added, isCountCut: collector.isFull)
  }

  /// What answers a query with operators: a document is as good as its best section.
  func ranked(_ collector: MatchCollector, limit: Int) throws(Database.Problem) -> SearchResults {
    var candidates = counted(collector, collector.rarity(), 0)
    for index in candidates.indices { candidates[index].score = candidates[index].best }
    candidates.sort(by: isBefore)
    return SearchResults(
      try found(candidates, limit), sections: collector.passages, documents: collector.documents,
      isCountCut: collector.isFull)
  }

  /// The words that are left out of a search that finds nothing: the rarest one in turn, then more of them.
  static func leavingOut(_ words: [FullTextQuery.Phrase], rarity: [Double]) -> [[Int]] {
    guard words.count > 1, rarity.count == words.count else { return [] }
    let rarest = words.indices.sorted { rarity[$0] != rarity[$1] ? rarity[$0] > rarity[$1] : $0 < $1 }
    let alone = rarest.prefix(mostLeftOut).map { [$0] }
    let together = (2...mostLeftOut).filter { $0 < words.count }.map { Array(rarest.prefix($0)) }
    return alone + together
  }

  func rarity(of words: [FullTextQuery.Phrase]) throws(Database.Problem) -> [Double] {
    try wordFinder().answer(words.map { CatalogueWords.Word(text: $0.text, mayGoOn: $0.isPrefix) }).rarity
  }

  private func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    let (first, second) = (documents.all[a.span], documents.all[b.span])
    if first.isObsolete != second.isObsolete { return second.isObsolete }
    return a.score != b.score ? a.score > b.score : second.id < first.id
  }

  /// The documents that have sections with all the words: those of one come in a row.
  private func counted(_ collector: MatchCollector, _ rarity: [Double], _ all: UInt64) -> [Candidate] {
    var candidates: [Candidate] = []
    var start = 0
    while start < collector.matches.count {
      var candidate = Candidate(span: collector.matches[start].span)
      var end = start
      while end < collector.matches.count, collector.matches[end].span == candidate.span {
        let points = collector.points(end, rarity: rarity)
        candidate.sections.append((collector.matches[end].passage, points))
        candidate.best = max(candidate.best, points)
        end += 1
      }
      candidate.count = end - start
      candidate.isRanked = true
      candidate.words = all
      candidates.append(candidate)
      start = end
    }
    return candidates
      + collector.unranked.map {
        Candidate(span: $0.span, count: $0.count, sections: [($0.passage, 0)], words: all)
      }
  }

  /// How well the sections of a document answer that has not been ranked: those that have all the words, or else some.
  private func ask(
    for words: [FullTextQuery.Phrase], _ rarity: [Double], _ total: Double, _ candidate: inout Candidate
  ) throws(Database.Problem) {
    let document = documents.all[candidate.span]
    let collector = MatchCollector([
      MatchCollector.Span(first: document.first, count: document.count, isWanted: true)
    ])
    try collect(
      words.map(\.fts5).joined(separator: candidate.count > 0 ? " AND " : " OR "),
      document.first..<document.first + document.count, into: collector)
    if !collector.matches.isEmpty { candidate.sections = [] }
    for match in collector.matches.indices {
      var share = 0.0
      for word in rarity.indices where collector.holds(match, phrase: word) {
        candidate.words |= 1 << UInt64(word)
        share += rarity[word]
      }
      let points = Relevance.section(collector.points(match, rarity: rarity), share: share / total)
      candidate.sections.append((collector.matches[match].passage, points))
      candidate.best = max(candidate.best, points)
    }
    // Named in the catalogue alone: the beginning answers for it.
    if candidate.sections.isEmpty { candidate.sections = [(document.first, 0)] }
  }

  private func found(_ candidates: [Candidate], _ limit: Int) throws(Database.Problem) -> [FoundDocument] {
    var found: [FoundDocument] = []
    for candidate in candidates.prefix(max(0, limit)) {
      if let document = try self.found(candidate) { found.append(document) }
    }
    return found
  }

  private func found(_ candidate: Candidate) throws(Database.Problem) -> FoundDocument? {
    guard let row = try row(of: documents.all[candidate.span]) else { return nil }
    var sections = candidate.sections
    if sections.isEmpty { sections = [(documents.all[candidate.span].first, 0)] }
    sections.sort { $0.points != $1.points ? $0.points > $1.points : $0.passage < $1.passage }
    var hits: [SearchHit] = []
    for section in sections.prefix(FoundDocument.mostSections) {
      if let hit = try hit(section.passage, in: row) { hits.append(hit) }
    }
    // Lists of references and names, and a first page, say little of what a document says of the words.
    guard let best = hits.firstIndex(where: { !$0.isApparatus }) ?? hits.indices.first else { return nil }
    var first = hits.remove(at: best)
    if first.isFrontPage, candidate.fields != nil,
      let abstract = try abstract(of: documents.all[candidate.span], in: row)
    {
      first = abstract
    }
    return FoundDocument(
      first, others: candidate.count > 0 ? hits : [], sectionCount: max(1, candidate.count),
      score: candidate.score)
  }

  /// What says more than the names and dates of a first page: one of the sections behind it.
  private func abstract(
    of document: IndexedDocuments.Text, in row: CatalogueRow
  ) throws(Database.Problem) -> SearchHit? {
    for passage in (document.first..<document.first + document.count).prefix(4) {
      if let hit = try hit(passage, in: row), hit.section == nil, hit.heading.lowercased() == "abstract" {
        return hit
      }
    }
    return nil
  }
}

extension SearchHit {
  fileprivate var isFrontPage: Bool { section == nil && heading.isEmpty }

  /// The first page, or what stands around a text: references, addresses, the words of the law.
  fileprivate var isApparatus: Bool {
    if heading.isEmpty { return isFrontPage }
    let words = heading.lowercased().split { !$0.isLetter }
    let kinds = [
      "references", "bibliography", "index", "contents", "copyright", "status", "acknowledgements",
      "acknowledgments", "acknowledgement", "contributors", "author", "authors",
    ]
    return words.count < 5 && words.prefix(3).contains { word in kinds.contains { $0 == word } }
  }
}
