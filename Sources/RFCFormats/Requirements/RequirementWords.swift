import RFCModel

/// The words of BCP 14 in single lines: what is set in bold. Source: RFC 8174, section 2.
public enum RequirementWords {
  /// The words that a line uses, as offsets from its first byte, ascending. None of a line in capitals throughout.
  ///
  /// - Parameter line: of any length; all of it is looked at.
  public static func ranges(in line: ArraySlice<UInt8>) -> [Range<Int>] {
    line.withUnsafeBufferPointer { bytes in
      guard bytes.contains(where: { (0x61...0x7A).contains($0) }) else { return [] }
      let reader = ByteReader(text: bytes)
      var ranges: [Range<Int>] = []
      var start = 0
      while let (_, word) = reader.nextKeyword(in: start..<bytes.count) {
        if reader.isUsed(word) { ranges.append(word) }
        start = word.upperBound
      }
      return ranges
    }
  }

  /// The bytes of a document that a requirement's first word takes in the line that it begins in.
  public static func first(of requirement: Requirement, in document: Document) -> Range<Int>? {
    for range in requirement.ranges {
      if let word = ranges(in: document.bytes[range]).first {
        return range.lowerBound + word.lowerBound..<range.lowerBound + word.upperBound
      }
    }
    return nil
  }
}
