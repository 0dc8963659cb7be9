import CellGrid
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
    var banner: [LinkFocus] = []
    if geometry.bannerRow != nil, let standing = reading.standing {
      let count = BannerRow(standing, columns: window.size.columns).numbers.count
      banner = (0..<count).map { .banner($0) }
    }
    guard let links = reading.links else { return banner }
    var result: [LinkFocus] = []
    var last = -1
    let columns = reading.view.left..<reading.view.left + geometry.textColumns.count
    for row in reading.view.top..<min(reading.view.top + geometry.textRows.count, reading.layout.count) {
      let sources = reading.sources(ofRow: row, columns: columns)
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
      guard let standing = reading.standing else { return nil }
      let numbers = BannerRow(standing, columns: window.size.columns).numbers
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
    case .reference(let index):
      guard let references = reading.links?.bibliography.references, references.indices.contains(index)
      else { return }
      goTo(.line(references[index].lines.lowerBound + 1))
    case .url(let address): ask(.browse(address))
    }
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
    case .subSeries(let series, let number): return Message("\(series.rawValue) \(number)")
    case .reference(let index):
      guard let references = reading.links?.bibliography.references, references.indices.contains(index)
      else { return nil }
      return Message(references[index].text)
    case .url(let address): return Message(address)
    }
  }

  private func words(about number: RFCNumber, at anchor: Anchor?) -> Message {
    let section: String
    if case .section(let place) = anchor { section = ", Section \(place)" } else { section = "" }
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
