import CellGrid
import RFCModel

extension DocumentScreen {
  func geometry(hasPrompt: Bool) -> Geometry {
    Geometry(
      size: window.size, showsContents: showsContents, contentsWidth: settings.reading.contentsWidth,
      numberWidth: numberWidth, hasPrompt: hasPrompt, hasBanner: reading.standing?.isRemarkable ?? false,
      isBare: isBare)
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
    case .setMark, .goToMark, .clearMark, .pipe: outcome.awaitsLetter = command
    case .togglePages: togglePages()
    case .toggleReflow: toggleReflow()
    case .position: message = Message(positionInFull)
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
    case .save: outcome.prompt = SavePrompt()
    case .edit: edit()
    case .addBookmark: beginBookmark()
    case .references: openReferences()
    default: return false
    }
    return true
  }

  /// Where a jump leads.
  enum Target {
    /// 1-based line of the published text.
    case line(Int)
    case row(Int)
    /// A row that comes to the top, whatever `-j` says: a screen as it was, an end of the text.
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
      let line = max(0, min(line, reading.document.lines.count) - 1)
      reading.stand(at: reading.layout.row(ofLine: line), below: rows)
    case .row(let row): reading.stand(at: row, below: rows)
    case .top(let row): reading.stand(at: row, below: 0)
    }
  }

  mutating func goTo(anchor: Anchor) {
    if let line = reading.line(at: anchor) {
      let above = min(reading.rows(above: anchor), pageRows - 1)
      goTo(.row(reading.layout.row(ofLine: line)), below: max(0, above))
    } else {
      message = reading.lacks(anchor)
    }
  }

  /// Of the bytes, as in less: the row that so much of the text lies above.
  private mutating func goTo(millionths: Int) {
    let part = min(millionths, 1_000_000)
    let line = reading.document.lines.line(containing: reading.document.bytes.count * part / 1_000_000)
    goTo(.row(part < 1_000_000 ? reading.layout.row(ofLine: line) : max(0, reading.layout.count - 1)))
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

  private mutating func toggleReflow() {
    habits.reflows.toggle()
    if habits.reflows, reading.showsPages { reading.togglePages() }
    fitReflow()
    message = Message(habits.reflows ? "Prose wrapped to the window." : "Lines as published.")
  }

  /// After a change of the window, or in another document: prose at the width there is.
  mutating func fitReflow() {
    guard !isCover else { return }
    let width = min(geometry.textColumns.count - 1, settings.reading.textWidth ?? .max)
    let columns = habits.reflows && !reading.showsPages ? width : nil
    guard reading.flowColumns != columns else { return }
    reading.reflow(at: columns)
    refreshSearch()
  }

  private mutating func togglePages() {
    reading.togglePages()
    refreshSearch()
    message = Message(reading.showsPages ? "Pages as printed." : "Pages removed.")
  }

  // MARK: Marks

  /// Completes a command that waited for a letter.
  mutating func complete(_ command: Command, with key: Key) {
    // Enter stands for the screen, as `.` does.
    if command == .pipe, key == .enter { return openPipe(to: ".") }
    guard case .character(let letter) = key else { return }
    switch command {
    case .goToMark: goTo(mark: letter)
    case .pipe: openPipe(to: letter)
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
      goTo(.top(reading.row(of: place)))
    }
  }

  private mutating func goBack() {
    goTo(.top(reading.beforeJump.map { reading.row(of: $0) } ?? 0))
  }

  // MARK: Where this is

  /// `RFC 4291, section 2.5, line 240 of 1403, 18%, 51 kB`.
  private var positionInFull: String {
    var parts = [reading.name]
    if let index = reading.section(atRow: currentRow), let section = reading.outline?.sections[index] {
      parts.append(section.number.map { "section \($0)" } ?? section.title)
    }
    parts.append(
      "line \(reading.layout.line(ofRow: reading.view.top) + 1) of \(reading.document.lines.count)")
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
