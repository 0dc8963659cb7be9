import RFCModel

/// The letters and digits of a text without its pages, and the lines that they come from. What is quoted from it is found
/// whatever became of blanks, line ends, quotation marks, and the bars of tables and changes.
struct Letters {
  private var bytes: [UInt8] = []
  /// Of each line that has some: where they begin, and its 0-based number.
  private var starts: [Int] = []
  private(set) var lines: [Int] = []
  /// Of the printed contents: a title that stands there is meant where it stands in the text.
  private let contents: Range<Int>

  init(of document: Document, pagination: Pagination, contents: Range<Int>) {
    self.contents = contents
    bytes.reserveCapacity(document.bytes.count * 3 / 4)
    for row in pagination.plainLines(of: document) where row >= 0 {
      let before = bytes.count
      Self.append(document[line: Int(row)], to: &bytes)
      if bytes.count > before {
        starts.append(before)
        lines.append(Int(row))
      }
    }
  }

  static func of(_ text: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    append(text, to: &letters)
    return letters
  }

  private static func append(_ text: some Sequence<UInt8>, to letters: inout [UInt8]) {
    for byte in text where isLetter(byte) {
      letters.append(byte)
    }
  }

  /// The lines that some letters stand on, each place by itself.
  ///
  /// - Parameters:
  ///   - part: of the letters, whose lines are wanted; nil for all.
  ///   - within: 0-based lines that they begin in.
  ///   - limit: of the places.
  func places(
    of wanted: [UInt8], part: Range<Int>? = nil, within: Range<Int>? = nil, limit: Int = 60
  ) -> [Range<Int>] {
    guard !wanted.isEmpty else { return [] }
    let first = within.map { start(ofLine: $0.lowerBound) } ?? 0
    // The last of them may go on behind.
    let end = within.map { min(bytes.count, start(ofLine: $0.upperBound) + wanted.count - 1) } ?? bytes.count
    var places: [Range<Int>] = []
    search(wanted, in: first..<end) { offset in
      let first = offset + (part?.lowerBound ?? 0)
      let last = max(first, offset + (part?.upperBound ?? wanted.count) - 1)
      places.append(line(ofLetter: first)..<line(ofLetter: last) + 1)
      return places.count < limit
    }
    if places.count > 1 {
      let inText = places.filter { !contents.contains($0.lowerBound) }
      if !inText.isEmpty { return inText }
    }
    return places
  }

  /// Where some letters begin, in lines that may hold them.
  ///
  /// - Parameter lines: 0-based.
  func offsets(of wanted: [UInt8], within lines: Range<Int>) -> [Int] {
    guard !wanted.isEmpty else { return [] }
    let first = start(ofLine: lines.lowerBound)
    let end = min(bytes.count, start(ofLine: lines.upperBound) + wanted.count - 1)
    guard first < end else { return [] }
    var offsets: [Int] = []
    search(wanted, in: first..<end) { offset in
      offsets.append(offset)
      return offsets.count < 8
    }
    return offsets
  }

  /// The whole words of the document that some of the letters stand in, a range for each line.
  ///
  /// - Parameter letters: never empty.
  func words(of letters: Range<Int>, in document: Document) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = starts.partitioningIndex { $0 > letters.lowerBound } - 1
    while index >= 0, index < starts.count, starts[index] < letters.upperBound {
      let line = document.lines[lines[index]]
      var (count, first, end) = (starts[index], line.upperBound, line.lowerBound)
      for byte in line where Self.isLetter(document.bytes[byte]) {
        if count >= letters.lowerBound, count < letters.upperBound {
          first = min(first, byte)
          end = byte + 1
        }
        count += 1
      }
      if first < end {
        while first > line.lowerBound, !LineView.isBlank(document.bytes[first - 1]) { first -= 1 }
        while end < line.upperBound, !LineView.isBlank(document.bytes[end]) { end += 1 }
        words.append(first..<end)
      }
      index += 1
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte < 0x80 && (LineView.isLetter(byte) || LineView.isDigit(byte))
  }

  /// By the algorithm of Horspool. Letters that repeat themselves so often that it takes long are given up: they say
  /// nothing about a place.
  ///
  /// - Parameter take: whether to go on behind a place.
  private func search(_ wanted: [UInt8], in range: Range<Int>, _ take: (Int) -> Bool) {
    var skips = [Int](repeating: wanted.count, count: 128)
    for (index, byte) in wanted.dropLast().enumerated() { skips[Int(byte)] = wanted.count - 1 - index }
    bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var offset = range.lowerBound
        var patience = range.count * 4
        while offset + wanted.count <= range.upperBound, patience > 0 {
          var index = wanted.count - 1
          while index >= 0, bytes[offset + index] == wanted[index] { index -= 1 }
          patience -= wanted.count - index
          if index < 0, !take(offset) { return }
          offset += skips[Int(bytes[offset + wanted.count - 1])]
        }
      }
    }
  }

  /// Indices in ``lines`` of some lines.
  func indices(within range: Range<Int>) -> Range<Int> {
    let first = lines.partitioningIndex { $0 >= range.lowerBound }
    return first..<max(first, lines.partitioningIndex { $0 >= range.upperBound })
  }

  /// By its index.
  func line(at index: Int) -> Int { lines[index] }

  private func line(ofLetter offset: Int) -> Int { lines[starts.partitioningIndex { $0 > offset } - 1] }

  private func start(ofLine line: Int) -> Int {
    let index = lines.partitioningIndex { $0 >= line }
    return index < starts.count ? starts[index] : bytes.count
  }
}
