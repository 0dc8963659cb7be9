import CellGrid
import RFCModel

extension ReferencesScreen {
  var heading: ListTitle {
    let (shown, total) = (entries.shown.count, entries.all.count)
    let count = shown == total ? grouped(total) : "\(grouped(shown)) of \(grouped(total))"
    switch side {
    case .cites:
      let normative = entries.all.count {
        if case .cited(let rfc) = $0 { rfc.kind == .normative } else { false }
      }
      let facts = ["\(count) RFC\(total == 1 ? "" : "s")", "\(normative) normative"]
      return ListTitle(name: "\(name) cites", detail: filter, facts: [facts, [facts[0]]])
    case .citedBy:
      let documents = Set(entries.all.map(document(of:))).count
      let places =
        "\(count) place\(total == 1 ? "" : "s") in \(grouped(documents)) document\(documents == 1 ? "" : "s")"
      let facts = isAnswered ? [[places, note].filter { !$0.isEmpty }, [places]] : [["asking"]]
      return ListTitle(name: "\(name) is cited by", detail: filter, facts: facts)
    }
  }

  var emptyWords: Message {
    if !entries.all.isEmpty { return Message("No match in this list.") }
    switch side {
    case .cites: return Message("It cites no RFCs.")
    case .citedBy:
      return Message(!isAnswered ? "" : note.isEmpty ? "No cached document cites it." : note)
    }
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let row = rows.lowerBound
    switch entries[index] {
    case .cited(let rfc):
      DocumentRow(rfc.row, isCached: isCached(rfc.row.id), isSelected: isSelected, isNews: true).draw(
        words: ReferenceFilter(typed: filter).marked, last: rfc.kind.word, row: row, in: &canvas.frame)
    case .citing(let place):
      // The number and the title once for all the places in a document.
      let isNew = isFirst || document(of: entries[index - 1]) != place.document
      draw(place, isNew: isNew, isSelected: isSelected, row: row, in: &canvas.frame)
    }
  }

  private func draw(_ place: CitingPlace, isNew: Bool, isSelected: Bool, row: Int, in frame: inout Frame) {
    let width = frame.size.columns
    let base: Role = isSelected ? .selection : .text
    let faint: Role = isSelected ? .selection : .dimmed
    if isNew, isCached(place.document) { frame.markCached(row: row, isSelected: isSelected) }
    if isNew, let number = place.document.rfc {
      let digits = String(number.value)
      frame.put(digits, row: row, column: max(1, 8 - digits.count), role: base)
    }
    let cited = place.citedSection.map { "cites \($0)" } ?? ""
    var end = width - 1 - (cited.isEmpty ? 0 : cited.displayColumns + 2)
    if width >= LibraryColumns.wide {
      // The line itself, in a column of its own.
      let column = width / 2
      if let line = lines[place] {
        frame.put(line.fitted(columns: end - column), row: row, column: column, role: faint)
      }
      end = column - 2
    }
    var column = 10
    if case .draft(let name) = place.document, isNew {
      column +=
        frame.put(name.text.fitted(columns: max(0, end - column)), row: row, column: column, role: base) + 2
    }
    let heading = [place.section?.text, place.heading].compactMap(\.self).filter { !$0.isEmpty }.joined(
      separator: "  ")
    // The place first: it tells one row from the next; then whose it is.
    let words = isSelected ? [] : WordFilter(filter)?.marked ?? []
    let shown = heading.fitted(columns: max(0, end - column))
    frame.put(shown, row: row, column: column, role: base)
    frame.mark(words, in: shown, row: row, column: column)
    column += shown.displayColumns
    if isNew, end - column > 12 {
      let title = place.title.fitted(columns: end - column - 3)
      frame.put(title, row: row, column: column + 3, role: faint)
      frame.mark(words, in: title, row: row, column: column + 3)
    }
    frame.put(cited, row: row, column: width - 1 - cited.displayColumns, role: faint)
  }
}

extension Reference.Kind {
  /// As long as a year, in whose place it stands.
  fileprivate var word: String {
    switch self {
    case .normative: "norm"
    case .informative: "info"
    case .unspecified: ""
    }
  }
}
