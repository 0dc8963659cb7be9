/// The notations that a document says it uses. A line alone does not tell `a = b` of a grammar from that of a program.
struct NotationMentions: OptionSet {
  let rawValue: UInt8

  /// Or another form of Backus and Naur.
  static let abnf = NotationMentions(rawValue: 1)
  static let xdr = NotationMentions(rawValue: 2)
  static let cddl = NotationMentions(rawValue: 4)
  static let tlsPresentation = NotationMentions(rawValue: 8)
  static let yang = NotationMentions(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(in text: UnsafeBufferPointer<UInt8>) {
    self = []
    let reader = ByteReader(text: text)
    var last: UInt8 = 0
    for (index, byte) in text.enumerated() {
      defer { last = byte }
      // In the middle of a word none begins.
      if byte < 0x41 || byte > 0x70 || ByteReader.isWord(last) { continue }
      switch byte {
      case 0x42 where Self.isWord("bnf", at: index, in: reader): insert(.abnf)
      case 0x41 where Self.isWord("abnf", at: index, in: reader) || Self.isAugmented(at: index, in: reader):
        insert(.abnf)
      case 0x58 where Self.isWord("xdr", at: index, in: reader): insert(.xdr)
      case 0x43 where Self.isWord("cddl", at: index, in: reader): insert(.cddl)
      case 0x59 where Self.isWord("yang", at: index, in: reader): insert(.yang)
      case 0x50, 0x70:
        if let end = reader.word("presentation", at: index) {
          let next = reader.skipBlanks(end)
          if reader.word("language", at: next) ?? reader.word("syntax", at: next) != nil {
            insert(.tlsPresentation)
          }
        }
      default: break
      }
    }
  }

  /// An acronym, which is in capitals.
  private static func isWord(_ word: StaticString, at index: Int, in reader: ByteReader) -> Bool {
    reader.word(word, at: index) != nil && LineView.isUpper(reader.byte(index + 1))
      && !ByteReader.isWord(reader.byte(index - 1))
  }

  /// `Augmented BNF`, `augmented Backus-Naur Form`.
  private static func isAugmented(at index: Int, in reader: ByteReader) -> Bool {
    guard let end = reader.word("augmented", at: index) else { return false }
    let next = reader.skipBlanks(end)
    return reader.word("bnf", at: next) ?? reader.word("backus", at: next) != nil
  }
}
