import CellGrid
import RFCModel

extension LibraryScreen {
  var heading: ListTitle {
    let (shown, total) = (entries.shown.count, entries.all.count)
    let cachedOnly = entries.showsCachedOnly ? (filter.isEmpty ? "" : " ") + "cached only" : ""
    let here = "\(grouped(surroundings.cached.count)) cached"
    let order = entries.order.words
    let counts = shown == total ? grouped(total) : "\(grouped(shown)) of \(grouped(total))"
    return ListTitle(
      name: "RFCs", detail: filter + cachedOnly,
      facts: [[counts, order, here, note], [counts, order, here], [counts, order], [counts]])
  }

  var remark: String? {
    leftOut.isEmpty || entries.shown.isEmpty ? nil : "No RFC has all the words; without \(leftOut.quoted)."
  }

  var emptyWords: Message {
    Message(
      entries.all.isEmpty
        ? "Nothing here yet. `rfcview update` fetches the catalogue, `rfcview 4291` an RFC."
        : "No document matches. Fewer words may; Tab looks for them in the texts that are cached.")
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let row = entries[index]
    let typed = CatalogueFilter(typed: filter)
    let columns = LibraryColumns(width: canvas.frame.size.columns)
    var clue = ""
    if columns.asideWidth(behind: row.title) > 0 {
      clue = TypedWords(typed, leftOut: leftOut).clue(
        in: row, row.id.rfc.flatMap { described[$0] }, showsAuthors: columns.authors != nil)
      if clue.isEmpty, typed.asksForErrata {
        clue = row.id.rfc.flatMap { surroundings.errata[$0]?.words } ?? ""
      }
    }
    DocumentRow(row, isCached: isCached(row.id), isSelected: isSelected).draw(
      words: typed.words, aside: clue, row: rows.lowerBound, in: &canvas.frame)
  }
}
