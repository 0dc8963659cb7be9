import CellGrid
import RFCFormats
import RFCModel

extension DocumentScreen {
  /// `K`: what the focused link means; without one, a word is asked for.
  mutating func openPeek() {
    reading.workOutLinks()
    guard let target = focusedTarget else {
      workOutErrata()
      let known = reading.annotationsLedTo
      if !known.isEmpty { return peek(at: known) }
      outcome.prompt = WordPrompt(matchedWord ?? "", in: reading.parsed)
      return
    }
    switch target {
    case .section(let number):
      let line = reading.line(at: .section(number))
      peek(into: reading, named: "Section \(number)", atLine: line, leadingTo: .link(target))
    case .printed(let place):
      peek(
        into: reading, named: "\(place)", atLine: reading.parsed.lines(of: place)?.first,
        leadingTo: .link(target))
    case .line(let line):
      peek(
        into: reading, named: reading.document.text([reading.document.lines[line]]), atLine: line,
        leadingTo: .link(target))
    case .reference(let index):
      guard let entry = reading.links?.bibliography.references[at: index] else { return }
      peek(text: entry.text, title: entry.tag.map { "[\($0)]" } ?? "Reference", leadingTo: .link(target))
    case .document(let locator):
      switch locator.anchor {
      case .section(let number): return ask(.peek(locator.document, .section(number)))
      case .printed(let place): return ask(.peek(locator.document, .printed(place)))
      case .line, .name, nil: break
      }
      peek(at: locator.document, note: nil, leadingTo: .link(target))
    case .subSeries(let series, let number):
      let name = "\(series.rawValue) \(number)"
      peek(text: "Enter opens what \(name) stands for.", title: name, leadingTo: .link(target))
    case .url(let address):
      // Behind `[LESS]` more is said of it than the address.
      let entry = reading.links?.bibliography.references.first { $0.target == .url(address) }
      let title = entry.map { $0.tag.map { "[\($0)]" } ?? "Reference" }
      peek(text: entry?.text ?? address, title: title ?? "Address", leadingTo: .link(target))
    case .rule(let name, let line):
      if let line {
        peek(atDefinition: line, of: name)
      } else {
        ask(.peek(Locator.coreRules.document, .word(name)))
      }
    }
  }

  /// The word that the search stands on, where it is on the screen.
  private var matchedWord: String? {
    guard reading.matchShown(in: pageRows) != nil, let found = reading.found, let current = found.current
    else { return nil }
    let word = String(decoding: found.text.bytes[found.matches[current]], as: UTF8.self)
    return word.contains(" ") || word.contains("\n") ? nil : word
  }

  /// What was typed at the prompt of `K`.
  mutating func peek(atWord word: String) {
    reading.workOutLinks()
    guard !word.isEmpty else { return }
    switch reading.parsed.definition(of: word) {
    case .line(let line): peek(atDefinition: line, of: word)
    case .coreRule: ask(.peek(Locator.coreRules.document, .word(word)))
    case nil: message = Message("\(word): no definition found. /\(word) searches for it.")
    }
  }

  private mutating func peek(atDefinition line: Int, of word: String) {
    if let imported = importedRule(word, atLine: line) { return ask(.peek(imported.document, .word(word))) }
    peek(into: reading, named: word, atLine: line, leadingTo: .line(line, of: reading.id))
  }

  /// The document that was asked for; nil where it is not in the cache.
  mutating func takePeek(_ source: Source?, of id: DocumentID, at place: PeekPlace) {
    guard let source else {
      if case .word(let word) = place, let rule = CoreRule.text(of: word) {
        return peek(atCoreRule: rule, of: id)
      }
      let anchor: Anchor? =
        switch place {
        case .section(let number): .section(number)
        case .printed(let printed): .printed(printed)
        case .word: nil
        }
      peek(
        at: id, note: "Its text is not in the cache; Enter downloads it.",
        leadingTo: .link(.document(Locator(id, at: anchor))))
      return
    }
    var other = Reading(source)
    switch place {
    case .section(let number):
      let target = Link.Target.document(Locator(id, at: .section(number)))
      let line = other.line(at: .section(number))
      peek(into: other, named: "\(id), Section \(number)", atLine: line, leadingTo: .link(target))
    case .printed(let printed):
      peek(
        into: other, named: "\(id), \(printed)", atLine: other.parsed.lines(of: printed)?.first,
        leadingTo: .link(.document(Locator(id, at: .printed(printed)))))
    case .word(let word):
      switch other.parsed.definition(of: word) {
      case .line(let line):
        peek(into: other, named: "\(word) in \(id)", atLine: line, leadingTo: .line(line, of: id))
      case .coreRule(let rule): peek(atCoreRule: rule, of: id)
      case nil: message = Message("\(word) should be defined in \(id), but no definition was found there.")
      }
    }
  }

