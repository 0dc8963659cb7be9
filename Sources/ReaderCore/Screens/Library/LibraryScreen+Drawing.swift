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
    leftOut.isEmpty || entries.shown.isEmpty ? nil : "No RFC has all words; without \(leftOut.quoted)."
  }

  var emptyWords: Message {
    Message(
      entries.all.isEmpty
        ? "Nothing here yet. `rfcview update` fetches the catalogue, `rfcview 4291` an RFC."
        : "No document matches.")
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let row = entries[index]
    DocumentRow(row, isCached: isCached(row.id), isSelected: isSelected).draw(
      words: CatalogueFilter(typed: filter).words, row: rows.lowerBound, in: &canvas.frame)
  }
}
