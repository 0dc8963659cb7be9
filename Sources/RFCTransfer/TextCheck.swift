import RFCModel
import StoreTerms

/// Whether bytes that a server sent are the text that was asked for. Every text of the RFC series passes, also
/// those with NULs, escape sequences or bytes that are no UTF-8.
package enum TextCheck {
  package static func problem(with bytes: [UInt8], as resource: Resource, head: ResponseHead?)
    -> TransferFailure?
  {
    // curl takes the last length that it is told, and tells the first one of a batch.
    if let head, head.hasTwoLengths || head.expectedBytes.map({ $0 != bytes.count }) ?? false {
      return .twoLengths
    }
    guard bytes.contains(where: { $0 > 0x20 }) else { return .empty }
    guard case .document(let id) = resource else {
      // Whether the XML is whole, its reader tells.
      return head?.isHTML ?? false || (startsAsHTML(bytes) && !startsAsXML(bytes)) ? .html : nil
    }
    if head?.isHTML ?? false || startsAsHTML(bytes) { return .html }
    if !isText(bytes) { return .notText }
    // A published text ends with its last line's end, its last page's form feed, or padding of NULs. Six old ones of
    // 1,216 do not; from a server that tells no length they are refused.
    if let head, head.endsWithConnection, let last = bytes.last, !isFiller(last) {
      return .cutShort(received: bytes.count)
    }
    switch id {
    case .rfc(let number): return problem(with: bytes, as: number)
    case .draft(let name): return problem(with: bytes, as: name)
    }
  }

  /// Whether a file of the cache can be a text at all. Its beginning decides, so that a good one costs nothing.
  package static func problem(withFile bytes: [UInt8]) -> TransferFailure? {
    guard bytes.contains(where: { $0 > 0x20 }) else { return .empty }
    let beginning = Array(bytes.prefix(beginningBytes))
    if startsAsHTML(beginning) { return .html }
    return isText(beginning) ? nil : .notText
  }

  /// What of a file is looked at.
  package static let beginningBytes = 4096

  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == 0 || byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func startsAsXML(_ bytes: [UInt8]) -> Bool {
    bytes.drop { isFiller($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.starts(with: "<?xml".utf8)
  }

  private static func startsAsHTML(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { isFiller($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(16)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    // RFC 674 begins with `<GJOURNAL>`, so a bracket alone says nothing.
    return ["<!doctype", "<html", "<head", "<body", "<?xml", "<script", "<meta", "<title", "<!--"]
      .contains { text.hasPrefix($0) }
  }

  /// Measured: RFC 734 is 15 % NULs, RFC 663 1.5 % other control bytes; of packed or encrypted bytes 9 % are.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let signatures: [[UInt8]] = [
      Array("%PDF".utf8), Array("%!PS".utf8), [0x1F, 0x8B], Array("PK\u{3}\u{4}".utf8), Array("BZh".utf8),
      [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD], [0x7F, 0x45, 0x4C, 0x46],
    ]
    if signatures.contains(where: { bytes.starts(with: $0) }) { return false }
    var nuls = 0
    var controls = 0
    for byte in bytes {
      switch byte {
      case 0: nuls += 1
      case 0x08...0x0D, 0x1B, 0x20...: break
      default: controls += 1
      }
    }
    return nuls * 4 <= bytes.count && controls * 20 <= bytes.count
  }

  // MARK: The number

  /// The head names an RFC first by its own number, in all 1,216 texts of the measured part of the series; others
  /// that it obsoletes or updates come after. For heads yet unseen, what stands behind a form feed, the running
  /// header of a printed page, counts as well.
  private static func problem(with bytes: [UInt8], as number: RFCNumber) -> TransferFailure? {
    let head = HeadTokens(bytes.prefix(3000))
    let found = head.firstLabelledNumber
    if found == number.value || hasRunningHeader(bytes, of: number) { return nil }
    if let found { return .wrongDocument(found: .rfc(found)) }
    return head.numbers.contains(number.value) ? nil : .wrongDocument(found: nil)
  }

  private static func hasRunningHeader(_ bytes: [UInt8], of number: RFCNumber) -> Bool {
    var rest = bytes[...]
    while let feed = rest.firstIndex(of: 0x0C) {
      rest = rest[(feed + 1)...].drop(while: isFiller)
      if HeadTokens(rest.prefix(24)).startsWithLabel(of: number.value) { return true }
    }
    return false
  }

  /// A draft has its own name in its head or running header; one that names none at all passes if it calls itself an
  /// Internet-Draft, as the oldest do.
  private static func problem(with bytes: [UInt8], as name: DraftName) -> TransferFailure? {
    let wanted = Array(name.text.dropLast(3).utf8)
    var first: String?
    var rest = bytes[...]
    while let start = rest.firstIndex(where: { $0 | 0x20 == 0x64 }) {
      rest = rest[start...]
      let word = rest.prefix { isNameByte($0) }
      rest = rest.dropFirst(max(1, word.count))
      guard word.count >= 10, word.prefix(6).elementsEqual("draft-".utf8, by: { $0 | 0x20 == $1 | 0x20 })
      else { continue }
      if word.map({ $0 | 0x20 }).starts(with: wanted.map { $0 | 0x20 }) { return nil }
      if first == nil { first = String(decoding: word.prefix(80), as: UTF8.self) }
    }
    if let first { return .wrongDocument(found: .draft(first)) }
    return HeadTokens(bytes.prefix(3000)).isInternetDraft ? nil : .wrongDocument(found: nil)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

/// The words and numbers of a text's beginning, in lower case, without what stands between them.
private struct HeadTokens {
  private enum Token: Hashable {
    case word(String)
    case number(Int)
  }

  private var tokens: [Token] = []

  init(_ bytes: ArraySlice<UInt8>) {
    // NULs are padding between or within words.
    var rest = bytes.filter { $0 != 0 }[...]
    while let byte = rest.first {
      if Self.isDigit(byte) {
        let digits = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(digits.count)
        if digits.count <= 9 { tokens.append(.number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })) }
      } else if Self.isLetter(byte) {
        let letters = rest.prefix(while: Self.isLetter)
        rest = rest.dropFirst(letters.count)
        tokens.append(.word(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)))
      } else {
        rest = rest.dropFirst()
      }
    }
  }

  var numbers: [Int] {
    tokens.compactMap {
      switch $0 {
      case .number(let value): value
      case .word: nil
      }
    }
  }

  /// The number in the first `Request for Comments: 4291`, `RFC #5`, `R.F.C. No. 12`.
  var firstLabelledNumber: Int? {
    for index in tokens.indices {
      if let value = number(labelledAt: index) { return value }
    }
    return nil
  }

  func startsWithLabel(of number: Int) -> Bool { self.number(labelledAt: 0) == number }

  var isInternetDraft: Bool {
    tokens.indices.contains { tokens[$0...].starts(with: [.word("internet"), .word("draft")]) }
  }

  private func number(labelledAt index: Int) -> Int? {
    let labels: [[Token]] = [
      [.word("request"), .word("for"), .word("comments")],
      [.word("request"), .word("for"), .word("comment")],
      [.word("rfc")], [.word("r"), .word("f"), .word("c")],
    ]
    guard let label = labels.first(where: { tokens.dropFirst(index).starts(with: $0) }) else { return nil }
    var rest = tokens.dropFirst(index + label.count)
    if let word = rest.first, ["no", "number", "nr", "num"].map(Token.word).contains(word) {
      rest = rest.dropFirst()
    }
    switch rest.first {
    case .number(let value): return value
    case .word, nil: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
