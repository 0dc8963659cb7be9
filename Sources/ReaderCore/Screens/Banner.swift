import CellGrid
import RFCModel

/// The row under the title: what obsoletes the document, in the colour of warnings, and what updates it.
func drawBanner(_ standing: Standing, row: Int, in frame: inout Frame) {
  let end = frame.size.columns - 1
  var column = 1
  if let first = standing.obsoletedBy.first {
    let date = standing.obsoletedOn.map { " (\($0))" } ?? ""
    let isOnly = standing.obsoletedBy.count == 1
    column += put(
      isOnly ? "Obsoleted by RFC \(first)\(date)" : "Obsoleted by RFC \(first)", .warning, row: row,
      column: column,
      end: end, in: &frame)
    column += put(
      standing.obsoletedBy.dropFirst(), after: ", ", .warning, row: row, column: column, end: end, in: &frame)
    if !isOnly { column += put(date, .warning, row: row, column: column, end: end, in: &frame) }
    column += 3
  }
  guard let first = standing.updatedBy.first else { return }
  let label = "Updated by "
  guard end - column >= label.count + 4 else { return }
  column += put(label, .dimmed, row: row, column: column, end: end, in: &frame)
  column += put("\(first)", .text, row: row, column: column, end: end, in: &frame)
  put(standing.updatedBy.dropFirst(), after: ", ", .text, row: row, column: column, end: end, in: &frame)
}

@discardableResult
private func put(_ text: String, _ role: Role, row: Int, column: Int, end: Int, in frame: inout Frame) -> Int
{
  guard column < end else { return 0 }
  return frame.put(text.fitted(columns: end - column), row: row, column: column, role: role)
}

/// Numbers in a row, each behind `separator`; what does not fit is counted: `+3`.
@discardableResult
private func put(
  _ numbers: ArraySlice<RFCNumber>, after separator: String, _ role: Role, row: Int, column: Int, end: Int,
  in frame: inout Frame
) -> Int {
  var width = 0
  for (offset, number) in numbers.enumerated() {
    let text = separator + "\(number)"
    let rest = numbers.count - offset - 1
    // Room for the count of the others, where there are more.
    let reserve = rest > 0 ? 2 + String(rest).count : 0
    guard column + width + text.count + reserve <= end else {
      width += put(" +\(rest + 1)", role, row: row, column: column + width, end: end, in: &frame)
      break
    }
    width += put(text, role, row: row, column: column + width, end: end, in: &frame)
  }
  return width
}
