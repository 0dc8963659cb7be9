import CLibrary

// What Swift has of this comes with its regular expressions, which are not linked. Where they are, in tests, it is theirs
// that is meant.
extension StringProtocol {
  /// True where `other`, any text, stands in it: byte for byte, in UTF-8.
  @_disfavoredOverload @inlinable
  public func contains(_ other: some StringProtocol) -> Bool { utf8Offset(of: other) != nil }

  /// Where `other` stands in it first; nil where it does not.
  @_disfavoredOverload @inlinable
  public func firstRange(of other: some StringProtocol) -> Range<Index>? {
    utf8Offset(of: other).map { offset in
      let start = utf8.index(startIndex, offsetBy: offset)
      return start..<utf8.index(start, offsetBy: other.utf8.count)
    }
  }

  @usableFromInline
  func utf8Offset(of other: some StringProtocol) -> Int? {
    withBytes { text -> Int? in
      other.withBytes { word -> Int? in
        guard let first = word.first else { return 0 }
        var at = 0
        while at + word.count <= text.count, let base = text.baseAddress,
          let found = memchr(base + at, Int32(first), text.count - word.count - at + 1)
        {
          at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          if text[at..<at + word.count].elementsEqual(word) { return at }
          at += 1
        }
        return nil
      }
    }
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
