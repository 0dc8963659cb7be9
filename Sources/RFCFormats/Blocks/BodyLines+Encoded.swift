import RFCModel

/// Bytes written as letters and digits: base64, hexadecimal. They stand where prose does.
extension BodyLines {
  /// Lines of one word that no prose has, as ranges of indices: two and more of base64, one of 32 hexadecimal digits that
  /// begins a passage; and the rest of the bytes in the last line.
  func encodedLines() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      guard lines[index].words == 1, let first = encoding(of: index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, goesOn(end, from: index), encoding(of: end) != nil { end += 1 }
      let begins =
        lines[index].blanksAbove > 0 || lines[index - 1].last == 0x3A || isLead(index - 1, to: index)
      if end - index > 1 || first == .hexadecimal && begins {
        if isRest(end, from: index) { end += 1 }
        found.append((isLead(index - 1, to: index) ? index - 1 : index)..<end)
      }
      index = end
    }
    return found
  }

  private enum Encoding { case base64, hexadecimal }

  /// What a line of the body holds, if it is one long word.
  private func encoding(of index: Int) -> Encoding? {
    let line = lines[index]
    guard line.words == 1, line.columns >= 32, line.zone == .body, line.digits > 0 else { return nil }
    let word = view.content(Int(line.line))
    if isHexadecimal(word) { return .hexadecimal }
    // Other long words are names: `TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384`.
    guard line.columns >= 40, line.capitals > 1, view.text[word].count(where: LineView.isLower) > 1 else {
      return nil
    }
    return view.text[word].allSatisfy(Self.isBase64) ? .base64 : nil
  }

  private func goesOn(_ index: Int, from start: Int) -> Bool {
    lines[index].blanksAbove == 0 && lines[index].indent == lines[start].indent
  }

  /// A line above that ends in bytes: `1 0 308201a2300d06092a864886f70d0101`, `r = 0x41aa28d2f1ab148280cd9ed56fed\\`.
  private func isLead(_ index: Int, to start: Int) -> Bool {
    guard index >= 0, lines[start].blanksAbove == 0, lines[index].zone == .body, lines[index].words <= 4
    else {
      return false
    }
    var word = view.content(Int(lines[index].line))
    if let blank = view.text[word].lastIndex(where: LineView.isBlank) { word = blank + 1..<word.upperBound }
    let digits = view.text[word].count(where: LineView.isDigit)
    return word.count >= 20 && digits > 0 && view.text[word].allSatisfy(Self.isBase64)
  }

  /// A shorter line that ends the passage.
  private func isRest(_ index: Int, from start: Int) -> Bool {
    guard index < lines.count, goesOn(index, from: start), lines[index].words == 1,
      lines[index].zone == .body,
      lines[index].width <= lines[start].width, index + 1 == lines.count || lines[index + 1].blanksAbove > 0
    else { return false }
    return view.text[view.content(Int(lines[index].line))].allSatisfy(Self.isBase64)
  }

  /// `0x4f2b`, `4f2b9c,`
  private func isHexadecimal(_ word: Range<Int>) -> Bool {
    let digits = view.hasPrefix(word, "0x") ? word.dropFirst(2) : word
    let end = view.text[digits.upperBound - 1]
    // , ; \
    return (end == 0x2C || end == 0x3B || end == 0x5C ? digits.dropLast() : digits).allSatisfy {
      Self.isHexadecimal(view.text[$0])
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    LineView.isDigit(byte) || (byte | 0x20) &- 0x61 < 6
  }

  /// Of either alphabet; a backslash stands for a broken line's end. Source: RFC 4648.
  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    // + / = - _ \
    case 0x2B, 0x2F, 0x3D, 0x2D, 0x5F, 0x5C: true
    default: LineView.isDigit(byte) || (byte | 0x20) &- 0x61 < 26
    }
  }
}
