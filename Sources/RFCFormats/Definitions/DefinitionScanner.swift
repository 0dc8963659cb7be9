import RFCModel

/// Looks a word up in a document: each way that a text has of saying what a word means is one question. Letters are
/// compared in any case, as the names of ABNF's rules are. Source: RFC 5234, section 2.1.
struct DefinitionScanner {
  private let document: Document
  /// In lower case.
  private let word: [UInt8]

  init(for word: String, in document: Document) {
    self.document = document
    self.word = Array(word.lowercased().utf8)
  }

  private var lines: Range<Int> { 0..<document.lines.count }

  /// The 0-based line that a rule of that name begins in: `word = elements`, or `word =/ more` where nothing stands
  /// before. Source: RFC 5234, sections 2.2 and 3.3.
  func rule() -> Int? {
    lines.first { document[line: $0].beginsRule(word) }
  }

  /// The first line of a definition or of a list's item that begins with the word: `word:`, `word  ...`, `o  word - ...`.
  ///
  /// - Parameter blocks: of the document.
  func term(among blocks: [Block]) -> Int? {
    let block = blocks.first {
      ($0.kind == .definition || $0.kind == .list) && document[line: $0.lines.lowerBound].beginsTerm(word)
    }
    return block?.lines.lowerBound
  }

  /// The line that spells an abbreviation out and gives it in parentheses: `Path MTU Discovery (PMTUD)`.
  func abbreviation() -> Int? {
    let abbreviation = [0x28] + word + [0x29]
    return lines.first { document[line: $0].holds(abbreviation) }
  }

  /// The heading of the section that is called so.
  ///
  /// - Parameter outline: of the document.
  func section(of outline: Outline) -> Int? {
    outline.sections.first { $0.title.lowercased().utf8.elementsEqual(word) }?.lines.lowerBound
  }
}

/// Words are given in lower case.
extension ArraySlice<UInt8> {
  private var content: ArraySlice<UInt8> { drop { $0 == 0x20 || $0 == 0x09 } }

  private func beginsWith(_ word: [UInt8]) -> Bool {
    count >= word.count && zip(self, word).allSatisfy { LineView.lowercased($0) == $1 }
  }

  /// `word =`, `word =/`; not `word == value`.
  fileprivate func beginsRule(_ word: [UInt8]) -> Bool {
    let text = content
    guard text.beginsWith(word) else { return false }
    let rest = text.dropFirst(word.count).content
    return rest.first == 0x3D && rest.dropFirst().first != 0x3D
  }

  /// `word`, `word:`, `word  ...`, `word - ...`, `word (...`, each behind a bullet or a quotation mark, too.
  fileprivate func beginsTerm(_ word: [UInt8]) -> Bool {
    let text = content.behindBullet
    guard text.beginsWith(word) else { return false }
    let rest = text.dropFirst(word.count)
    guard let next = rest.first else { return true }
    return next == 0x3A || next == 0x22 || rest.prefix(2).elementsEqual([0x20, 0x20])
      || rest.prefix(3).elementsEqual([0x20, 0x2D, 0x20]) || rest.prefix(2).elementsEqual([0x20, 0x28])
  }

  /// Without `*`, `-` or a quotation mark, and without an `o` that is no letter of a word.
  private var behindBullet: ArraySlice<UInt8> {
    let rest = dropFirst()
    switch first {
    case 0x2A, 0x2D, 0x22: return rest.content
    case 0x6F where rest.first == 0x20 || rest.first == 0x09: return rest.content
    default: return self
    }
  }

  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    return indices.contains { LineView.lowercased(self[$0]) == first && self[$0...].beginsWith(word) }
  }
}
