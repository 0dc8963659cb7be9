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
        if isPlainASCII(line) {
          bytes.append(contentsOf: line)
        } else {
          for glyph in glyphs(of: line, showsFormFeeds: showsFormFeeds) {
            bytes.append(contentsOf: UTF8.encode(glyph.scalar) ?? UTF8.encodedReplacementCharacter)
            for mark in [glyph.marks.0, glyph.marks.1] where mark != 0 {
              if let mark = Unicode.Scalar(mark), let encoded = UTF8.encode(mark) {
                bytes.append(contentsOf: encoded)
              }
            }
          }
        }
      }
      bytes.append(0x0A)
    }
    starts.append(UInt32(clamping: bytes.count))
    self.bytes = bytes
    self.starts = starts
  }

  /// The bytes of a row without its line end.
  func range(ofRow row: Int) -> Range<Int> {
    guard row >= 0, row + 1 < starts.count else { return bytes.count..<bytes.count }
    return Int(starts[row])..<Int(starts[row + 1]) - 1
  }

  /// The row that holds a byte.
  func row(at offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle + 1]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SearchableText {
  var rowCount: Int { starts.count - 1 }
}
