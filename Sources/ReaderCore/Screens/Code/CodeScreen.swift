import CellGrid
import RFCFormats
import RFCModel

/// The code that a text holds: modules, grammars, messages. Two rows each: what its file is called, what it is written in
/// and where; then a line of it.
struct CodeScreen: ListScreen {
  struct Entry: Hashable, Sendable {
    let item: CodeItem
    /// What a file with it is called.
    let file: String
    /// `5.3`, or the title of a section without a number; empty before the first heading.
    let section: String
    /// One that tells it from others.
    let line: String

    /// Lines of text; those of the pages among them count.
    var size: String { "\(item.lines.count) line\(item.lines.count == 1 ? "" : "s")" }
  }

  /// `RFC 4291`.
  let name: String
  let id: DocumentID?
  var window: Window
  var surroundings = CatalogueFilter.Surroundings()
  var entries = EntryList<Entry>(in: .here)

  /// - Parameter line: 0-based, that one stands at.
  init(of reading: Reading, at line: Int, in window: Window) {
    name = reading.name
    id = reading.id
    self.window = window
    let text = reading.parsed
    let sections = text.outline.sections
    replace(
      by: zip(text.code, text.fileNames).map { item, file in
        let section = item.section.flatMap { sections[at: $0] }
        return Entry(
          item: item, file: file, section: section.map { $0.number?.text ?? $0.title } ?? "",
          line: Self.tellingLine(of: item, in: text.document))
      })
    entries.select(
      where: { $0.item.lines.upperBound > line }, otherwise: max(0, entries.all.count - 1))
    _ = fit()
  }

  /// Bytes.
  private static let longestLine = 400

  /// The first one with a word, if that is not far: many begin with a brace.
  private static func tellingLine(of item: CodeItem, in document: Document) -> String {
    let lines = item.lines.prefix(5).map { line in
      document[line: line].prefix(longestLine).drop { $0 == 0x20 || $0 == 0x09 }
    }
    let isLetter = { (byte: UInt8) in (byte | 0x20) &- 0x61 < 26 }
    let line = lines.first { $0.count(where: isLetter) > 2 } ?? lines[0]
    return String(decoding: line, as: UTF8.self)
  }

  let context = Context.code
  let orders: [ListOrder] = []

  func rows(of index: Int) -> Int { 2 }
  func document(of entry: Entry) -> DocumentID? { id }
  func title(of entry: Entry) -> String { entry.file }
  func isSame(_ a: Entry, _ b: Entry) -> Bool { a.item == b.item }

  func passes(_ filter: String) -> ((Entry) -> Bool)? {
    guard let words = WordFilter(filter) else { return nil }
    return {
      words.matches([$0.file, $0.item.notation.rawValue, $0.section, $0.line].joined(separator: " "))
    }
  }

  /// Enter: its place in the text.
  func open(count: Count) -> Outcome {
    var outcome = Outcome()
    outcome.place = entries.selected.map {
      .init(name: name, id: id, landmark: Landmark(line: $0.item.lines.lowerBound))
    }
    return outcome
  }

  func answer(_ command: Command, count: Count) -> Outcome {
    guard command == .save, let entry = entries.selected else { return .unanswered }
    return .opens(
      SavePrompt(
        .code(line: entry.item.lines.lowerBound), of: .init(name: name, id: id), as: entry.file,
        label: "Save the code as: "))
  }

  // MARK: Drawing

  var heading: ListTitle {
    let (shown, total) = (entries.shown.count, entries.all.count)
    let count = shown == total ? grouped(total) : "\(grouped(shown)) of \(grouped(total))"
    return ListTitle(name: "Code of \(name)", detail: filter, facts: [[count]])
  }

  var emptyWords: Message { Message("No match in this list.") }

  func draw(_ index: Int, isSelected: Bool, isFirst: Bool, rows: Range<Int>, in canvas: inout Canvas) {
    let entry = entries[index]
    let (row, width) = (rows.lowerBound, canvas.frame.size.columns)
    let words = isSelected ? [] : WordFilter(filter)?.marked ?? []
    func put(_ text: String, row: Int, column: Int, end: Int, _ role: Role) {
      let shown = text.printable(limit: Self.longestLine).fitted(columns: max(0, end - column))
      canvas.frame.put(shown, row: row, column: column, role: isSelected ? .selection : role)
      canvas.frame.mark(words, in: shown, row: row, column: column)
    }
    // From the right: how long it is, where, and what it is written in.
    var end = width - 1
    for (text, columns, least) in [
      (entry.size, 11, 0), (entry.section, 9, 44), (entry.item.notation.rawValue, 17, 60),
    ] where width >= least {
      let shown = text.printable(limit: 60).fitted(columns: columns - 1)
      let isSize = least == 0
      put(shown, row: row, column: isSize ? end - shown.displayColumns : end - columns, end: end, .dimmed)
      end -= columns + 1
    }
    put(entry.file, row: row, column: 1, end: end, .text)
    guard rows.count > 1 else { return }
    put(entry.line, row: row + 1, column: 3, end: width - 1, .dimmed)
  }
}
