import RFCModel

/// The text of a view as it is searched: its rows as they are read, without page furniture, overstrikes and line
/// padding, each ended by LF.
struct SearchableText {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// Where each row begins in ``bytes``, and one entry past the end.
  let starts: [UInt32]

  init(_ document: Document, layout: Layout, showsFormFeeds: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.bytes.count)
    var starts: [UInt32] = []
    starts.reserveCapacity(layout.count + 1)
    for row in 0..<layout.count {
      starts.append(UInt32(clamping: bytes.count))
      if let line = layout.bytes(ofRow: row, in: document) {
        if line.isSearchedAsItIs {
          bytes.append(contentsOf: line)
        } else {
          Self.append(line, to: &bytes, showsFormFeeds: showsFormFeeds)
        }
      }
      // A note is no row here: what it stands between goes on.
      if !layout.isNote(row: row) { bytes.append(0x0A) }
    }
    starts.append(UInt32(clamping: bytes.count))
    self.bytes = bytes
    self.starts = starts
  }

  /// Part by part, as the line is laid out.
  private static func append(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8], showsFormFeeds: Bool) {
    // Moved, not copied.
    var text: [UInt8]? = bytes
    bytes = []
    var part = LinePart()
    while part.start < line.count {
      let end = LinePart.end(of: line, from: part.start)
      part.pass(line, upTo: end, showsFormFeeds: showsFormFeeds, into: &text)
    }
    bytes = text ?? []
  }

  /// The bytes of a row without its line end.
  func range(ofRow row: Int) -> Range<Int> {
    guard row >= 0, row + 1 < starts.count else { return bytes.count..<bytes.count }
    return Int(starts[row])..<max(Int(starts[row]), Int(starts[row + 1]) - 1)
  }

  /// Whether a row has nothing that is searched, not even an end.
  func isNone(row: Int) -> Bool { starts[row] == starts[row + 1] }

  /// The row that holds a byte.
  func row(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { Int($0) > offset } - 1)
  }
}

extension SearchableText {
  var rowCount: Int { starts.count - 1 }
}

extension ArraySlice<UInt8> {
  /// True where nothing is dropped and nothing printed over anything.
  fileprivate var isSearchedAsItIs: Bool {
    withUnsafeBufferPointer { bytes in
      var isUnusual: UInt8 = 0
      var mayHoldMark: UInt8 = 0
      for byte in bytes {
        if byte == 0x00 || byte == 0x08 || byte == 0x0C { isUnusual |= 1 }
        if byte == 0xEF { mayHoldMark |= 1 }
      }
      if isUnusual != 0 { return false }
      // A byte-order mark, which is dropped wherever it stands.
      return mayHoldMark == 0
        || !bytes.indices.dropLast(2).contains {
          bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBB && bytes[$0 + 2] == 0xBF
        }
    }
  }
}
