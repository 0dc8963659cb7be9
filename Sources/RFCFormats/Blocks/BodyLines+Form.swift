import RFCModel

extension BodyLines {
  /// What a verbatim block shows.
  func form(of part: Range<Int>) -> Block.Form {
    var (borders, rows, code, drawing, columns, gaps, enclosed) = (0, 0, 0, 0, 0, 0, 0)
    var hasHeader = false
    for index in part {
      let line = lines[index]
      if line.isEnclosed { enclosed += 1 }
      if isBorder(index) {
        borders += 1
        if line.second == 0x3D { hasHeader = true }
      }
      if line.first == 0x7C, line.last == 0x7C { rows += 1 }
      code += Int(line.code)
      drawing += Int(line.drawing)
      columns += line.columns
      if line.gaps > 0, line.code == 0 { gaps += 1 }
    }
    if enclosed * 2 > part.count { return .code }
    // A drawing of a packet has the numbers of the bits above, or a single row.
    if borders >= 2, rows > 0, (borders + rows) * 10 >= part.count * 9,
      hasHeader || rows > 1 && !hasRuler(part)
    {
      return .table
    }
    if drawing * 6 >= columns { return .figure }
    if code * 30 >= columns { return .code }
    return gaps * 3 >= part.count * 2 ? .table : .code
  }

  /// `+----+----+`, `+====+`.
  func isBorder(_ index: Int) -> Bool {
    let line = lines[index]
    return line.first == 0x2B && line.last == 0x2B && Int(line.drawing) * 10 >= line.columns * 8
  }

  /// The numbers of the bits above a drawing of a packet.
  private func hasRuler(_ part: Range<Int>) -> Bool {
    part.prefix(3).contains { Int(lines[$0].digits) * 3 >= lines[$0].columns && lines[$0].words > 3 }
  }
}
