import CLibrary
import RFCModel

extension WordTables {
  /// Makes them of a catalogue; 0.3 s for the whole series. To be called within a transaction.
  ///
  /// - Parameter source: the library that has the catalogue, which may be `database` itself.
  static func fill(_ database: Database, from source: Database) throws(Database.Problem) {
    try database.run(
      "INSERT INTO listing(listing) VALUES ('delete-all'); DELETE FROM weight; DELETE FROM listed")
    let relations = try Relations(in: source)
    let tokenizer = try Tokenizer(of: database)
    let listing = try database.prepare(
      "INSERT INTO listing(rowid, title, acronym, keyword, abstract, author) VALUES (?, ?, ?, ?, ?, ?)")
    let weight = try database.prepare("INSERT INTO weight VALUES (?, ?, ?, ?, ?)")
    let rows = try source.prepare(
      """
      SELECT number, title, authors, isAlso, keywords, abstract, status, obsoletedBy, errataURL
      FROM rfc JOIN detail USING (number)
      """)
    while try rows.step() {
      let number = try rows.rfcNumber(0)
      let title = rows.text(1)
      var acronyms = CatalogueEntry.acronyms(listed: rows.lines(4))
      acronyms += rows.names(3).map { "\($0)".filter { $0 != " " } }
      let words = [title] + rows.lines(4)
      listing.bind(number.value, at: 0)
      listing.bind(title + "\n" + joined(in: title), at: 1)
      listing.bind(acronyms.joined(separator: "\n"), at: 2)
      listing.bind(CatalogueEntry.keywords(listed: Array(words.dropFirst())).joined(separator: "\n"), at: 3)
      listing.bind(rows.text(5, limit: 1 << 20), at: 4)
      listing.bind(rows.text(2), at: 5)
      try listing.run()

      let before = relations.before(number)
      weight.bind(number.value, at: 0)
      weight.bind(
        standing.held(
          relations.standing(
            of: number, before: before,
            isInternetStandard: rows.text(6) == "INTERNET STANDARD",
            hasErrata: !rows.isEmpty(8))) ?? 0, at: 1)
      weight.bind(titleWords.held(tokenizer.words(of: title).count) ?? 0, at: 2)
      weight.bind(rows.isEmpty(7) ? 0 : 1, at: 3)
      weight.bind(before.map { "\($0.value)" }.joined(separator: "\n"), at: 4)
      try weight.run()
    }
    let fetched = try source.prepare("SELECT value FROM fact WHERE name = 'fetched'")
    guard try fetched.step() else { return }
    let listed = try database.prepare("INSERT INTO listed VALUES (?)")
    listed.bind(fetched.text(0), at: 0)
    try listed.run()
  }

  /// `e-mail` is looked for as `email`, too, and `HTTP/3` as `http3`.
  private static func joined(in title: String) -> String {
    title.split(separator: " ").compactMap { word in
      let parts = word.split { !$0.isLetter && !$0.isNumber }
      return parts.count > 1 && parts.count < 5 ? parts.joined() : nil
    }.joined(separator: " ")
  }
}

/// What the RFCs of a catalogue say of one another.
private struct Relations {
  private var mentions: [RFCNumber: Int] = [:]
  private var obsoletes: [RFCNumber: [RFCNumber]] = [:]

  /// No RFC has taken the place of more.
  private static let mostBefore = 64

  init(in database: Database) throws(Database.Problem) {
    let rows = try database.prepare(
      "SELECT number, title, abstract, obsoletes, updates FROM rfc JOIN detail USING (number)")
    while try rows.step() {
      let number = try rows.rfcNumber(0)
      let old = rows.names(3).compactMap(\.rfc)
      if !old.isEmpty { obsoletes[number] = old }
      var named = Set(rows.names(4).compactMap(\.rfc))
      rows.bytes(1) { Self.mentioned(in: $0, &named) }
      rows.bytes(2, limit: 1 << 20) { Self.mentioned(in: $0, &named) }
      for other in named where other != number { mentions[other, default: 0] += 1 }
    }
  }

  /// `RFC 2119`, `RFC2119`.
  private static func mentioned(in text: UnsafeBufferPointer<UInt8>, _ found: inout Set<RFCNumber>) {
    var index = 0
    while index + 4 < text.count {
      guard text[index] == 0x52, text[index + 1] == 0x46, text[index + 2] == 0x43 else {
        index += 1
        continue
      }
      index += 3
      if text[index] == 0x20 || text[index] == 0x2D { index += 1 }
      var value = 0
      while index < text.count, (0x30...0x39).contains(text[index]), value < 1_000_000 {
        value = value * 10 + Int(text[index] - 0x30)
        index += 1
      }
      if let number = RFCNumber(value) { found.insert(number) }
    }
  }

  func before(_ number: RFCNumber) -> [RFCNumber] {
    var seen: Set = [number]
    var found: [RFCNumber] = []
    var next = (obsoletes[number] ?? [])[...]
    while let old = next.popFirst(), found.count < Self.mostBefore {
      guard seen.insert(old).inserted else { continue }
      found.append(old)
      next += obsoletes[old] ?? []
    }
    return found
  }

  /// How much an RFC is likely to be what somebody looks for, in hundredths: that others speak of it, and that it is
  /// not the first of its kind. What these count was fitted to how often RFCs are cited.
  func standing(
    of number: RFCNumber, before: [RFCNumber], isInternetStandard: Bool, hasErrata: Bool
  ) -> Int {
    let spoken = Double(mentions[number] ?? 0) + before.reduce(0) { $0 + Double(mentions[$1] ?? 0) } / 2
    let value =
      0.5 * log(1 + spoken) + 0.6 * log(1 + Double(before.count)) + (isInternetStandard ? 0.8 : 0)
      + (hasErrata ? 0.2 : 0)
    return Int(value * 100)
  }
}
