import RFCModel

extension Pagination {
  /// A few bytes for each break: lines since the last one, how many it takes, how many blank ones are left, each in
  /// groups of seven bits, the lowest first.
  var packed: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ number: Int) {
      var rest = UInt(clamping: number)
      while rest > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: rest))
    }
    var line = 0
    for pageBreak in breaks {
      append(pageBreak.lines.lowerBound - line)
      append(pageBreak.lines.count)
      append(pageBreak.blankLines)
      line = pageBreak.lines.upperBound
    }
    return bytes
  }

  /// The inverse of ``packed``; of any other bytes, what they spell up to where they no longer do.
  init(packed bytes: some Sequence<UInt8>) {
    var numbers: [Int] = []
    var number = 0
    var shift = 0
    for byte in bytes {
      guard shift <= 28 else { break }
      number |= Int(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 {
        numbers.append(number)
        number = 0
        shift = 0
      }
    }
    var breaks: [PageBreak] = []
    var line = 0
    for index in stride(from: 0, to: numbers.count - 2, by: 3) {
      let start = line + numbers[index]
      line = start + numbers[index + 1]
      breaks.append(PageBreak(lines: start..<line, blankLines: numbers[index + 2]))
    }
    self.init(breaks: breaks)
  }
}
