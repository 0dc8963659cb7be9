extension FullTextQuery {
  /// Characters.
  public static let longestQuery = 2000
  /// Words and phrases of a query.
  public static let mostPhrases = 64
  /// Parentheses in one another.
  public static let deepestGroup = 16
  /// Words between the first and the last phrase of `NEAR`, where it says how many.
  public static let longestDistance = 1000
  /// The distance where `NEAR` does not say one.
  public static let usualDistance = 10
  /// Letters before `*`. Shorter ones would match half of all sections.
  public static let shortestPrefix = 3
  /// Letters that somebody has to have typed of a word before it is taken for the beginning of a longer one. Of the
  /// beginnings of five letters, `inter` alone takes longer than a key may in the whole series: 45 ms.
  public static let shortestTypedPrefix = 5

  /// - Parameter isComplete: false while somebody is typing: what is open is taken as closed, an operator that waits
  ///   for its words is passed over, and the word at the end may go on.
  /// - Throws: what is no query. Nothing is passed over in a complete one.
  public init(typed text: some StringProtocol, isComplete: Bool = true) throws(Problem) {
    var parser = Parser(text, isComplete: isComplete)
    let expression = try parser.query()
    let filter = CatalogueFilter(typed: parser.fields.joined(separator: " "))
    self.init(expression, isInTitles: parser.isInTitles, filter: filter)
  }
}

/// Reads a query from left to right; what is behind a group's depth or a length is not read at all.
private struct Parser {
  typealias Problem = FullTextQuery.Problem
  typealias Expression = FullTextQuery.Expression
  typealias Phrase = FullTextQuery.Phrase

  private let text: [Unicode.Scalar]
  private let isComplete: Bool
  private var next = 0
  private var depth = 0
  private var phrases = 0
  private(set) var fields: [String] = []
  private(set) var isInTitles = false

  init(_ text: some StringProtocol, isComplete: Bool) {
    // One more than is allowed, so that it is seen.
    self.text = Array(text.unicodeScalars.prefix(FullTextQuery.longestQuery + 1))
    self.isComplete = isComplete
  }

  mutating func query() throws(Problem) -> Expression? {
    if text.count > FullTextQuery.longestQuery { throw Problem(kind: .tooLong, place: "") }
    let expression = try alternatives()
    // Nothing but a parenthesis ends it before the end.
    if next < text.count { throw problem(.extraParenthesis, next..<text.count) }
    return expression
  }

  // MARK: Operators

  /// Parts between `OR`; ends before a `)`.
  private mutating func alternatives() throws(Problem) -> Expression? {
    var parts: [Expression] = []
    var pending: Range<Int>?
    while true {
      let part = try conjunction()
      if let part {
        parts.append(part)
      } else if let pending, isComplete || next < text.count {
        throw problem(.nothingAfter, pending)
      }
      guard let word = keyword("OR") else { break }
      if part == nil { throw problem(.nothingBefore, word) }
      pending = word
      next = word.upperBound
    }
    return parts.count > 1 ? .any(parts) : parts.first
  }

  /// Parts of which all must match, less those behind `NOT`; ends before `OR` and `)`.
  private mutating func conjunction() throws(Problem) -> Expression? {
    var wanted: [Expression] = []
    var unwanted: [Expression] = []
    while true {
      skipBlanks()
      guard next < text.count, text[next] != ")", keyword("OR") == nil else { break }
      let negation = keyword("NOT")
      if let word = negation ?? keyword("AND") {
        if wanted.isEmpty { throw problem(.nothingBefore, word) }
        next = word.upperBound
        // A field narrows the whole search: an operator has nothing of it.
        guard nextField() == nil, let part = try operand() else {
          if isComplete || next < text.count { throw problem(.nothingAfter, word) }
          break
        }
        if negation != nil { unwanted.append(part) } else { wanted.append(part) }
      } else if let word = keyword("NEAR") {
        throw problem(wanted.isEmpty ? .nothingBefore : .noPhraseNear, word)
      } else if try !field(), let part = try operand() {
        wanted.append(part)
      }
    }
    guard let first = wanted.first else { return nil }
    let all = wanted.count > 1 ? Expression.all(wanted) : first
    guard let without = unwanted.first else { return all }
    return .difference(all, without: unwanted.count > 1 ? .any(unwanted) : without)
  }

