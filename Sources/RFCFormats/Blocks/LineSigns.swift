import RFCModel

/// What speaks for or against a line as part of a figure, a table or code.
struct LineSigns: OptionSet {
  let rawValue: UInt64

  private static func sign(_ bit: Int) -> LineSigns { LineSigns(rawValue: 1 << UInt64(bit)) }

  // Its words.
  static let any = sign(0)
  static let oneWord = sign(1)
  static let somePlain = sign(2)
  static let mostlyPlain = sign(3)
  static let binds = sign(4)
  static let bindsTwice = sign(5)
  static let bindsOften = sign(6)
  static let longWord = sign(7)
  static let hexadecimal = sign(8)
  static let oneOperator = sign(9)
  static let operators = sign(10)
  static let assigns = sign(11)
  static let field = sign(12)
  // Its gaps.
  static let gap = sign(13)
  static let gaps = sign(14)
  static let wideGap = sign(15)
  static let wideGaps = sign(16)
  static let term = sign(17)
  static let introducedGap = sign(18)
  // Its bytes.
  static let drawing = sign(19)
  static let denseDrawing = sign(20)
  static let code = sign(21)
  static let denseCode = sign(22)
  static let digits = sign(23)
  static let capitals = sign(24)
  // Its beginning and its end.
  static let comment = sign(25)
  static let drawnStart = sign(26)
  static let drawnEnd = sign(27)
  static let codeEnd = sign(28)
  static let period = sign(29)
  static let colon = sign(30)
  static let comma = sign(31)
  static let capitalStart = sign(32)
  static let lowerStart = sign(33)
  static let item = sign(34)
  // Its place.
  static let atBody = sign(35)
  static let outside = sign(36)
  static let deep = sign(37)
  static let tooWide = sign(38)
  static let alone = sign(39)
  static let begins = sign(40)
  static let afterColon = sign(41)
  static let deeperAfterColon = sign(42)
  // How it joins the lines above and below: a full line has no room for the next one's first word.
  static let aboveFull = sign(43)
  static let aboveShort = sign(44)
  static let full = sign(45)
  static let short = sign(46)
  static let irregular = sign(47)
  static let hangs = sign(48)
}

extension LineSigns {
  /// Above 0 for what is more likely verbatim; half a unit of log-odds each. Fitted to labelled RFCs of all decades,
  /// those with even numbers; the others confirm them.
  var weight: Int {
    var rest = rawValue
    var weight = 0
    while rest != 0 {
      weight += Int(Self.weights[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return weight
  }

  /// In the order of the signs.
  private static let weights: [Int8] = [
    3, 0, -3, -1, -3, 0, -1, 3, 4, 4, 0, 2, 6, 4, 4, 4, 1, 3, -5, 1, 3, 0, 1, -1, 1, 8, 4, 1, 4, -4, -1, 0, 0,
    2, -7, -3, 0, 7, 0, -1, -3, 1, -1, -6, 1, -1, 4, 3, -2,
  ]
}

extension BodyLines {
  func signs(of index: Int) -> LineSigns {
    let line = lines[index]
    let above = line.blanksAbove == 0 && index > 0 ? lines[index - 1] : nil
    let below = index + 1 < lines.count && lines[index + 1].blanksAbove == 0 ? lines[index + 1] : nil
    var signs = signs(of: line)
    if above == nil { signs.insert(.begins) }
    if above == nil, below == nil { signs.insert(.alone) }
    if above == nil, index > 0, lines[index - 1].last == 0x3A {
      signs.insert(.afterColon)
      if line.indent > lines[index - 1].indent { signs.insert(.deeperAfterColon) }
    }
    if let above, line.item == 0 {
      signs.insert(isFull(above, before: line) ? .aboveFull : .aboveShort)
      let isSecond = lines[index - 1].blanksAbove > 0
      let column = above.item > 0 ? above.item : above.indent
      if line.indent != column { signs.insert(isSecond && above.item == 0 ? .hangs : .irregular) }
    }
    if let below, below.item == 0 { signs.insert(isFull(line, before: below) ? .full : .short) }
    return signs
  }

  /// Whether the next line's first word would not have fitted.
  func isFull(_ line: LineShape, before next: LineShape) -> Bool {
    Int(line.width) + 1 + Int(next.firstWord) > margin
  }

  private func signs(of line: LineShape) -> LineSigns {
    var signs: LineSigns = .any
    func add(_ sign: LineSigns, _ isSo: Bool) { if isSo { signs.insert(sign) } }
    let words = Int(line.words)
    let columns = max(1, line.columns)
    add(.oneWord, words == 1)
    add(.somePlain, Int(line.plain) * 5 >= words * 2)
    add(.mostlyPlain, Int(line.plain) * 4 >= words * 3)
    add(.binds, line.binding > 0)
    add(.bindsTwice, line.binding > 1)
    add(.bindsOften, line.binding > 3)
    add(.longWord, line.firstWord >= 20)
    add(.hexadecimal, line.hexadecimals > 1 && Int(line.hexadecimals) * 5 >= words * 3)
    add(.oneOperator, line.operators > 0)
    add(.operators, line.operators > 1)
    add(.assigns, line.assigns)
    add(.field, line.isField)

    let isTerm = line.gaps == 1 && !line.gapIsIntroduced && line.firstGap <= 20
    let expected = isTerm || line.gapIsIntroduced ? 1 : 0
    add(.gap, Int(line.gaps) > expected)
    add(.gaps, Int(line.gaps) > expected + 1)
    add(.wideGap, Int(line.wideGaps) > expected)
    add(.wideGaps, Int(line.wideGaps) > expected + 1)
    add(.term, isTerm)
    add(.introducedGap, line.gapIsIntroduced)

    add(.drawing, line.drawing > 0)
    add(.denseDrawing, Int(line.drawing) * 5 >= columns)
    add(.code, line.code > 0)
    add(.denseCode, Int(line.code) * 8 >= columns)
    add(.digits, Int(line.digits) * 3 >= columns)
    add(.capitals, Int(line.capitals) * 2 >= columns)

    switch line.first {
    // // /* */ --
    case 0x2F: add(.comment, line.second == 0x2F || line.second == 0x2A)
    case 0x2A: add(.comment, line.second == 0x2F)
    case 0x2D: add(.comment, line.second == 0x2D && line.drawing < 5)
    // # ;
    case 0x23, 0x3B: signs.insert(.comment)
    // + < = \ ^ { | } :
    case 0x2B, 0x3C, 0x3D, 0x5C, 0x5E, 0x7B, 0x7C, 0x7D, 0x3A: signs.insert(.drawnStart)
    case 0x41...0x5A: signs.insert(.capitalStart)
    case 0x61...0x7A: signs.insert(.lowerStart)
    default: break
    }
    switch line.last {
    // | + - / \
    case 0x7C, 0x2B, 0x2D, 0x2F, 0x5C: signs.insert(.drawnEnd)
    // ; { } >
    case 0x3B, 0x7B, 0x7D, 0x3E: signs.insert(.codeEnd)
    case 0x2E: signs.insert(.period)
    case 0x3A: signs.insert(.colon)
    case 0x2C: signs.insert(.comma)
    default: break
    }
    add(.item, line.item > 0)
    add(.atBody, Int(line.indent) == bodyIndent)
    add(.outside, Int(line.indent) < bodyIndent)
    add(.deep, Int(line.indent) >= bodyIndent + 8)
    add(.tooWide, Int(line.width) > margin + 1)
    return signs
  }
}
