import CSQLite
import RFCModel

/// Finds words in what the catalogue says of the RFCs: how well each answers. It stays open from one question to the
/// next.
final class CatalogueWords {
  /// An RFC in which one word was found, or more.
  struct Match {
    let number: Int
    /// Which words, one bit each.
    let words: UInt64
    let evidence: FieldEvidence
    let isObsolete: Bool
  }

  struct Answer {
    var matches: [Match] = []
    /// How rare each of the words is.
    var rarity: [Double] = []
  }

  private let library: Database
  private let database: Database
  private let tokenizer: Tokenizer
  private let slot = RowSlot()
  private let search: Statement
  private let before: Statement
  /// Nil where no texts are indexed.
  private let citing: Statement?
  private let weights: CatalogueWeights
  private var citations: [Int: Double] = [:]

  /// - Parameter library: one with a catalogue. Where it has no words of that, or damaged ones, they are made for this
  ///   run alone.
  static func opened(for library: Database) throws(Database.Problem) -> CatalogueWords {
    guard try WordTables.areCurrent(in: library) else { return try CatalogueWords(library, isApart: true) }
    do throws(Database.Problem) {
      return try CatalogueWords(library, isApart: false)
    } catch {
      guard error.isDamage else { throw error }
      return try CatalogueWords(library, isApart: true)
    }
  }

  private init(_ library: Database, isApart: Bool) throws(Database.Problem) {
    self.library = library
    if !isApart {
      database = library
    } else {
      let database = try Database(":memory:", .writing, patience: .none)
      try database.run(WordTables.schema)
      try database.transaction { () throws(Database.Problem) in
        try WordTables.fill(database, from: library)
      }
      self.database = database
    }
    tokenizer = try Tokenizer(of: database)
    try slot.install(as: "fields", in: database)
    search = try database.prepare("SELECT fields(listing) FROM listing WHERE listing MATCH ?")
    before = try database.prepare("SELECT numbers FROM before WHERE number = ?")
    citing =
      try LibraryParts(of: library).holds(.fullText)
      ? library.prepare(
        "SELECT count(*) FROM (SELECT DISTINCT document FROM citation WHERE rfc = ? LIMIT 2000)")
      : nil
    let rows = try database.prepare("SELECT packed FROM weights")
    guard try rows.step(),
      let weights = rows.bytes(0, limit: CatalogueWeights.limit, { CatalogueWeights(packed: $0) })
    else { throw .wrongValue }
    self.weights = weights
  }

  /// A word somebody looks for. ``CatalogueWords`` takes 64 of them at most.
  struct Word {
    let text: String
    /// Whether a longer one that begins so is as good as none.
    let mayGoOn: Bool
  }

  /// In no order.
  func answer(_ words: [Word]) throws(Database.Problem) -> Answer {
    let words = words.prefix(64)
    var expressions: [String] = []
    /// Of each phrase: which word it stands for, and whether for itself.
    var phrases: [(word: Int, isWhole: Bool)] = []
    for (index, word) in words.enumerated() {
      let tokens = tokenizer.words(of: word.text)
      guard let last = tokens.last else { continue }
      expressions.append(FullTextQuery.Phrase(word.text).fts5)
      phrases.append((index, true))
      if let parted = Self.parted(word.text), tokens.count == 1 {
        expressions.append(FullTextQuery.Phrase(parted).fts5)
        phrases.append((index, true))
      }
      // The whole series has a word that begins with any letter.
      if word.mayGoOn, last.count > 1, last.contains(where: { !(0x30...0x39).contains($0) }) {
        expressions.append(FullTextQuery.Phrase(word.text, isPrefix: true).fts5)
        phrases.append((index, false))
      }
    }
    guard !phrases.isEmpty else { return Answer() }
    let collector = FieldCollector(phrases: phrases.count)
    // The beginning of a number is typed for it.
    var numbers: [Int: UInt64] = [:]
    for (index, word) in words.enumerated() where word.mayGoOn && word.text.utf8.first != 0x30 {
      guard RFCNumber(digits: word.text) != nil else { continue }
      for number in weights.all.lazy.map(\.number.value)
      where String(number).utf8.starts(with: word.text.utf8) {
        numbers[number, default: 0] |= 1 << UInt64(index)
      }
    }
    slot.collector = collector
    defer { slot.collector = nil }
    search.bind(expressions.joined(separator: " OR "), at: 0)
    defer { search.reset() }
    while try search.step() {}
    let found = Set(numbers.isEmpty ? [] : collector.rows)
    for number in numbers.keys where !found.contains(number) { collector.take(number) }
    return scored(collector, phrases, words.count, numbers)
  }