  /// A group, or phrases with `NEAR` between them; nil before an operator, a `)`, a field and the end.
  private mutating func operand() throws(Problem) -> Expression? {
    skipBlanks()
    guard next < text.count else { return nil }
    if text[next] == "(" { return try group() }
    if startsNearGroup { return try nearGroup() }
    guard var phrase = try phrase(endsAtComma: false) else { return nil }
    var near = [phrase]
    while let word = keyword("NEAR") {
      next = word.upperBound
      skipBlanks()
      if nextField() == nil, let following = try self.phrase(endsAtComma: false) {
        phrase = following
        near.append(following)
      } else if isComplete || next < text.count {
        throw problem(.noPhraseNear, word)
      }
    }
    return near.count > 1 ? .near(near, distance: FullTextQuery.usualDistance) : .phrase(phrase)
  }

  private mutating func group() throws(Problem) -> Expression? {
    let start = next
    depth += 1
    if depth > FullTextQuery.deepestGroup { throw problem(.tooDeep, start..<text.count) }
    next += 1
    let inner = try alternatives()
    depth -= 1
    guard next < text.count else {
      if isComplete { throw problem(.openParenthesis, start..<text.count) }
      return inner
    }
    next += 1
    if inner == nil, isComplete { throw problem(.emptyParentheses, start..<next) }
    return inner
  }

  // MARK: NEAR(a b, 5)

  private var startsNearGroup: Bool { text[next...].starts(with: "NEAR(".unicodeScalars) }

  private mutating func nearGroup() throws(Problem) -> Expression? {
    let start = next
    next += 5
    var near: [Phrase] = []
    var distance = FullTextQuery.usualDistance
    skipBlanks()
    while next < text.count, text[next] != ")", text[next] != "," {
      if text[next] == "(" { throw problem(.noPhraseNear, start..<next + 1) }
      guard let phrase = try phrase(endsAtComma: true) else {
        throw problem(.badDistance, start..<text.count)
      }
      near.append(phrase)
      skipBlanks()
    }
    if next < text.count, text[next] == "," {
      next += 1
      skipBlanks()
      let digits = next
      while next < text.count, text[next].isDigit { next += 1 }
      let number = Int(string(digits..<next))
      skipBlanks()
      let isUnfinished = !isComplete && next == text.count
      if let number, number <= FullTextQuery.longestDistance, isUnfinished || at(")") {
        distance = number
      } else if !isUnfinished {
        throw problem(.badDistance, start..<text.count)
      }
    }
    if next < text.count {
      next += 1
    } else if isComplete {
      throw problem(.openParenthesis, start..<text.count)
    }
    guard let first = near.first else {
      if isComplete { throw problem(.badDistance, start..<next) }
      return nil
    }
    return near.count > 1 ? .near(near, distance: distance) : .phrase(first)
  }

  // MARK: Words

  /// Nil before an operator, a parenthesis and the end.
  private mutating func phrase(endsAtComma: Bool) throws(Problem) -> Phrase? {
    guard next < text.count else { return nil }
    let start = next
    if text[next] == "\"" { return try quotedPhrase() }
    for operation in ["OR", "AND", "NOT", "NEAR"] where keyword(operation) != nil { return nil }
    while next < text.count, !text[next].endsWord, !(endsAtComma && text[next] == ",") { next += 1 }
    guard next > start else { return nil }
    let hasStar = text[next - 1] == "*"
    let word = start..<(hasStar ? next - 1 : next)
    guard let letters = lettersAtEnd(of: word) else {
      // While somebody types, a sign may be the beginning of a word.
      if isComplete || next < text.count { throw problem(.noWord, start..<next) }
      return nil
    }
    return try phrase(
      word, letters: letters, hasStar: hasStar, mayGoOn: next == text.count, place: start..<next)
  }

