/// How much of some lines is JSON: examples leave out parts, `...`, and have comments. Source: RFC 8259.
struct JSONShape {
  private var tokens = 0
  private var strangers = 0
  private var keys = 0
  private var firstToken: UInt8 = 0
  private var values = 0
  private var hasArrows = false
  private var isBalanced = true

  var isJSON: Bool {
    guard !hasArrows, tokens > 0 else { return false }
    switch firstToken {
    case 0x7B, 0x5B:
      if strangers == 0, isBalanced, firstToken == 0x7B || values > 0 { return tokens > 2 }
    case 0x22: break
    default: return false
    }
    return keys > 0 && strangers * 20 <= tokens * 3
  }

  /// - Parameter mayBeCDDL: whether maps with `=>`, types and occurrences may stand there.
  init(_ lines: ArraySlice<CodeLine>, in text: UnsafeBufferPointer<UInt8>, mayBeCDDL: Bool) {
    var depth = 0
    var isInString = false
    for line in lines {
      var index = line.content.lowerBound
      let end = line.content.upperBound
      // A long string is broken where the line ends.
      if isInString {
        guard let close = text[index..<end].firstIndex(of: 0x22) else { continue }
        isInString = false
        index = close + 1
      }
      while index < end {
        let byte = text[index]
        if LineView.isBlank(byte) {
          index += 1
          continue
        }
        if firstToken == 0 {
          firstToken = byte
          // Of what begins otherwise the rest does not count.
          if byte != 0x7B, byte != 0x5B, byte != 0x22 { return }
        }
        let start = index
        tokens += 1
        switch byte {
        case 0x22:
          index += 1
          while index < end, text[index] != 0x22 { index += text[index] == 0x5C ? 2 : 1 }
          isInString = index >= end
          index = min(index + 1, end)
          var next = index
          while next < end, LineView.isBlank(text[next]) { next += 1 }
          if next < end, text[next] == 0x3A { keys += 1 }
          values += 1
        // { [ ] } , :
        case 0x7B, 0x5B: (depth, index) = (depth + 1, index + 1)
        case 0x7D, 0x5D:
          (depth, index) = (depth - 1, index + 1)
          if depth < 0 { isBalanced = false }
        case 0x2C, 0x3A: index += 1
        case 0x2D, 0x30...0x39:
          index += 1
          while index < end,
            LineView.isDigit(text[index]) || [0x2E, 0x65, 0x45, 0x2B, 0x2D].contains(text[index])
          {
            index += 1
          }
          if byte == 0x2D, index == start + 1 { strangers += 1 }
        // What is left out, and a comment.
        case 0x2E where index + 2 < end && text[index + 1] == 0x2E && text[index + 2] == 0x2E: index += 3
        case 0x2F where index + 1 < end && [0x2F, 0x2A].contains(text[index + 1]): index = end
        default:
          while index < end, !LineView.isBlank(text[index]), ![0x2C, 0x5D, 0x7D].contains(text[index]) {
            index += 1
          }
          if index == start { index += 1 }
          let word = text[start..<index]
          if word.elementsEqual("=".utf8) || word.elementsEqual("=>".utf8) { hasArrows = true }
          if !(word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
            || word.elementsEqual("null".utf8))
          {
            strangers += 1
            if mayBeCDDL, byte == 0x3F || byte == 0x2A { hasArrows = true }
          }
        }
      }
    }
    if depth != 0 { isBalanced = false }
  }
}
