import RFCModel

/// Finds the section of a text that a quotation is from, by runs of words that stand in both.
struct QuotationFinder {
  /// Words of a run.
  private static let length = 5

  /// Where each run stands: an index in the outline, or a negative number where several sections have it.
  private let places: [UInt64: Int32]
  private let outline: Outline

  init(_ text: ParsedText) {
    outline = text.outline
    let running = RunningText(of: text.document, pagination: text.pagination, outline: outline)
    var places: [UInt64: Int32] = [:]
    running.bytes.withUnsafeBufferPointer { bytes in
      Self.runs(of: bytes) { run, start in
        guard let section = text.outline.index(ofSectionAt: running.line(at: start)) else { return }
        let place = Int32(truncatingIfNeeded: section)
        if let known = places[run], known != place { places[run] = -1 } else { places[run] = place }
      }
    }
    self.places = places
  }

  /// The section that has most of the runs of a quotation, and more than half; nil where none has, or where it has no
  /// number.
  func section(of quotation: UnsafeBufferPointer<UInt8>) -> SectionNumber? {
    var count = 0
    var hits: [Int32: Int] = [:]
    Self.runs(of: UnsafeBufferPointer(rebasing: quotation.prefix(20_000))) { run, _ in
      count += 1
      if let place = places[run], place >= 0 { hits[place, default: 0] += 1 }
    }
    guard let best = hits.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2,
      best.value * 2 > count
    else { return nil }
    return outline.sections[Int(best.key)].number
  }

  /// Calls `visit` with each run of words and where it begins.
  private static func runs(of text: UnsafeBufferPointer<UInt8>, _ visit: (UInt64, Int) -> Void) {
    var words: [(key: UInt64, start: Int)] = []
    var index = 0
    while index < text.count {
      guard ByteReader.isWord(text[index]) else {
        if text[index] == RunningText.paragraphEnd { words.removeAll(keepingCapacity: true) }
        index += 1
        continue
      }
      let start = index
      while index < text.count, ByteReader.isWord(text[index]) { index += 1 }
      if words.count == length { words.removeFirst() }
      words.append((WordKey(text[start..<index]).hash, start))
      if words.count == length {
        visit(words.reduce(0) { ($0 &* 0x100_0000_01B3) ^ $1.key }, words[0].start)
      }
    }
  }
}