  // MARK: What is shown

  /// - Parameter line: 0-based; nil for a section that the document does not have.
  private mutating func peek(
    into reading: Reading, named name: String, atLine line: Int?, leadingTo destination: Peek.Destination
  ) {
    var reading = reading
    guard let line else {
      message = Message(warning: "\(reading.name) has no such place.")
      return
    }
    if reading.showsPages { reading.togglePages() }
    reading.apply(nil)
    // The published lines, where they fit.
    reading.reflow(Measure(room: peekColumns, textWidth: nil, onlyWide: peekColumns >= Peek.text))
    reading.found = nil
    reading.view = ViewPosition(top: reading.layout.row(ofLine: line))
    // Of code no more than the code.
    var end: Int?
    let blocks = reading.parsed.blocks
    let index = blocks.partitioningIndex { $0.lines.upperBound > line }
    if let block = blocks[at: index], case .verbatim = block.kind, block.lines.contains(line) {
      end = reading.layout.row(ofLine: block.lines.upperBound)
    }
    show(reading, title: name, rows: end.map { $0 - reading.view.top }, leadingTo: destination)
  }

  /// What a grammar's core rule stands for, without the text that defines it.
  private mutating func peek(atCoreRule rule: String, of id: DocumentID) {
    peek(text: rule, title: "\(id), Appendix B.1", leadingTo: .link(.document(.coreRules)))
  }

  /// What is known of a document without its text.
  private mutating func peek(at id: DocumentID, note: String?, leadingTo destination: Peek.Destination) {
    var lines: [String] = []
    if let number = id.rfc, let row = reading.cited[number] {
      lines.append(row.title)
      let status = row.status == .unknown ? nil : row.status.name
      lines.append([status, row.date?.description].compactMap(\.self).joined(separator: ", "))
      if !row.obsoletedBy.isEmpty {
        let names = { (numbers: [RFCNumber]) in numbers.map { "RFC \($0)" }.joined(separator: ", ") }
        let inForce = row.inForce == row.obsoletedBy ? "" : "; in force: " + names(row.inForce)
        lines.append("Obsoleted by " + names(row.obsoletedBy) + inForce)
      }
    }
    if let note { lines += ["", note] }
    let entry = id.rfc.flatMap { number in
      reading.links?.bibliography.references.first { $0.target == .rfc(number) }
    }
    if let entry { lines += ["", entry.text] }
    if lines.allSatisfy(\.isEmpty) { lines = ["Enter opens it."] }
    peek(text: lines.joined(separator: "\n"), title: "\(id)", leadingTo: destination)
  }

