import CellGrid
import RFCModel

extension DocumentScreen {
  func geometry(hasPrompt: Bool) -> Geometry {
    Geometry(
      size: window.size, showsContents: showsContents, contentsWidth: settings.reading.contentsWidth,
      numberWidth: numberWidth, hasPrompt: hasPrompt, bannerRows: banner?.rowCount ?? 0,
      isBare: isBare)
  }

  /// What the catalogue says of the document; nil where there is nothing to say or no room.
  var banner: Banner? {
    let rows = isBare ? 0 : Geometry.mostBannerRows(in: window.size.rows)
    guard let standing = reading.standing, standing.isRemarkable, rows > 0 else { return nil }
    return Banner(standing, columns: window.size.columns, rows: rows)
  }

  /// Columns of the line numbers: the digits of the last one, and a blank. Help has none.
  private var numberWidth: Int {
    guard habits.options.showsLineNumbers, !isCover else { return 0 }
    // less has seven digits for them, whatever the text.
    return max(isBare ? 7 : 0, String(reading.document.lines.count).utf8.count) + 1
  }

  /// The last row that scrolling brings to the top: there the end of the text is at the window's end.
  var lastTop: Int { max(0, reading.layout.count - pageRows) }

  /// A command of the text itself.
  mutating func move(_ command: Command, count: Count) {
    let number = count.number
    switch command {
    case .scrollDown: scroll(by: number ?? 1)
    case .scrollUp: scroll(by: -(number ?? 1))
    case .select: scroll(by: number ?? 1)
    case .pageDown: scroll(by: number ?? habits.page ?? pageRows)
    case .pageUp: scroll(by: -(number ?? habits.page ?? pageRows))
    case .pagePastEnd:
      // As in less, until the last line is at the top.
      reading.view.top = min(
        reading.view.top + (number ?? habits.page ?? pageRows), reading.layout.count - 1)
    case .pageDownKeep:
      habits.page = number ?? habits.page
      scroll(by: habits.page ?? pageRows)
    case .pageUpKeep:
      habits.page = number ?? habits.page
      scroll(by: -(habits.page ?? pageRows))
    case .halfDown:
      habits.halfPage = number ?? habits.halfPage
      scroll(by: habits.halfPage ?? usualHalf)
    case .halfUp:
      habits.halfPage = number ?? habits.halfPage
      scroll(by: -(habits.halfPage ?? usualHalf))
    case .goToTop: goTo(number.map(Target.line) ?? .top(0))
    case .goToBottom: goTo(number.map(Target.line) ?? .top(lastTop))
    case .goToPercent: goTo(millionths: (number ?? 0) * 10_000 + count.millionths / 100)
    case .scrollLeft, .scrollRight:
      habits.shift = number ?? habits.shift
      // less counts the columns of the line numbers, too.
      let columns = habits.shift ?? max(1, (isBare ? window.size.columns : geometry.textColumns.count) / 2)
      scrollSideways(by: command == .scrollLeft ? -columns : columns)
    case .goBackMark: goBack()
    case .setMark, .goToMark, .clearMark, .pipe, .copyToMark: outcome.awaitsLetter = command
    case .togglePages: togglePages()
    case .toggleReflow: toggleReflow()
    case .position:
      reading.mark(row: currentRow)
      message = Message(positionInFull)
    case .contents: toggleContents()
    default:
      if !search(command, count: number), !goAlong(command, count: number ?? 1), !hand(command) {
        outcome.isUnanswered = true
      }
    }
  }

  /// What is handed to others, and what opens something else.
  ///
  /// - Returns: false for another command.
  private mutating func hand(_ command: Command) -> Bool {
    switch command {
    case .copyLink: copyLink()
    case .copyBlock: copyBlock()
    case .save: save()
    case .edit: edit()
    case .addBookmark: beginBookmark()
    case .references: openReferences()
    case .errata: openErrata()
    case .extract: openCode()
    case .requirements: openChecklist()
    case .compare: compare()
    default: return false
    }
    return true
  }

  /// Where a jump leads. Of all but the last two one is shown where that is.
  enum Target {
    /// 1-based line of the published text.
    case line(Int)
    case row(Int)
    case landmark(Landmark)
    /// A remembered row, which comes to the top whatever `-j` says.
    case place(Int)
    /// A row that so much of the text lies above.
    case part(Int)
    /// An end of the text, which comes to the top as well.
    case top(Int)
  }