  private mutating func quotedPhrase() throws(Problem) -> Phrase? {
    let start = next
    next += 1
    while next < text.count, text[next] != "\"" { next += 1 }
    let inner = start + 1..<next
    let isOpen = next == text.count
    if isOpen, isComplete { throw problem(.openQuote, start..<text.count) }
    if !isOpen { next += 1 }
    let hasStar = at("*")
    if hasStar { next += 1 }
    guard let letters = lettersAtEnd(of: inner) else {
      if isOpen { return nil }
      throw problem(.noWord, start..<next)
    }
    return try phrase(inner, letters: letters, hasStar: hasStar, mayGoOn: isOpen, place: start..<next)
  }

  /// - Parameters:
  ///   - letters: of its last word; 0 where that has ended.
  ///   - mayGoOn: the end of what is typed.
  private mutating func phrase(
    _ range: Range<Int>, letters: Int, hasStar: Bool, mayGoOn: Bool, place: Range<Int>
  ) throws(Problem) -> Phrase {
    phrases += 1
    if phrases > FullTextQuery.mostPhrases { throw problem(.tooManyWords, place) }
    if hasStar, letters < FullTextQuery.shortestPrefix, isComplete { throw problem(.shortPrefix, place) }
    let isTyped = !isComplete && (mayGoOn || hasStar)
    let isPrefix = isTyped ? letters >= FullTextQuery.shortestTypedPrefix : hasStar
    return Phrase(string(range), isPrefix: isPrefix)
  }

  /// How many letters and digits stand at the end; nil where there are none at all.
  private func lettersAtEnd(of range: Range<Int>) -> Int? {
    guard range.contains(where: { text[$0].isWordPart }) else { return nil }
    return range.reversed().prefix { text[$0].isWordPart }.count
  }

  // MARK: Fields

  /// The field that stands next, its value and its place.
  private mutating func nextField() -> (field: FilterField, value: String, place: Range<Int>)? {
    skipBlanks()
    var end = next
    while end < text.count, !text[end].endsWord { end += 1 }
    let word = string(next..<end)
    guard let colon = word.firstIndex(of: ":"),
      let field = FilterField(rawValue: word[..<colon].lowercased())
    else { return nil }
    return (field, word[word.index(after: colon)...].lowercased(), next..<end)
  }

  /// Takes a field of the catalogue's, or `in:title`.
  private mutating func field() throws(Problem) -> Bool {
    guard let (field, value, place) = nextField() else { return false }
    if depth > 0 { throw problem(.innerField, place) }
    next = place.upperBound
    let isGood = field == .part ? value == "title" : field.term(value[...]) != nil
    guard isGood else {
      if isComplete || next < text.count { throw problem(.badField, place) }
      return true
    }
    if field == .part { isInTitles = true } else { fields.append(string(place)) }
    return true
  }

  // MARK: Characters

  /// Where a word of the query's language stands next, in capitals and by itself.
  private mutating func keyword(_ word: String) -> Range<Int>? {
    skipBlanks()
    let end = next + word.unicodeScalars.count
    guard text[next...].starts(with: word.unicodeScalars), end == text.count || text[end].endsWord else {
      return nil
    }
    // NEAR(a b) is a group of its own.
    if word == "NEAR", end < text.count, text[end] == "(" { return nil }
    return next..<end
  }

  private mutating func skipBlanks() {
    while next < text.count, text[next].isBlank { next += 1 }
  }

  private func at(_ scalar: Unicode.Scalar) -> Bool { next < text.count && text[next] == scalar }

  /// Control characters as blanks: none of them ends a word silently, or the text at its NUL.
  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range].map { $0.isBlank ? " " : $0 }))
  }

  private func problem(_ kind: Problem.Kind, _ range: Range<Int>) -> Problem {
    let place = string(range)
    return Problem(
      kind: kind, place: place.unicodeScalars.count > 60 ? String(place.prefix(59)) + "\u{2026}" : place)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    properties.isWhitespace || properties.generalCategory == .control || properties.generalCategory == .format
  }
  fileprivate var endsWord: Bool { isBlank || self == "(" || self == ")" || self == "\"" }
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// What the full text makes words of: letters and numbers of any script, and what is for private use.
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
