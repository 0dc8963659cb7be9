extension LineSigns {
  /// Above 0 for what is more likely verbatim, in halves of a unit of log-odds.
  var weight: Int {
    var rest = rawValue
    var weight = 0
    while rest != 0 {
      weight += Self.weights[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return weight
  }

  /// A weight for each bit. Fitted by logistic regression to labelled lines of RFCs of all decades, those with even
  /// numbers; the others confirm them. Hexadecimal digits are too rare there, and weigh more than was fitted.
  private static let weights: [Int] = {
    let fitted: [(LineSigns, Int)] = [
      (.any, 2), (.somePlain, -3), (.mostlyPlain, -1), (.binds, -3), (.bindsOften, -1), (.longWord, 3),
      (.hexadecimal, 12), (.operators, 3), (.rule, 3), (.assigns, 3), (.field, 6), (.gap, 4),
      (.gaps, 3), (.wideGap, 4), (.wideGaps, 1), (.term, 1), (.introducedGap, -6), (.aligned, 1),
      (.drawing, 1), (.denseDrawing, 4), (.denseCode, 1), (.digits, -2), (.capitals, 1), (.comment, 8),
      (.drawnStart, 4), (.drawnEnd, 1), (.codeEnd, 4), (.period, -4), (.colon, -2), (.lowerStart, 2),
      (.item, -6), (.atBody, -3), (.deep, 7), (.alone, -1), (.begins, -1), (.afterColon, 1),
      (.deeperAfterColon, -1), (.aboveFull, -5), (.aboveShort, 2), (.full, -1), (.short, 4),
      (.echoes, 4), (.irregular, 4), (.hangs, -2),
    ]
    var weights = [Int](repeating: 0, count: UInt64.bitWidth)
    for (sign, weight) in fitted { weights[sign.rawValue.trailingZeroBitCount] = weight }
    return weights
  }()
}
