import RFCModel

/// What a report of an error quotes.
struct Quotation {
  /// Its letters, as they stand there and with quoted-printable undone.
  let variants: [[UInt8]]
  /// What stands between ellipses, blank lines and words of the reporter's own: letters of each line.
  let parts: [Part]
  /// The whole is long enough to be looked for all over the text.
  var length: Int { variants[0].count }

  struct Part {
    let lines: [[UInt8]]
    let words: [[UInt8]]
    var letters: [UInt8] { Array(lines.joined()) }
    var length: Int { lines.reduce(0) { $0 + $1.count } }
  }

  /// So much of a report is read.
  static let mostBytes = 64 << 10
  private static let mostParts = 60
  private static let mostLines = 400
  /// Letters of a part that says something.
  private static let shortestPart = 10

  init(_ original: String) {
    var text = Array(original.utf8.prefix(Self.mostBytes))
    var variants = [Letters.of(text)]
    if let decoded = Self.decodingQuotedPrintable(text) {
      text = decoded
      variants.append(Letters.of(text))
    }
    self.variants = variants
    parts = Self.parts(of: text)
  }

  /// The parts without those that stand in the correction as they are, where that is much: they say where it is, not what
  /// is wrong. All of them where none is left.
  func parts(unlike corrected: Quotation) -> [Part] {
    let kept = Set(corrected.parts.map(\.letters))
    let changed = parts.filter { !kept.contains($0.letters) }
    func lines(_ parts: [Part]) -> Int { parts.reduce(0) { $0 + $1.lines.count } }
    return changed.isEmpty || lines(parts) - lines(changed) <= ErrataLocator.fewLines ? parts : changed
  }

  /// Source: RFC 2045, section 6.7. Nil for a text without a sign of it.
  private static func decodingQuotedPrintable(_ text: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    var isEncoded = false
    var index = 0
    while index < text.count {
      let rest = text[index...].dropFirst()
      if text[index] == 0x3D {
        let lineEnd = rest.first == 0x0A ? 1 : rest.starts(with: [0x0D, 0x0A]) ? 2 : 0
        if lineEnd > 0 {
          isEncoded = true
          index += 1 + lineEnd
          continue
        }
        if let high = rest.first.flatMap(hexDigit), let low = rest.dropFirst().first.flatMap(hexDigit) {
          isEncoded = true
          decoded.append(high << 4 | low)
          index += 3
          continue
        }
      }
      decoded.append(text[index])
      index += 1
    }
    return isEncoded ? decoded : nil
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }

  private static func parts(of text: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var lines: [ArraySlice<UInt8>] = []
    func end() {
      let part = Part(
        lines: lines.map { Letters.of($0) }.filter { !$0.isEmpty },
        words: lines.flatMap { $0.split { !(LineView.isLetter($0) || LineView.isDigit($0)) } }.map {
          Array($0)
        })
      if part.length >= shortestPart, parts.count < mostParts { parts.append(part) }
      lines = []
    }
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(mostLines) {
      if line.allSatisfy({ LineView.isBlank($0) }) || isRemark(line) {
        end()
        continue
      }
      var pieces = splitAtEllipses(line)
      // `(1) `: of several places.
      if let first = pieces.first, let behind = behindMarker(first) {
        end()
        pieces[0] = behind
      }
      for (index, piece) in pieces.enumerated() {
        if index > 0 { end() }
        lines.append(piece)
      }
    }
    end()
    return parts
  }

  /// `and`, `<< 3rd message shown >>`, `(further in the same section)`
  private static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { LineView.isBlank($0) }
    guard let first = text.first, let last = text.last(where: { !LineView.isBlank($0) }) else { return true }
    if text.prefix(8).filter({ !LineView.isBlank($0) }).elementsEqual("and".utf8) { return true }
    return first == 0x28 && last == 0x29 || first == 0x3C && last == 0x3E && text.dropFirst().first == 0x3C
  }

  /// Between three dots and more, `[...]`, `<...>`, `[snip]`.
  private static func splitAtEllipses(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      let rest = line[index...]
      let dots = rest.prefix { $0 == 0x2E }.count
      let length = dots >= 3 ? dots : rest.starts(with: "[snip]".utf8) ? 6 : 0
      if length > 0 {
        pieces.append(line[start..<index])
        index += length
        start = index
      } else {
        index += max(1, dots)
      }
    }
    return pieces + [line[start...]]
  }

  /// Behind `(1) `.
  private static func behindMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = line.drop { LineView.isBlank($0) }
    guard text.first == 0x28 else { return nil }
    let digits = text.dropFirst().prefix { LineView.isDigit($0) }
    let rest = text[digits.endIndex...]
    return (1...2).contains(digits.count) && rest.first == 0x29 && rest.dropFirst().first == 0x20
      ? rest.dropFirst(2) : nil
  }
}
