/// A line with text of what may be code.
struct CodeLine {
  /// 0-based.
  let line: Int
  /// Of its text, without the blanks before and behind it.
  let content: Range<Int>
  /// Columns before it.
  let indent: Int
  /// How many lines with text stand above it in the document.
  let ordinal: Int
  let isBelowBlank: Bool
}
