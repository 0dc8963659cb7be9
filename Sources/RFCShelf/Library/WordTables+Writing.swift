import CLibrary
import RFCModel

extension WordTables {
  /// Makes them of a catalogue; 0.3 s for the whole series. To be called within a transaction.
  ///
  /// - Parameter source: the library that has the catalogue, which may be `database` itself.
  static func fill(_ database: Database, from source: Database) throws(Database.Problem) {
    try database.run(
      "INSERT INTO listing(listing) VALUES ('delete-all'); DELETE FROM weights; DELETE FROM before; DELETE FROM listed"
    )
    let relations = try Relations(in: source)
    let tokenizer = try Tokenizer(of: database)
    let listing = try database.prepare(
      """
      INSERT INTO listing(rowid, title, acronym, keyword, abstract, author, draft, name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let before = try database.prepare("INSERT INTO before VALUES (?, ?)")
    var weights: [UInt8] = []
    let rows = try source.prepare(
      """
      SELECT number, title, authors, isAlso, keywords, abstract, status, obsoletedBy, errataURL, draft, date, pages
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
      let draft = draftParts(of: rows.text(9))
      listing.bind(draft.joined(separator: " "), at: 6)
      listing.bind(names(in: title), at: 7)
      try listing.run()

      let old = relations.before(number)
      let status = PublicationStatus(rawValue: rows.text(6))
      let renown = relations.renown(
        of: number, before: old, isInternetStandard: status == .internetStandard)
      let bearing = Bearing(
        status: status, hasErrata: !rows.isEmpty(8),
        pages: try rows.optionalInt(11, CatalogueTables.pages) ?? 1, year: try rows.date(10)?.year)
      let titleWords = tokenizer.words(of: title)
      CatalogueWeights.append(
        CatalogueWeight(
          number: number, standing: renown.standing + bearing.standing, renown: renown.total,
          titleWords: Double(titleWords.count),
          contentWords: Double(titleWords.count { !SmallWords.contain($0) }), draftWords: Double(draft.count),
          isObsolete: !rows.isEmpty(7), hasBefore: !old.isEmpty),
        to: &weights)
      if old.isEmpty { continue }
      before.bind(number.value, at: 0)
      before.bind(old.map { "\($0.value)" }.joined(separator: "\n"), at: 1)
      try before.run()
    }
    let packed = try database.prepare("INSERT INTO weights VALUES (?)")
    packed.bind(blob: weights, at: 0)
    try packed.run()
    let fetched = try source.prepare("SELECT value FROM fact WHERE name = 'fetched'")
    guard try fetched.step() else { return }
    let listed = try database.prepare("INSERT INTO listed VALUES (?)")
    listed.bind(fetched.text(0), at: 0)
    try listed.run()
  }

  /// `draft-ietf-quic-http-34` as `quic` and `http`.
  private static func draftParts(of name: String) -> [Substring] {
    var parts = name.split { !$0.isLetter && !$0.isNumber }
    if let last = parts.last, last.count == 2, last.allSatisfy(\.isNumber) { parts.removeLast() }
    if parts.first == "draft" { parts.removeFirst() }
    return parts.filter { !["ietf", "irtf", "iab"].contains($0) }
  }

  /// What a title calls its subject: the words before a colon, and those in brackets.
  private static func names(in title: String) -> String {
    var names: [Substring] = []
    if let colon = title.firstIndex(of: ":") { names.append(title[..<colon]) }
    for part in title.split(separator: "(", omittingEmptySubsequences: false).dropFirst() {
      if let end = part.firstIndex(of: ")") { names.append(part[..<end]) }
    }
    return names.joined(separator: "\n")
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

  func renown(of number: RFCNumber, before: [RFCNumber], isInternetStandard: Bool) -> Renown {
    let spoken = Double(mentions[number] ?? 0) + before.reduce(0) { $0 + Double(mentions[$1] ?? 0) } / 2
    return Renown(
      mentions: log(1 + spoken), before: log(1 + Double(before.count)),
      isInternetStandard: isInternetStandard ? 1 : 0)
  }
}

/// That others speak of an RFC, that it is not the first of its kind, and how far it has come.
private struct Renown {
  /// Logarithms of how many mention it, and of how many it has taken the place of.
  let mentions: Double
  let before: Double
  /// 0 or 1.
  let isInternetStandard: Double

  var total: Double { mentions + before + isInternetStandard }
  /// What it counts whatever is looked for.
  var standing: Double { 0.68 * mentions + 0.67 * before + 1.24 * isInternetStandard }
}

/// What else makes it likely that somebody looks for an RFC.
private struct Bearing {
  let status: PublicationStatus
  let hasErrata: Bool
  let pages: Int
  let year: Int?

  var standing: Double {
    let age = Double(year ?? 1970) - 1970
    return (hasErrata ? 0.44 : 0) + 0.37 * log(Double(pages)) - 1.69 * age / 50
      - (status == .unknown ? 0.84 : 0)
  }
}
