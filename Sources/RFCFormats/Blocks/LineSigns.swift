import RFCModel

/// What speaks for or against a line as part of a figure, a table or code.
struct LineSigns: OptionSet {
  let rawValue: UInt64

  private static func sign(_ bit: Int) -> LineSigns { LineSigns(rawValue: 1 << UInt64(bit)) }

  // Its words.
  static let any = sign(0)
  static let somePlain = sign(1)
  static let mostlyPlain = sign(2)
  static let binds = sign(3)
  static let bindsOften = sign(4)
  static let longWord = sign(5)
  static let hexadecimal = sign(6)
  static let operators = sign(7)
  /// `name = value`, `name ::= value`.
  static let rule = sign(8)
  static let assigns = sign(9)
  static let field = sign(10)
  // Its gaps.
  static let gap = sign(11)
  static let gaps = sign(12)
  static let wideGap = sign(13)
  static let wideGaps = sign(14)
  static let term = sign(15)
  static let introducedGap = sign(16)
  /// A gap ends at the column of one above or below.
  static let aligned = sign(17)
  // Its bytes.
  static let drawing = sign(18)
  static let denseDrawing = sign(19)
  static let denseCode = sign(20)
  static let digits = sign(21)
  static let capitals = sign(22)
  // Its beginning and its end.
  static let comment = sign(23)
  static let drawnStart = sign(24)
  static let drawnEnd = sign(25)
  static let codeEnd = sign(26)
  static let period = sign(27)
  static let colon = sign(28)
  static let lowerStart = sign(29)
  static let item = sign(30)
  // Its place.
  static let atBody = sign(31)
  static let deep = sign(32)
  static let alone = sign(33)
  static let begins = sign(34)
  static let afterColon = sign(35)
  static let deeperAfterColon = sign(36)
  // How it joins the lines above and below: a full line has no room for the next one's first word.
  static let aboveFull = sign(37)
  static let aboveShort = sign(38)
  static let full = sign(39)
  static let short = sign(40)
  /// Its first word is as long as the one above and begins alike.
  static let echoes = sign(41)
  static let irregular = sign(42)
  static let hangs = sign(43)
}

extension BodyLines {
  func signs(of index: Int) -> LineSigns {
    let line = lines[index]
    let above = line.blanksAbove == 0 && index > 0 ? lines[index - 1] : nil
    let below = index + 1 < lines.count && lines[index + 1].blanksAbove == 0 ? lines[index + 1] : nil
    var signs = signs(of: line)
    // A paragraph's first line may be indented further.
    let indent = above == nil && below != nil ? min(line.indent, below?.indent ?? 0) : line.indent
    if Int(indent) == bodyIndent { signs.insert(.atBody) }
    if Int(indent) >= bodyIndent + 8 { signs.insert(.deep) }
    if above == nil { signs.insert(.begins) }
    if above == nil, below == nil { signs.insert(.alone) }
    if above == nil, index > 0, lines[index - 1].last == 0x3A {
      signs.insert(.afterColon)
      if line.indent > lines[index - 1].indent { signs.insert(.deeperAfterColon) }
    }
    if line.afterGap > 0, line.afterGap == above?.afterGap || line.afterGap == below?.afterGap {
      signs.insert(.aligned)
    }
    if let above, above.first == line.first, above.second == line.second, above.firstWord == line.firstWord {
      signs.insert(.echoes)
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
    add(.somePlain, Int(line.plain) * 5 >= words * 2)
    add(.mostlyPlain, Int(line.plain) * 4 >= words * 3)
    add(.binds, line.binding > 0)
    add(.bindsOften, line.binding > 3)
    add(.longWord, line.firstWord >= 20)
    add(.hexadecimal, line.item == 0 && line.hexadecimals > 1 && Int(line.hexadecimals) * 5 >= words * 3)
    add(.operators, line.operators > 0)
    add(.rule, line.isRule)
    add(.assigns, line.assigns)
    add(.field, line.isField)

    let isTerm = line.hasTermGap && !line.gapIsIntroduced
    let expected = isTerm || line.gapIsIntroduced ? 1 : 0
    add(.gap, Int(line.gaps) > expected)
    add(.gaps, Int(line.gaps) > expected + 1)
    add(.wideGap, Int(line.wideGaps) > expected)
    add(.wideGaps, Int(line.wideGaps) > expected + 1)
    add(.term, isTerm)
    add(.introducedGap, line.gapIsIntroduced)

    add(.drawing, line.drawing > 0)
    add(.denseDrawing, Int(line.drawing) * 5 >= columns)
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
    default: break
    }
    add(.item, line.item > 0)
    return signs
  }
}
