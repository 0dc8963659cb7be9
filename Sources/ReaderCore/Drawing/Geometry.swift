import CellGrid

/// Where things stand in the window.
struct Geometry: Hashable, Sendable {
  /// The row of the title; nil in a window too low for it.
  let titleRow: Int?
  /// The rows of what the catalogue says of the document; none where there is nothing to say or no room.
  let bannerRows: Range<Int>
  /// The rows of the text.
  let textRows: Range<Int>
  /// The columns of the text, without margins.
  let textColumns: Range<Int>
  /// The columns of the line numbers, at the left of the text; nil where none are shown or there is no room.
  let numberColumns: Range<Int>?
  /// The columns of the contents panel, at the left.
  let panelColumns: Range<Int>?
  /// The column of the strip at the right edge.
  let stripColumn: Int?
  /// The row of the status line; nil in a window of one row, unless a prompt needs it.
  let statusRow: Int?

  /// The published width of a line. Source: RFC 7994, section 4.3.
  static let publishedColumns = 72

  /// - Parameters:
  ///   - contentsWidth: columns of the contents, where it was chosen.
  ///   - numberWidth: columns of the line numbers and the blank behind them; 0: none.
  ///   - bannerRows: how many what the catalogue says takes, as far as ``mostBannerRows(in:)`` allows.
  ///   - isBare: the text alone, from edge to edge, and the last row for prompts and messages, as in less.
  init(
    size: Size, showsContents: Bool, contentsWidth: Int?, numberWidth: Int = 0, hasPrompt: Bool,
    bannerRows: Int = 0, isBare: Bool = false
  ) {
    let rows = max(0, size.rows)
    let columns = max(0, size.columns)
    guard !isBare else {
      titleRow = nil
      self.bannerRows = 0..<0
      panelColumns = showsContents ? 0..<min(44, max(28, columns / 3)) : nil
      stripColumn = nil
      statusRow = rows >= 2 || hasPrompt ? max(0, rows - 1) : nil
      textRows = 0..<max(0, statusRow ?? rows)
      let start = min(panelColumns?.upperBound ?? 0, columns)
      let gutter = Self.gutter(numberWidth, in: columns - start)
      numberColumns = gutter > 0 ? start..<start + gutter - 1 : nil
      textColumns = start + gutter..<columns
      return
    }
    titleRow = rows >= 3 ? 0 : nil
    statusRow = rows >= 2 || hasPrompt ? max(0, rows - 1) : nil
    let top = titleRow == nil ? 0 : 1
    self.bannerRows = top..<top + min(bannerRows, Self.mostBannerRows(in: rows))
    let first = self.bannerRows.upperBound + (rows >= 12 ? 1 : 0)
    textRows = first..<max(first, statusRow ?? rows)

    let coversWindow = columns < Self.publishedColumns
    if showsContents {
      // The text keeps half of the window, whatever was chosen.
      let width = contentsWidth.map { min($0, columns / 2) } ?? min(44, max(28, columns / 3))
      panelColumns = 0..<(coversWindow ? columns : width)
    } else {
      panelColumns = nil
    }
    let start = panelColumns?.upperBound ?? 0
    let gutter = Self.gutter(numberWidth, in: columns - start)
    let room = columns - start - gutter
    stripColumn = room >= Self.publishedColumns + 2 ? columns - 1 : nil
    // A margin is given up only where the published width then fits.
    var margin = (room == Self.publishedColumns || room < 8 ? 0 : 1) + gutter
    if panelColumns == nil, columns >= 100 {
      // Line numbers hang in it; the text does not move for them.
      margin = max(margin, min(24, (columns - Self.publishedColumns) * 2 / 5))
    }
    let end = stripColumn ?? columns
    textColumns = min(start + margin, end)..<end
    numberColumns = gutter > 0 ? textColumns.lowerBound - gutter..<textColumns.lowerBound - 1 : nil
  }

  /// Of a window that no text has: a list's, or an empty one.
  ///
  /// - Parameter hasRemark: there is a row below the title for one: the blank one, else one of the list's.
  init(of window: Window, hasPrompt: Bool, hasRemark: Bool = false) {
    self.init(
      size: window.size, showsContents: false, contentsWidth: nil, hasPrompt: hasPrompt,
      bannerRows: hasRemark && window.size.rows < 12 ? 1 : 0, isBare: window.isBare)
  }

  /// In a window of so many rows.
  static func mostBannerRows(in rows: Int) -> Int { rows >= 12 ? 2 : rows >= 6 ? 1 : 0 }

  /// Line numbers are left out where less than 20 columns would be left for the text.
  private static func gutter(_ width: Int, in room: Int) -> Int { room - width < 20 ? 0 : width }
}