  private mutating func peek(text: String, title: String, leadingTo destination: Peek.Destination) {
    let wrapped = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0).wrapped(columns: peekColumns).joined(separator: "\n")
    }
    let document = TextDecoder.document(from: Array(wrapped.joined(separator: "\n").utf8))
    show(
      Reading(Source(name: title, id: nil, document: document), outline: .empty), title: title,
      leadingTo: destination)
  }

  /// What is known about a place.
  mutating func peek(_ text: AnnotationText, title: String, leadingTo destination: Peek.Destination) {
    let document = TextDecoder.document(from: text.bytes)
    show(
      Reading(Source(name: title, id: nil, document: document), outline: .empty), title: title,
      leadingTo: destination)
    peek?.marks = text.marks
  }

  /// - Parameter wanted: rows; nil for as many as there is room for.
  private mutating func show(
    _ reading: Reading, title: String, rows wanted: Int? = nil, leadingTo destination: Peek.Destination
  ) {
    let (rows, column) = focusPlace
    let wanted = max(1, wanted ?? reading.layout.count - reading.view.top)
    let all = rowsOfPeek(reading)
    let shown = all.prefix(wanted)
    let indents = all.prefix(Peek.rows - 2).compactMap { row -> Int? in
      let blanks = row.prefix { $0 == 0x20 }.count
      return blanks == row.count ? nil : blanks
    }
    let indent = indents.min() ?? 0
    let longest = shown.map { String(decoding: $0, as: UTF8.self).displayColumns - indent }.max() ?? 0
    let text = max(Peek.narrowest, longest, title.displayColumns + 4)
    peek = Peek(
      title: title, reading: reading, destination: destination, wanted: wanted, indent: indent, about: rows,
      column: column,
      columns: min(peekColumns, text) + Peek.frame)
  }

  /// Those that it begins with, and some that one may scroll to.
  private func rowsOfPeek(_ reading: Reading) -> [ArraySlice<UInt8>] {
    let rows = reading.view.top..<min(reading.view.top + 4 * Peek.rows, reading.layout.count)
    return rows.map { reading.layout.bytes(ofRow: $0, in: reading.document)?.prefix(400) ?? [] }
  }

  /// What the text in the window may take.
  var peekColumns: Int { max(4, min(Peek.text, window.size.columns - 2 - Peek.frame)) }

  /// The rows of the screen that the focused link takes, or the place that the keys have led to, and the column it
  /// begins at; the top row without one.
  private var focusPlace: (rows: Range<Int>, column: Int) {
    let rows = geometry.textRows
    let columns = geometry.textColumns
    guard let focus else {
      let top = rows.lowerBound..<rows.lowerBound + 1
      guard let line = reading.lineLedTo, case let row = reading.layout.row(ofLine: line) - reading.view.top,
        rows.indices.contains(rows.lowerBound + row)
      else { return (top, columns.lowerBound) }
      let about = reading.annotations.shown(atLine: line).flatMap(\.lines).first { $0.contains(line) }
      let end = about.map { reading.layout.row(ofLine: $0.upperBound - 1) - reading.view.top } ?? row
      return (
        rows.lowerBound + row..<min(rows.upperBound, rows.lowerBound + max(row, min(end, row + 3)) + 1),
        columns.lowerBound
      )
    }
    switch focus {
    case .banner:
      return (geometry.bannerRows, columns.lowerBound)
    case .text(let index):
      guard let link = reading.links?.all[at: index] else { break }
      var found: (rows: Range<Int>, column: Int)?
      for row in rows {
        let textRow = reading.view.top + row - rows.lowerBound
        for range in link.ranges {
          guard let part = reading.layout.range(of: range, inRow: textRow, of: reading.document) else {
            continue
          }
          let first = found?.rows.lowerBound ?? row
          found = (
            first..<row + 1,
            found?.column ?? columns.lowerBound + part.lowerBound - reading.left(ofRow: textRow)
          )
        }
      }
      if let found { return found }
    }
    return (rows.lowerBound..<rows.lowerBound + 1, columns.lowerBound)
  }

  // MARK: Keys

  /// - Returns: false for a command that is not the window's.
  mutating func runInPeek(_ command: Command, count: Int?) -> Bool {
    guard let peek else { return false }
    let rows = PeekWindow(peek, in: geometry, size: window.size).text.rows.count
    let last = max(0, peek.reading.layout.count - rows)
    let top = peek.reading.view.top
    let moving = Moving(from: top, of: max(top, last) + 1, page: rows, half: max(1, rows / 2))
    switch command {
    case .select: followPeek()
    case .peek: break
    default:
      guard let target = moving.target(of: command == .followOrDown ? .scrollDown : command, count: count)
      else { return false }
      self.peek?.reading.view.top = target
    }
    return true
  }

  private mutating func followPeek() {
    guard let destination = peek?.destination else { return }
    peek = nil
    switch destination {
    case .nowhere: break
    case .link(let target): follow(target)
    case .line(let line, let id):
      if let id, id != reading.id { return ask(.open(id, at: .line(line + 1))) }
      goTo(.line(line + 1))
    }
  }
}
