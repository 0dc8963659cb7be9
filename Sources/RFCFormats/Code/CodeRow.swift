import RFCModel

/// A row of code: columns of indentation, and the text behind it.
struct CodeRow {
  var indent: Int
  var text: [UInt8]

  /// Tabs before the text are blanks, an overstrike is its last letter, and blanks at the end go.
  init(_ bytes: ArraySlice<UInt8>) {
    indent = 0
    var rest = bytes
    while let byte = rest.first, LineView.isBlank(byte) {
      if byte == 0x20 { indent += 1 }
      if byte == 0x09 { indent += 8 - indent % 8 }
      rest.removeFirst()
    }
    while let byte = rest.last, LineView.isBlank(byte) { rest.removeLast() }
    guard rest.contains(0x08) else {
      text = Array(rest)
      return
    }
    text = []
    for byte in rest {
      if byte != 0x08 { text.append(byte) } else if !text.isEmpty { text.removeLast() }
    }
  }

  /// Lines made whole again: what a backslash at the end of a line says goes on in the next one. Source: RFC 8792,
  /// sections 7.2.2 and 8.2.2.
  static func unfolded(_ rows: [CodeRow], _ fold: CodeItem.Fold) -> [CodeRow] {
    var whole: [CodeRow] = []
    var goesOn = false
    for row in withoutHeader(rows) {
      var row = row
      if goesOn, var last = whole.popLast() {
        if fold == .double, row.text.first == 0x5C { row.text.removeFirst() }
        last.text += row.text
        (row.text, row.indent) = (last.text, last.indent)
      }
      goesOn = row.text.last == 0x5C
      if goesOn { row.text.removeLast() }
      whole.append(row)
    }
    return whole
  }

  /// The header stands in the first row, a blank one below it.
  private static func withoutHeader(_ rows: [CodeRow]) -> ArraySlice<CodeRow> {
    var rest = rows.drop { $0.text.isEmpty }
    guard let first = rest.first, String(decoding: first.text, as: UTF8.self).contains("line wrapping per")
    else {
      return rows[...]
    }
    rest.removeFirst()
    if rest.first?.text.isEmpty == true { rest.removeFirst() }
    return rest
  }
}
