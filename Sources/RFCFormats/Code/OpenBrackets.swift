/// How many brackets, comments or elements are open behind some lines.
struct OpenBrackets {
  private let text: UnsafeBufferPointer<UInt8>
  private let isXML: Bool
  private var braces = 0
  private var squares = 0
  private var elements = 0
  private var isCommented = false
  /// In XML the quotation mark of an attribute's value; a comment, a section of CDATA.
  private var isInTag = false
  private var quote: UInt8 = 0

  /// - Parameter first: the first line's text.
  init(_ first: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    isXML = text[first].first == 0x3C
  }

  var isOpen: Bool { isCommented || (isXML ? elements > 0 || isInTag : braces > 0 || squares > 0) }

  mutating func read(_ content: Range<Int>) {
    if isXML { readXML(content) } else { readBraces(content) }
  }

  private func byte(_ index: Int, in content: Range<Int>) -> UInt8 {
    index < content.upperBound ? text[index] : 0
  }

  private mutating func readBraces(_ content: Range<Int>) {
    var index = content.lowerBound
    var quote: UInt8 = 0
    while index < content.upperBound {
      let byte = text[index]
      let next = self.byte(index + 1, in: content)
      if isCommented {
        if byte == 0x2A, next == 0x2F {
          isCommented = false
          index += 1
        }
      } else if quote != 0 {
        if byte == 0x5C { index += 1 } else if byte == quote { quote = 0 }
      } else {
        switch byte {
        // A quotation that the line does not end is an apostrophe, or goes on.
        case 0x22, 0x27:
          if text[index + 1..<content.upperBound].contains(byte) { quote = byte }
        case 0x2F where next == 0x2A:
          isCommented = true
          index += 1
        case 0x2F where next == 0x2F: return
        case 0x7B: braces += 1
        case 0x7D: braces -= 1
        case 0x5B: squares += 1
        case 0x5D: squares -= 1
        default: break
        }
      }
      index += 1
    }
  }

  private mutating func readXML(_ content: Range<Int>) {
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = text[index]
      let next = self.byte(index + 1, in: content)
      if isCommented {
        if byte == 0x2D, next == 0x2D, self.byte(index + 2, in: content) == 0x3E {
          isCommented = false
          index += 2
        }
      } else if isInTag {
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        } else if byte == 0x3E {
          isInTag = false
        } else if byte == 0x2F || byte == 0x3F, next == 0x3E {
          elements -= 1
        }
      } else if byte == 0x3C {
        if next == 0x21 {
          if self.byte(index + 2, in: content) == 0x2D { isCommented = true }
        } else if next == 0x2F {
          elements -= 1
        } else if LineView.isLetter(next) || next == 0x3F {
          elements += 1
          isInTag = true
        }
      }
      index += 1
    }
  }
}
