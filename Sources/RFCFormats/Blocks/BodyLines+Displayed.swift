import RFCModel

/// Short lines that a sentence leads up to, or that belong to a drawing by what stands below them.
extension BodyLines {
  /// A line between blank ones at which the sentence above has not ended: `For example, the request` and below it
  /// `OPTIONS * HTTP/1.1`; or a rule, `ssthresh = cwnd`, wherever it stands.
  func isDisplayed(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.zone == .body, line.blanksAbove > 0, line.item == 0, !endsSentence(line),
      index + 1 == lines.count || lines[index + 1].blanksAbove > 0
    else { return false }
    if line.isRule {
      return line.binding == 0 && (line.words < 4 || Int(line.plain) * 5 < Int(line.words) * 2)
    }
    guard leads(to: index) else { return false }
    // The lines of an address lead to nothing.
    if index > 1, lines[index - 1].blanksAbove == 0, !isFull(lines[index - 2], before: lines[index - 1]) {
      return false
    }
    if line.words == 1 { return line.indent > lines[index - 1].indent || isCoined(line) }
    // Of several the first one is as the others: terms, and what they stand for.
    if line.isField { return line.last != 0x3A && (index + 1 == lines.count || !lines[index + 1].isField) }
    return line.assigns || isRequest(line)
  }

  /// The numbers of bits above a drawing: `0 1 2 3 4 5 6 7`.
  func isRuler(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.words > 1, Int(line.digits) >= Int(line.words), line.capitals == 0, line.plain == 0,
      index + 1 < lines.count, lines[index + 1].blanksAbove == 0
    else { return false }
    let text = view.text[view.content(Int(line.line))]
    guard text.allSatisfy({ LineView.isDigit($0) || LineView.isBlank($0) }) else { return false }
    return isBorder(index + 1) || isRuler(index + 1)
  }

  /// An item at the left of what stands above and below it: one of a list, whose parts are figures or code.
  func isItemBetweenParts(_ index: Int) -> Bool {
    let line = lines[index]
    return line.item > 0 && line.second != line.first && line.blanksAbove > 0 && index > 0
      && index + 1 < lines.count
      && lines[index + 1].blanksAbove > 0 && line.indent < lines[index - 1].indent
      && line.indent < lines[index + 1].indent
  }

  /// Whether above a line is prose that ends with a word, a colon or a comma.
  func leads(to index: Int) -> Bool {
    guard index > 0, lines[index - 1].zone == .body else { return false }
    let line = lines[index - 1]
    if line.gaps > 0 || line.isField { return false }
    return line.last == 0x3A
      || line.binding > 0 && line.plain > 1 && (line.last == 0x2C || isLetter(line.last))
  }

  /// A word that no dictionary has: it holds a sign, a digit, or a capital behind a small letter.
  private func isCoined(_ line: LineShape) -> Bool {
    let text = view.text[view.content(Int(line.line))]
    return text.dropLast().contains { $0 < 0x80 && !isLetter($0) }
      || zip(text, text.dropFirst()).contains { LineView.isLower($0) && LineView.isUpper($1) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func endsSentence(_ line: LineShape) -> Bool {
    switch line.last {
    // . ! ? :
    case 0x2E, 0x21, 0x3F, 0x3A: true
    default: false
    }
  }

  /// `GET /index.html HTTP/1.1`
  private func isRequest(_ line: LineShape) -> Bool {
    let text = view.text[view.content(Int(line.line))]
    guard text.count > 9 else { return false }
    return text.suffix(9).starts(with: " HTTP/".utf8)
  }
}