  /// How far below the top a jump leads.
  var targetRow: Int { habits.options.target?.row(of: pageRows) ?? 0 }

  /// The row that one is at.
  var currentRow: Int { reading.currentRow(below: targetRow) }

  /// Scrolls without leaving the text: down stops where its end is at the window's end.
  mutating func scroll(by rows: Int) {
    let top = reading.view.top
    // A jump may have left the top below the last page; scrolling down does not pull it back.
    reading.view.top = rows > 0 ? min(top + rows, max(top, lastTop)) : max(0, top + rows)
  }

  private mutating func scrollSideways(by columns: Int) {
    // Tabs are the widest that a byte can be, and where a line ends nobody has looked.
    let end = reading.document.bytes.count * tabWidth
    reading.view.left = min(max(0, reading.view.left + columns), end)
  }

  /// A jump, which `''` takes back.
  ///
  /// - Parameter rows: how far below the top it leads without `-j`.
  mutating func goTo(_ target: Target, below rows: Int = 0) {
    leaveTrace()
    reading.beforeJump = reading.place()
    let rows = habits.options.target == nil ? rows : targetRow
    switch target {
    case .line(let line):
      stand(atLine: max(0, min(line, reading.document.lines.count) - 1), below: rows)
    case .row(let row): stand(at: row, below: rows)
    case .landmark(let landmark):
      reading.stand(at: reading.layout.row(ofLine: landmark.line), below: rows, on: landmark)
    case .place(let row): stand(at: row, below: 0)
    case .part(let row): reading.stand(at: row, below: rows)
    case .top(let row): reading.stand(at: row, below: 0)
    }
  }

  /// Stands on a line, and shows it; where it is not to be seen, what is there.
  mutating func stand(atLine line: Int, below rows: Int) {
    let row = reading.layout.row(ofLine: line)
    if reading.document.lines.count > line, !reading.document.isBlank(line: line),
      reading.layout.range(of: reading.document.lines[line], inRow: row, of: reading.document) != nil
    {
      reading.stand(at: row, below: rows, on: Landmark(line: line))
    } else {
      stand(at: row, below: rows)
    }
  }

  /// Stands on a row, and shows it.
  mutating func stand(at row: Int, below rows: Int) {
    let row = max(0, min(row, reading.layout.count - 1))
    reading.stand(at: row, below: rows, on: Landmark(line: reading.line(atOrBelow: row)))
  }

  mutating func goTo(anchor: Anchor) {
    if let line = reading.line(at: anchor) {
      let above = min(reading.rows(above: anchor), pageRows - 1)
      goTo(.line(line + 1), below: max(0, above))
    } else {
      message = noPlace(anchor)
    }
  }

  /// What there is to say of a place that is not here.
  func noPlace(_ anchor: Anchor) -> Message {
    Message(warning: "\(reading.name) has no \(anchor). t shows the contents.")
  }

  /// Of the bytes, as in less: the row that so much of the text lies above.
  private mutating func goTo(millionths: Int) {
    let part = min(millionths, 1_000_000)
    let line = reading.document.lines.line(
      containing: (reading.document.bytes.count * part + 500_000) / 1_000_000)
    goTo(.part(part < 1_000_000 ? reading.layout.row(ofLine: line) : max(0, reading.layout.count - 1)))
  }

  /// Brings a row into the window, where it is not there already, some rows below the top.
  mutating func reveal(row: Int) {
    if isBare || habits.options.target != nil {
      reading.stand(at: row, below: targetRow)
      return
    }
    guard !(reading.view.top..<reading.view.top + pageRows).contains(row) else { return }
    reading.view.top = max(0, min(row - pageRows / 3, max(lastTop, row - pageRows + 1)))
  }

  /// In this document; a second time as the settings have it.
  private mutating func toggleReflow() {
    let reflows = !reading.isReflowed
    if reading.showsPages { reading.togglePages() }
    reading.reflows = nil
    fitReflow()
    if reading.isReflowed != reflows {
      reading.reflows = reflows
      fitReflow()
    }
    message = Message(reflows ? "Prose wrapped to the window." : "Lines as published.")
  }

  /// Prose at the width there is, after whatever has changed it.
  mutating func fitReflow() {
    guard !isCover || reading.outline?.sections.isEmpty == true else { return }
    // The contents may have the whole window.
    guard geometry.textColumns.count >= Measure.leastRoom || reading.showsPages else { return }
    let measure = wantedMeasure
    guard reading.measure != measure else { return }
    reading.reflow(measure)
    refreshSearch()
  }