  private func scored(
    _ collector: FieldCollector, _ phrases: [(word: Int, isWhole: Bool)], _ count: Int,
    _ numbers: [Int: UInt64]
  ) -> Answer {
    let rows = collector.rows
    /// The columns in which each word stands as it is, of each row.
    var columns = [WordTables.Columns](repeating: [], count: rows.count * count)
    var masks = rows.map { numbers[$0] ?? 0 }
    var wholes = [UInt64](repeating: 0, count: rows.count)
    var held = [Int](repeating: 0, count: count)
    var begun = held
    for row in rows.indices {
      for (index, phrase) in phrases.enumerated() {
        let found = collector.columns(row, index)
        if found.isEmpty { continue }
        masks[row] |= 1 << UInt64(phrase.word)
        if phrase.isWhole {
          wholes[row] |= 1 << UInt64(phrase.word)
          columns[row * count + phrase.word].formUnion(found)
        }
      }
      for word in 0..<count where masks[row] & 1 << UInt64(word) != 0 {
        begun[word] += 1
        if wholes[row] & 1 << UInt64(word) != 0 { held[word] += 1 }
      }
    }
    var answer = Answer()
    var known: UInt64 = 0
    for phrase in phrases { known |= 1 << UInt64(phrase.word) }
    answer.rarity = (0..<count).map { word in
      guard known & 1 << UInt64(word) != 0 else { return 0 }
      let some = held[word] > 0 ? held[word] : begun[word]
      return Relevance.rarity(passages: some, of: max(begun[word], weights.count))
    }
    let total = max(answer.rarity.reduce(0, +), 1e-9)
    /// Whether a row has every word in some columns.
    func hasAll(_ row: Int, in wanted: WordTables.Columns) -> Bool {
      (0..<count).allSatisfy {
        known & 1 << UInt64($0) == 0 || !columns[row * count + $0].isDisjoint(with: wanted)
      }
    }
    let have = rows.indices.map { row in
      wholes[row] & known == known
        ? (true, hasAll(row, in: .title), hasAll(row, in: [.title, .abstract])) : (false, false, false)
    }
    let allRarity = FieldEvidence.rarity(of: have.count(where: \.0), among: weights.count)
    let titleRarity = FieldEvidence.rarity(of: have.count(where: \.1), among: weights.count)
    let abstractRarity = FieldEvidence.rarity(of: have.count(where: \.2), among: weights.count)
    answer.matches.reserveCapacity(rows.count)
    for (row, number) in rows.enumerated() {
      guard let weight = weights[number] else { continue }
      var evidence = FieldEvidence()
      for word in 0..<count where masks[row] & 1 << UInt64(word) != 0 {
        let rarity = answer.rarity[word]
        let share = rarity / total
        let columns = columns[row * count + word]
        evidence.found += share * (columns.isEmpty ? Self.beginning : 1)
        if columns.contains(.title) {
          evidence.titleRarity += rarity
          evidence.titleShare += share
          evidence.titlePart += 1 / weight.titleWords
          evidence.contentPart += 1 / weight.contentWords
        } else if columns.contains(.acronym) {
          evidence.acronymRarity += rarity
        }
        if columns.contains(.draft) { evidence.draftPart += 1 / weight.draftWords }
        if columns.contains(.name) { evidence.nameShare = max(evidence.nameShare, share) }
      }
      evidence.isNamed = hasAll(row, in: [.acronym, .keyword])
      if have[row].0 { evidence.allRarity = allRarity }
      if have[row].1 { evidence.allTitleRarity = titleRarity }
      if have[row].2 { evidence.allAbstractRarity = abstractRarity }
      answer.matches.append(
        Match(number: number, words: masks[row], evidence: evidence, isObsolete: weight.isObsolete))
    }
    return answer
  }

