import RFCModel

/// What a document defines, and where: every place of which the form says that a word is explained there. Made once a
/// document, in one pass, without regard to any word; looking one up is a search by halves.
struct Definitions: Sendable {
  /// How a text says what a word means, the surest way first. Source: the forms that the series has used since 1969.
  enum Way: UInt8, Sendable {
    /// `word = elements`, `Word ::= SEQUENCE`.
    case rule
    /// A heading that is the word; a term in a section of terms; `Window:  16 bits`; an abbreviation that is the first
    /// letters of the words before it.
    case certain
    /// `Sender:  who sends`; a heading that has it beside a word of the trade, `QCLASS values`; `struct { } Word;`;
    /// `A "fresh" response is one ...`.
    case defined
    /// A row of a list in columns, a constant: `siaddr  4  IP address`, `x25519(0x001D)`.
    case listed
    /// The first time that it stands in quotation marks or, without its long form, in parentheses.
    case quoted
    /// `The hop limit is the number of ...`.
    case sentence
    /// A field of a structure, a row of a table with bars.
    case field

    /// The lower, the surer.
    fileprivate var cost: Int {
      switch self {
      case .rule, .certain: 0
      case .defined: 2
      case .listed: 8
      case .quoted: 12
      case .sentence: 14
      case .field: 16
      }
    }
    /// Whether a word that is defined so is worth completing.
    fileprivate var isSure: Bool { cost <= Way.listed.cost }
  }

  struct Entry: Sendable {
    let key: UInt64
    /// 0-based.
    let line: Int32
    /// Where its word begins in ``words``, and how many bytes it has.
    let start: Int32
    let count: UInt8
    let way: Way
  }

  /// Ascending by key, those of one key as the text has them.
  private let entries: [Entry]
  /// The words as printed, white space folded, one after the other.
  private let words: [UInt8]

  /// Bytes of the longest word that is a term and no sentence.
  static let longest = 80

  init(_ found: DefinitionList) {
    words = found.words
    entries = found.entries.sorted { ($0.key, $0.start) < ($1.key, $1.start) }
  }

  private func word(of entry: Entry) -> ArraySlice<UInt8> {
    words[Int(entry.start)..<Int(entry.start) + Int(entry.count)]
  }

  /// The 0-based line where the surest definition of a word begins, the first one of these: in any case of letters, and
  /// where that finds nothing surer, with other hyphens and blanks or in the other number. Nil for a word that is not
  /// defined.
  func definition(of word: String) -> (line: Int, way: Way)? {
    var asked = DefinitionList()
    asked.add(word.utf8, at: 0, .defined)
    guard let key = asked.entries.first?.key else { return nil }
    let folded = asked.words
    let lower = folded.map(LineView.lowercased)
    // Who types capitals means them, where there is a choice, the more so a name that is all capitals.
    let capitals = folded.count(where: LineView.isUpper)
    let otherCase = capitals == 0 ? 0 : capitals > 3 && !folded.contains(where: LineView.isLower) ? 3 : 1
    var best: (cost: Int, entry: Entry)?
    for entry in entries[entries.partitioningIndex { $0.key >= key }...].prefix(while: { $0.key == key }) {
      var cost = entry.way.cost
      let word = self.word(of: entry)
      if !word.lazy.map(LineView.lowercased).elementsEqual(lower) {
        cost += 3
      } else if otherCase > 0, !word.elementsEqual(folded) {
        cost += otherCase
      }
      if cost < best?.cost ?? .max || cost == best?.cost && entry.line < best?.entry.line ?? 0 {
        best = (cost, entry)
      }
    }
    return best.map { (Int($0.entry.line), $0.entry.way) }
  }

  /// The words that are surely defined, each once, in the order of the alphabet: what is worth completing.
  func terms() -> [String] {
    var terms: [String] = []
    var last: UInt64?
    for entry in entries where entry.way.isSure && entry.key != last {
      terms.append(String(decoding: word(of: entry), as: UTF8.self))
      last = entry.key
    }
    return terms.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }
}
