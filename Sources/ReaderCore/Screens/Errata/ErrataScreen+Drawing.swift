import CellGrid
import RFCModel

/// Two rows each: its sign, what it is and where; then what it would change.
extension ErrataScreen {
  var heading: ListTitle {
    let (shown, total) = (entries.shown.count, entries.all.count)
    let count = shown == total ? grouped(total) : "\(grouped(shown)) of \(grouped(total))"
    let amendments = entries.all.count { $0.annotation.amendingPlace != nil }
    let verified = entries.all.count { $0.annotation.isGrave }
    return ListTitle(
      name: (amendments > 0 ? "Errata and amendments of " : "Errata of ") + name, detail: filter,
      facts: [[count, "\(verified) verified technical", entries.order.words], [count]])
  }

  var emptyWords: Message {
    if !entries.all.isEmpty { return Message("No match in this list.") }
    return Message("No errata are known. `rfcview update` fetches the list of all.")
  }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let entry = entries[index]
    let annotation = entry.annotation
    let (row, width) = (rows.lowerBound, canvas.frame.size.columns)
    let base: Role = isSelected ? .selection : annotation.sign == "-" ? .dimmed : .text
    let faint: Role = isSelected ? .selection : .dimmed
    let words = isSelected ? [] : WordFilter(filter)?.marked ?? []
    canvas.frame.put(
      String(annotation.sign), row: row, column: 1, role: isSelected ? .selection : annotation.role)
    let date = width < 44 ? "" : annotation.submitted?.iso ?? ""
    let end = width - 1 - (date.isEmpty ? 0 : date.count + 2)
    var column = 3
    func put(_ text: String, _ role: Role) {
      let shown = text.printable(limit: 400).fitted(columns: max(0, end - column))
      canvas.frame.put(shown, row: row, column: column, role: role)
      canvas.frame.mark(words, in: shown, row: row, column: column)
      column += shown.displayColumns + 2
    }
    switch annotation.kind {
    case .erratum(let erratum):
      put("\(erratum.id)", base)
      put(
        "\(erratum.status == .held ? "Held" : erratum.status.rawValue), \(erratum.kind.rawValue.lowercased())",
        base)
    case .amendment: put(annotation.name, base)
    }
    put(place(of: entry, isBrief: width < 60), faint)
    canvas.frame.put(date, row: row, column: width - 1 - date.count, role: faint)
    guard rows.count > 1 else { return }
    let text = annotation.change.printable(limit: 400).fitted(columns: max(0, width - 4))
    canvas.frame.put(text, row: row + 1, column: 3, role: isSelected ? .selection : .dimmed)
    canvas.frame.mark(words, in: text, row: row + 1, column: 3)
  }

  private func place(of entry: Entry, isBrief: Bool) -> String {
    guard let line = entry.annotation.line else { return "the document" }
    let words =
      entry.annotation.isOfSection || isBrief && !entry.section.isEmpty
      ? [entry.section] : [entry.section, "line \(line + 1)"]
    return words.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension Annotation {
  /// Its words without what the row above says.
  fileprivate var change: String {
    guard let colon = words.firstRange(of: ": ") else { return words }
    return String(words[colon.upperBound...])
  }
}