  /// What a word counts of which only a longer one is there.
  private static let beginning = 0.3

  /// How well what the catalogue says of a document answers. With ``authority(of:)`` it is the document's score.
  func points(of match: Match) -> Double {
    match.evidence.points
      + FieldEvidence.renownWeight * match.evidence.titleShare * (weights[match.number]?.renown ?? 0)
  }

  /// How much an RFC is likely to be what somebody looks for, whatever that is: how many texts cite it, and half of
  /// those that cite what it has taken the place of.
  func authority(of number: Int) throws(Database.Problem) -> Double {
    guard let weight = weights[number] else { return 0 }
    guard citing != nil else { return weight.standing }
    var count = try self.count(number)
    if !weight.hasBefore { return Relevance.authority(weight.standing, cited: count) }
    before.bind(number, at: 0)
    let old = try before.step() ? before.lines(0) : []
    before.reset()
    for line in old.prefix(64) {
      if let number = Int(line) { count += try self.count(number) / 2 }
    }
    return Relevance.authority(weight.standing, cited: count)
  }

  /// The part of ``authority(of:)`` that costs nothing.
  func standing(of number: Int) -> Double {
    (weights[number]?.standing ?? 0) * (citing == nil ? 1 : Relevance.citedWeight)
  }

  private func count(_ number: Int) throws(Database.Problem) -> Double {
    guard let citing else { return 0 }
    if let known = citations[number] { return known }
    citing.bind(number, at: 0)
    defer { citing.reset() }
    let count = try citing.step() ? Double(citing.int(0, in: 0...2000)) : 0
    citations[number] = count
    return count
  }

  /// `http3` as `http 3`; nil for letters alone.
  private static func parted(_ word: String) -> String? {
    var parts = ""
    var last: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      if let last, last.properties.isAlphabetic != scalar.properties.isAlphabetic { parts += " " }
      parts.unicodeScalars.append(scalar)
      last = scalar
    }
    return parts.utf8.count > word.utf8.count ? parts : nil
  }
}

/// Takes in which phrases stand in which columns of the rows that match.
final class FieldCollector: RowCollector {
  private(set) var rows: [Int] = []
  private var masks: [WordTables.Columns] = []
  private let phrases: Int

  init(phrases: Int) { self.phrases = phrases }

  func columns(_ row: Int, _ phrase: Int) -> WordTables.Columns { masks[row * phrases + phrase] }

  /// One in which none of them stands.
  func take(_ row: Int) {
    rows.append(row)
    masks += repeatElement([], count: phrases)
  }

  func take(_ functions: Fts5ExtensionApi, _ context: OpaquePointer) {
    rows.append(Int(functions.xRowid(context)))
    for phrase in 0..<phrases {
      var mask: WordTables.Columns = []
      var iterator = Fts5PhraseIter()
      var column: Int32 = 0
      var offset: Int32 = 0
      if functions.xPhraseFirst(context, Int32(phrase), &iterator, &column, &offset) == SQLITE_OK {
        while let name = UInt8(exactly: column).flatMap(WordTables.Column.init) {
          mask.formUnion(WordTables.Columns(name))
          functions.xPhraseNext(context, &iterator, &column, &offset)
        }
      }
      masks.append(mask)
    }
  }
}
