import CSQLite
import RFCModel

/// Finds words in what the catalogue says of the RFCs: how well each answers. It stays open from one question to the
/// next.
final class CatalogueWords {
  /// An RFC in which one word was found, or more.
  struct Match {
    let number: Int
    /// Which words, one bit each.
    var words: UInt64
    /// How well they stand there, and how much of the title they are.
    var score: Double
    /// What part of the words it has, by their rarity: 0...1.
    var coverage: Double
    let isObsolete: Bool
  }

  struct Answer {
    var matches: [Match] = []
    /// How rare each of the words is.
    var rarity: [Double] = []
  }

  private struct Weight {
    let standing: Double
    let titleWords: Int
    let isObsolete: Bool
  }

  private let library: Database
  private let database: Database
  private let tokenizer: Tokenizer
  private let slot = RowSlot()
  private let search: Statement
  private let before: Statement
  /// Nil where no texts are indexed.
  private let citing: Statement?
  private var weights: [Int: Weight] = [:]
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
    before = try database.prepare("SELECT before FROM weight WHERE number = ?")
    citing =
      try LibraryParts(of: library).holds(.fullText)
      ? library.prepare(
        "SELECT count(*) FROM (SELECT DISTINCT document FROM citation WHERE rfc = ? LIMIT 2000)")
      : nil
    let rows = try database.prepare("SELECT number, standing, titleWords, isObsolete FROM weight")
    while try rows.step() {
      weights[try rows.int(0, WordTables.number)] = Weight(
        standing: Double(try rows.int(1, WordTables.standing)) / 100,
        titleWords: max(1, try rows.int(2, WordTables.titleWords)),
        isObsolete: try rows.int(3, WordTables.isObsolete) == 1)
    }
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
      for number in weights.keys where String(number).utf8.starts(with: word.text.utf8) {
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
    var held = [Int](repeating: 0, count: count)
    var begun = held
    var wholes = [UInt64](repeating: 0, count: collector.rows.count)
    var masks = collector.rows.map { numbers[$0] ?? 0 }
    for row in collector.rows.indices {
      for (index, phrase) in phrases.enumerated() where collector.columns(row, index) != 0 {
        masks[row] |= 1 << UInt64(phrase.word)
        if phrase.isWhole { wholes[row] |= 1 << UInt64(phrase.word) }
      }
      for word in 0..<count where masks[row] & 1 << UInt64(word) != 0 {
        begun[word] += 1
        if wholes[row] & 1 << UInt64(word) != 0 { held[word] += 1 }
      }
    }
    var answer = Answer()
    answer.rarity = held.enumerated().map { word, held in
      guard phrases.contains(where: { $0.word == word }) else { return 0 }
      return Relevance.rarity(passages: held > 0 ? held : begun[word], of: max(begun[word], weights.count))
    }
    let all = max(answer.rarity.reduce(0, +), 1e-9)
    answer.matches.reserveCapacity(collector.rows.count)
    var points = [Double](repeating: 0, count: count)
    for (row, number) in collector.rows.enumerated() {
      guard let weight = weights[number] else { continue }
      let named = numbers[number] ?? 0
      for word in 0..<count { points[word] = named & 1 << UInt64(word) != 0 ? 1 : 0 }
      var titled = 0.0
      var titledWords: UInt64 = 0
      for (index, phrase) in phrases.enumerated() {
        let columns = collector.columns(row, index)
        if columns == 0 { continue }
        points[phrase.word] = max(
          points[phrase.word], Self.points[Int(columns)] * (phrase.isWhole ? 1 : Self.beginning))
        if phrase.isWhole, columns & 1 != 0, titledWords & 1 << UInt64(phrase.word) == 0 {
          titledWords |= 1 << UInt64(phrase.word)
          titled += 1
        }
      }
      var match = Match(
        number: number, words: masks[row], score: 25 * titled / Double(weight.titleWords), coverage: 0,
        isObsolete: weight.isObsolete)
      for word in 0..<count where points[word] > 0 {
        match.score += points[word] * answer.rarity[word]
        let isWhole = wholes[row] & 1 << UInt64(word) != 0
        match.coverage += answer.rarity[word] * (isWhole ? 1 : 0.3)
      }
      match.coverage /= all
      answer.matches.append(match)
    }
    return answer
  }

  /// What a word counts that is only the beginning of one that is there.
  private static let beginning = 0.1

  /// What a word counts that stands in some columns, a bit each: as the best of them, and a little more for the others.
  private static let points: [Double] = (0..<32).map { columns in
    let weights = WordTables.Column.allCases.filter { columns & 1 << Int($0.rawValue) != 0 }.map(\.weight)
    return 0.9 * (weights.max() ?? 0) + 0.1 * weights.reduce(0, +)
  }

  /// The part of ``authority(of:)`` that costs nothing.
  func standing(of number: Int) -> Double { weights[number]?.standing ?? 0 }

  /// How much an RFC is likely to be what somebody looks for: how many texts cite it, and half of those that cite what
  /// it has taken the place of.
  func authority(of number: Int) throws(Database.Problem) -> Double {
    guard let weight = weights[number] else { return 0 }
    var count = try self.count(number)
    if citing != nil {
      before.bind(number, at: 0)
      let old = try before.step() ? before.lines(0) : []
      before.reset()
      for line in old.prefix(64) {
        if let number = Int(line) { count += try self.count(number) / 2 }
      }
    }
    return weight.standing + Relevance.logarithm(1 + count)
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
  private var masks: [UInt8] = []
  private let phrases: Int

  init(phrases: Int) { self.phrases = phrases }

  /// A bit for each column.
  func columns(_ row: Int, _ phrase: Int) -> UInt8 { masks[row * phrases + phrase] }

  /// One in which none of them stands.
  func take(_ row: Int) {
    rows.append(row)
    masks += repeatElement(0, count: phrases)
  }

  func take(_ functions: Fts5ExtensionApi, _ context: OpaquePointer) {
    rows.append(Int(functions.xRowid(context)))
    for phrase in 0..<phrases {
      var mask: UInt8 = 0
      var iterator = Fts5PhraseIter()
      var column: Int32 = 0
      var offset: Int32 = 0
      if functions.xPhraseFirst(context, Int32(phrase), &iterator, &column, &offset) == SQLITE_OK {
        while (0..<5).contains(column) {
          mask |= 1 << UInt8(column)
          functions.xPhraseNext(context, &iterator, &column, &offset)
        }
      }
      masks.append(mask)
    }
  }
}
