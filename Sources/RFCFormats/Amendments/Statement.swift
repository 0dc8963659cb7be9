import RFCModel

/// A sentence as a row of words, of documents and sections that it names, and of punctuation marks.
struct Statement {
  enum Token {
    case word(WordKey, AmendingWord)
    /// A section of another RFC.
    case section(RFCNumber, SectionNumber)
    /// A section whose document is not named. `isOwn`: the citations took it for one of this document.
    case loose(SectionNumber, isOwn: Bool)
    case document(RFCNumber)
    /// An ASCII punctuation mark, or the first byte of another one.
    case mark(UInt8)
  }

  private(set) var tokens: [Token] = []
  /// Where each begins in the running text.
  private(set) var starts: [Int] = []
  /// Where the last one ends.
  private(set) var end = 0
  /// Indices of the sections.
  private(set) var sections: [Int] = []

  /// A hostile text may have no full stop.
  static let limit = 400

  mutating func append(_ token: Token, _ range: Range<Int>) {
    switch token {
    case .section, .loose: sections.append(tokens.count)
    default: break
    }
    tokens.append(token)
    starts.append(range.lowerBound)
    end = range.upperBound
  }

  // MARK: Asking; past either end there is nothing

  subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  func forms(_ index: Int) -> AmendingWord.Forms {
    if case .word(_, let word)? = self[index] { word.forms } else { [] }
  }

  func kind(_ index: Int) -> Amendment.Kind {
    if case .word(_, let word)? = self[index] { word.kind } else { .updates }
  }

  func isWord(_ index: Int, _ words: WordKey...) -> Bool {
    if case .word(let key, _)? = self[index] { words.contains(key) } else { false }
  }

  func isMark(_ index: Int, _ marks: UInt8...) -> Bool {
    if case .mark(let byte)? = self[index] { marks.contains(byte) } else { false }
  }

  /// A document, or a section of one.
  func isName(_ index: Int) -> Bool {
    switch self[index] {
    case .section, .loose, .document: true
    default: false
    }
  }

  func isDocument(_ index: Int) -> Bool {
    if case .document? = self[index] { true } else { false }
  }

  func isLoose(_ index: Int) -> Bool {
    if case .loose? = self[index] { true } else { false }
  }

  /// The numbers of the RFCs that it names, with a section or without.
  var documents: [RFCNumber] {
    tokens.compactMap { token in
      if case .document(let rfc) = token { rfc } else { nil }
    }
  }

  var hasCitedSection: Bool { sections.contains { !isLoose($0) } }

  func hasWord(in range: Range<Int>, _ words: WordKey...) -> Bool {
    range.clamped(to: tokens.indices).contains { index in
      if case .word(let key, _) = tokens[index] { words.contains(key) } else { false }
    }
  }
}
