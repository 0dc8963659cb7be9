/// A text as published, and where its lines begin. Everything else known about it is an overlay of ranges over
/// these lines, so a wrong guess can misplace an entry and never loses text.
public struct Document: Sendable {
  /// Valid UTF-8 without a byte-order mark; otherwise as published, with its form feeds and control bytes.
  public let bytes: [UInt8]
  /// The lines of ``bytes``.
  public let lines: Lines

  /// - Parameter bytes: valid UTF-8. `RFCFormats` makes it from what was published.
  public init(bytes: [UInt8], lines: Lines) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Whether it is a copy of the same document, as far as that is known without a look at the bytes.
  public func isSame(as other: Document) -> Bool {
    bytes.withUnsafeBufferPointer { ours in
      other.bytes.withUnsafeBufferPointer { ours.baseAddress == $0.baseAddress && ours.count == $0.count }
    }
  }

  /// Columns of the widest line, or some more: a character is taken for as wide as any of so many bytes, a control for one.
  public var widestLine: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var widest = 0
      for line in 0..<lines.count where lines[line].count > widest {
        var columns = 0
        for byte in bytes[lines[line]] where byte & 0xC0 != 0x80 { columns += byte < 0xE0 ? 1 : 2 }
        widest = max(widest, columns)
      }
      return widest
    }
  }

  /// The bytes of a line without its end; empty for a line that is not there.
  public subscript(line line: Int) -> ArraySlice<UInt8> { bytes[lines[line]] }
}

/// The offsets of lines in a text, 0-based. A line ends at LF, or at the end of the text; a form feed does not end
/// one. Source: RFC 7994, section 4; RFC 678.
public struct Lines: Sendable {
  /// `starts[i]` is where line i begins; one more entry than there are lines, the last one past the text's end.
  @usableFromInline let starts: [UInt32]
  @usableFromInline let ends: [UInt32]

  /// - Parameters:
  ///   - starts: where each line begins, ascending.
  ///   - ends: where each line's content ends (before LF or CR LF), one for each start.
  public init(starts: [UInt32], ends: [UInt32]) {
    precondition(starts.count == ends.count)
    self.starts = starts
    self.ends = ends
  }

  @inlinable public var count: Int { starts.count }
  @inlinable public var isEmpty: Bool { starts.isEmpty }

  /// The byte range of a line without its line end; an empty range for a line that is not there.
  @inlinable public subscript(line: Int) -> Range<Int> {
    guard line >= 0, line < starts.count else { return 0..<0 }
    return Int(starts[line])..<Int(ends[line])
  }

  /// The 0-based line that holds the byte at `offset`.
  public func line(containing offset: Int) -> Int {
    max(0, starts.partitioningIndex { Int($0) > offset } - 1)
  }
}