  /// Where nothing else was chosen, the text is set for a window that is narrower than its longest line, and prose in it
  /// where the window is narrower than its widest line of prose: see ``Measure/onlyWide``. So a window that shows all
  /// of the text costs nothing, and prose that fits stays as published beside figures that do not. Pages as printed are
  /// never touched, nor what is no RFC or draft.
  private var wantedMeasure: Measure? {
    guard !reading.showsPages else { return nil }
    let room = geometry.textColumns.count
    let automatic = Measure(room: room, textWidth: settings.reading.textWidth, onlyWide: true)
    if isCover { return reading.isWider(than: room) ? automatic : nil }
    switch reading.reflows.map({ $0 ? .on : .off }) ?? settings.reading.reflow {
    case .on: return Measure(room: room, textWidth: settings.reading.textWidth, onlyWide: false)
    case .off: return nil
    case .auto:
      // More of what is still coming would move it.
      guard !reading.isGrowing, !isBare, reading.isWider(than: room) else { return nil }
      return reading.isOfTheSeries ? automatic : nil
    }
  }

  private mutating func togglePages() {
    reading.togglePages()
    refreshSearch()
    message = Message(reading.showsPages ? "Pages as printed." : "Pages removed.")
  }

  // MARK: Marks

  /// Completes a command that waited for a letter.
  mutating func complete(_ command: Command, with key: Key) {
    if command == .pipe || command == .copyToMark {
      guard let lines = lines(to: key) else { return }
      if command == .pipe { outcome.prompt = PipePrompt(bytes(of: lines)) } else { copy(lines) }
      return
    }
    guard case .character(let letter) = key else { return }
    switch command {
    case .goToMark: goTo(mark: letter)
    case .clearMark:
      guard reading.marks.removeValue(forKey: letter) != nil else {
        message = Message(warning: "There is no mark \(String(letter)).")
        return
      }
      message = Message("Mark \(letter) removed.")
      rememberMarks()
    default:
      guard letter.properties.isAlphabetic, letter.isASCII else {
        message = Message(warning: "A mark is a letter, a to z or A to Z.")
        return
      }
      reading.marks[letter] = reading.place()
      message = Message("Mark \(letter) set.")
      rememberMarks()
    }
  }

  private mutating func rememberMarks() {
    guard !isCover, let (id, memory) = memory() else { return }
    ask(.remember(id, memory))
  }

  /// `'`, and less's `^`, `$` and `.`: the ends of the text, and the screen as it is.
  private mutating func goTo(mark letter: Unicode.Scalar) {
    switch letter {
    case "'": goBack()
    case "^": goTo(.top(0))
    case "$": goTo(.top(lastTop))
    case ".": break
    default:
      guard let place = reading.marks[letter] else {
        message = Message(warning: "There is no mark \(String(letter)).")
        return
      }
      goTo(.place(reading.row(of: place)))
    }
  }

  private mutating func goBack() {
    goTo(reading.beforeJump.map { .place(reading.row(of: $0)) } ?? .top(0))
  }

  // MARK: Where this is

  /// `RFC 4291, section 2.5, line 240 of 1403, 18%, 51 kB`: of the row that one is at.
  private var positionInFull: String {
    var parts = [reading.name]
    if let index = reading.section(atRow: currentRow), let section = reading.outline?.sections[index] {
      parts.append(section.number.map { "section \($0)" } ?? section.title)
    }
    parts.append(
      "line \(reading.layout.line(ofRow: currentRow) + 1) of \(reading.document.lines.count)")
    parts.append("\(percent)%")
    parts.append(byteCount(reading.document.bytes.count))
    return parts.joined(separator: ", ")
  }

  /// How much of the text lies above the window's end, 0...100.
  var percent: Int {
    let count = reading.layout.count
    return count > 0 ? min(reading.view.top + pageRows, count) * 100 / count : 100
  }
}

/// `940 B`, `51 kB`, `1.6 MB`: powers of ten, as the RFC Editor's lists have them.
func byteCount(_ bytes: Int) -> String {
  switch bytes {
  case ..<1000: "\(bytes) B"
  case ..<1_000_000: "\((bytes + 500) / 1000) kB"
  default: "\((bytes + 50_000) / 1_000_000).\((bytes + 50_000) / 100_000 % 10) MB"
  }
}
