import CellGrid
import RFCFormats
import RFCModel

extension DocumentScreen {
  /// The link that has the focus, while it is on the screen.
  var focus: LinkFocus? {
    guard let focus = reading.focus, focusable.contains(focus) else { return nil }
    return focus
  }

  /// The links on the screen: those of the text from the top, then the numbers under the title.
  var focusable: [LinkFocus] {
    guard context != .contents else { return [] }
    let banner = (0..<(banner?.numbers.count ?? 0)).map { LinkFocus.banner($0) }
    guard let links = reading.links else { return banner }
    var result: [LinkFocus] = []
    var last = -1
    let width = geometry.textColumns.count
    for row in reading.view.top..<min(reading.view.top + geometry.textRows.count, reading.layout.count) {
      let left = reading.left(ofRow: row)
      let sources = reading.sources(ofRow: row, columns: left..<left + width)
      for index in links.indices(touching: sources) where index > last {
        result.append(.text(index))
        last = index
      }
    }
    return result + banner
  }

  /// Where among the links Tab begins: at the one in the current match, else at the first that does not end above the
  /// line that one is at.
  private func firstLink(among focusable: [LinkFocus]) -> Int {
    let offset =
      reading.offsetLedTo(in: pageRows) ?? reading.layout.offset(ofRow: currentRow, in: reading.document)
    return focusable.firstIndex { focus in
      guard case .text(let index) = focus, let link = reading.links?.all[at: index] else { return true }
      return link.ranges.contains { $0.upperBound > offset }
    } ?? 0
  }

  /// Tab and its opposite go round the links on the screen.
  mutating func focusLink(by step: Int) {
    reading.workOutLinks()
    let links = focusable
    guard !links.isEmpty else {
      message = Message("No link on the screen.")
      return
    }
    let current = focus.flatMap { links.firstIndex(of: $0) }
    let next = current.map { $0 + step } ?? firstLink(among: links) + (step > 0 ? step - 1 : step)
    reading.focus = links[((next % links.count) + links.count) % links.count]
  }

  /// Where the focused link leads; nil where none has the focus.
  var focusedTarget: Link.Target? {
    guard let focus else { return nil }
    switch focus {
    case .banner(let index):
      let numbers = banner?.numbers ?? []
      return numbers.indices.contains(index) ? .document(Locator(.rfc(numbers[index]))) : nil
    case .text(let index):
      guard let links = reading.links, links.all.indices.contains(index) else { return nil }
      return links.all[index].target
    }
  }

  /// Brings a link into the window, and the focus to it.
  mutating func stand(onLink index: Int, atLine line: Int) {
    reading.beforeJump = reading.place()
    reading.stand(at: reading.layout.row(ofLine: line), below: max(targetRow, pageRows / 3))
    reading.focus = .text(index)
  }

  mutating func followLink() {
    guard let target = focusedTarget else {
      message = Message("No link is selected. Tab selects the next one.")
      return
    }
    follow(target)
  }

  mutating func follow(_ target: Link.Target) {
    switch target {
    case .document(let locator): ask(.open(locator.document, at: locator.anchor))
    case .subSeries(let series, let number): ask(.openSubSeries(series, number))
    case .section(let number): goTo(anchor: .section(number))
    case .printed(let place): goTo(anchor: .printed(place))
    case .line(let line): goTo(.row(reading.layout.row(ofLine: line)))
    case .reference(let index):
      guard let references = reading.links?.bibliography.references, references.indices.contains(index)
      else { return }
      goTo(.line(references[index].lines.lowerBound + 1))
    case .url(let address): ask(.browse(address))
    case .rule(let name, let line):
      guard let line else { return ask(.open(Locator.coreRules.document, at: Locator.coreRules.anchor)) }
      if let imported = importedRule(name, atLine: line) {
        return ask(.open(imported.document, at: imported.anchor))
      }
      goTo(.row(reading.layout.row(ofLine: line)))
    }
  }

  /// Where a rule is that says to be in another document: `host = <host, see [URI], Section 3.2.2>`.
  func importedRule(_ name: String, atLine line: Int) -> Locator? {
    let text = reading.document[line: line]
    guard let links = reading.links, let open = text.firstIndex(of: 0x3C),
      text[..<open].last(where: { $0 != 0x20 }) == 0x3D
    else { return nil }
    var lines = [reading.document.lines[line]]
    if !text.contains(0x3E) { lines.append(reading.document.lines[line + 1]) }
    for index in links.indices(touching: lines) {
      if case .document(let locator) = links.all[index].target { return locator }
    }
    return nil
  }

  /// The focused link, in the other pane.
  mutating func followElsewhere() {
    if focusedTarget == nil { followLink() } else { outcome.change = .followElsewhere }
  }

  /// What the status line says of the focused link.
  var focusedWords: Message? {
    guard let target = focusedTarget else { return nil }
    switch target {
    case .document(let locator):
      guard let number = locator.document.rfc else { return Message("\(locator.document)") }
      return words(about: number, at: locator.anchor)
    case .section(let number):
      guard let outline = reading.outline, let index = outline.index(of: number) else { return nil }
      return Message(outline.sections[index].heading)
    case .printed(let place):
      guard let line = reading.parsed.captions.all[place]?.line else { return nil }
      return Message(reading.document.text([reading.document.lines[line]]))
    case .line(let line): return Message(reading.document.text([reading.document.lines[line]]))
    case .subSeries(let series, let number): return Message("\(series.rawValue) \(number)")
    case .reference(let index):
      guard let references = reading.links?.bibliography.references, references.indices.contains(index)
      else { return nil }
      return Message(references[index].text)
    case .url(let address): return Message(address)
    case .rule(let name, let line):
      guard let line else { return CoreRule.text(of: name).map { Message("\($0), RFC 5234") } }
      return Message(reading.document.text([reading.document.lines[line]]))
    }
  }

  private func words(about number: RFCNumber, at anchor: Anchor?) -> Message {
    let section =
      switch anchor {
      case .section(let place): ", Section \(place)"
      case .printed(let place): ", \(place)"
      case .line, .name, nil: ""
      }
    guard let row = reading.cited[number] else { return Message("RFC \(number)\(section)") }
    guard let successor = row.inForce.first else {
      return Message("RFC \(number)\(section)  \(row.title)" + (row.date.map { ", \($0)" } ?? ""))
    }
    let others = row.inForce.count > 1 ? " and others" : ""
    return Message(warning: "RFC \(number)\(section) is obsolete: RFC \(successor)\(others)  \(row.title)")
  }

  // MARK: Letters on the links

  mutating func openHints() {
    reading.workOutLinks()
    let links = focusable
    if links.isEmpty {
      message = Message("No link on the screen.")
    } else {
      hints = LinkHints(links)
    }
  }

  mutating func pressInHints(_ key: Key) {
    guard case .character(let letter) = key, var hints else {
      self.hints = nil
      return
    }
    let step = hints.type(letter)
    self.hints = step == .goOn ? hints : nil
    switch step {
    case .goOn: break
    case .nothing: message = Message("No link has these letters.")
    case .follow(let focus):
      reading.focus = focus
      followLink()
    }
  }
}
