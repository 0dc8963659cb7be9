import CellGrid
import RFCModel

extension ReaderState {
  var geometry: Geometry {
    Geometry(
      size: size, showsContents: showsContents, contentsWidth: settings.reading.contentsWidth,
      numberWidth: numberWidth, hasPrompt: prompt != nil,
      hasBanner: withReading { $0.standing?.isRemarkable ?? false } ?? false, isBare: settings.isBare)
  }

  /// Columns of the line numbers: the digits of the last one, and a blank. Help has none.
  private var numberWidth: Int {
    guard options.showsLineNumbers, cover == nil else { return 0 }
    // less has seven digits for them, whatever the text.
    return withReading { max(isBare ? 7 : 0, String($0.document.lines.count).utf8.count) + 1 } ?? 0
  }

  /// Rows of text in the window, 1 at least.
  var pageRows: Int { max(1, geometry.textRows.count) }

  /// The last row that scrolling brings to the top: there the end of the text is at the window's end.
  var lastTop: Int { max(0, (withReading(\.layout.count) ?? 0) - pageRows) }

  /// A command of the text itself.
  mutating func move(_ command: Command, count: Int?, millionths: Int = 0) {
    switch command {
    case .scrollDown: scroll(by: count ?? 1)
    case .scrollUp: scroll(by: -(count ?? 1))
    case .pageDown: scroll(by: count ?? page ?? pageRows)
    case .pageUp: scroll(by: -(count ?? page ?? pageRows))
    case .pagePastEnd:
      // As in less, until the last line is at the top.
      guard let reading else { return }
      let top = min(reading.view.top + (count ?? page ?? pageRows), reading.layout.count - 1)
      self.reading?.view.top = top
    case .pageDownKeep:
      page = count ?? page
      scroll(by: page ?? pageRows)
    case .pageUpKeep:
      page = count ?? page
      scroll(by: -(page ?? pageRows))
    case .halfDown:
      halfPage = count ?? halfPage
      scroll(by: halfPage ?? usualHalf)
    case .halfUp:
      halfPage = count ?? halfPage
      scroll(by: -(halfPage ?? usualHalf))
    case .goToTop: goTo(count.map(Target.line) ?? .top(0))
    case .goToBottom: goTo(count.map(Target.line) ?? .top(lastTop))
    case .goToPercent: goTo(millionths: (count ?? 0) * 10_000 + millionths / 100)
    case .scrollLeft, .scrollRight:
      shift = count ?? shift
      // less counts the columns of the line numbers, too.
      let columns = shift ?? max(1, (isBare ? size.columns : geometry.textColumns.count) / 2)
      scrollSideways(by: command == .scrollLeft ? -columns : columns)
    case .searchForward: openPrompt(.search(.forward), count: count)
    case .searchBackward: openPrompt(.search(.backward), count: count)
    case .filterLines: openPrompt(.filter)
    case .nextMatch: goToMatch(search?.direction ?? .forward, count: count ?? 1)
    case .previousMatch: goToMatch(search?.direction.opposite ?? .backward, count: count ?? 1)
    case .toggleHighlight: highlightsMatches.toggle()
    case .clearSearch: clearSearch()
    case .setMark, .goToMark, .clearMark, .pipe: typed.awaitsLetter = command
    case .goBackMark: goBack()
    case .nextSection, .previousSection, .nextSibling, .previousSibling, .parentSection, .nextChapter,
      .previousChapter:
      goToSection(command, count: count ?? 1)
    case .nextRequirement, .previousRequirement, .nextFigure, .previousFigure:
      goToLandmark(command, count: count ?? 1)
    case .contents: toggleContents()
    case .togglePages: togglePages()
    case .toggleReflow: toggleReflow()
    case .position: message = Message(positionInFull)
    case .select: scroll(by: count ?? 1)
    case .option, .showOption, .open, .copyLink, .save, .edit, .shell, .linkHints, .peek, .followElsewhere,
      .split, .changePane,
      .searchLibrary, .references, .otherSide,
      .nextLink, .previousLink, .follow,
      .followOrDown, .back,
      .forward, .fold, .unfold, .sortLibrary,
      .toggleCachedOnly, .information, .commandPrompt,
      .redraw, .toggleTheme, .version, .help,
      .closeOrQuit, .quit, .cancel, .suspend,
      .addBookmark, .bookmarks, .editNote, .deleteBookmark:
      return
    }
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
  var targetRow: Int { options.target?.row(of: pageRows) ?? 0 }

  /// The row that one is at.
  var currentRow: Int {
    let target = targetRow
    return withReading { $0.currentRow(below: target) } ?? 0
  }

  /// Scrolls without leaving the text: down stops where its end is at the window's end.
  mutating func scroll(by rows: Int) {
    guard let top = withReading(\.view.top) else { return }
    // A jump may have left the top below the last page; scrolling down does not pull it back.
    let target = rows > 0 ? min(top + rows, max(top, lastTop)) : max(0, top + rows)
    reading?.view.top = target
  }

  private mutating func scrollSideways(by columns: Int) {
    guard let left = reading?.view.left else { return }
    // Tabs are the widest that a byte can be, and where a line ends nobody has looked.
    let end = withReading { $0.document.bytes.count * tabWidth } ?? 0
    reading?.view.left = min(max(0, left + columns), end)
  }

  /// A jump, which `''` takes back.
  ///
  /// - Parameter rows: how far below the top it leads without `-j`.
  mutating func goTo(_ target: Target, below rows: Int = 0) {
    guard var reading else { return }
    leaveTrace()
    reading.beforeJump = reading.place()
    let rows = options.target == nil ? rows : targetRow
    switch target {
    case .line(let line):
      let line = max(0, min(line, reading.document.lines.count) - 1)
      reading.stand(at: reading.layout.row(ofLine: line), below: rows)
    case .row(let row): reading.stand(at: row, below: rows)
    case .top(let row): reading.stand(at: row, below: 0)
    }
    self.reading = reading
  }

  /// Half of the window; less counts its last row as well, and of an odd number the larger half.
  var usualHalf: Int { max(1, (isBare ? size.rows + 1 : pageRows) / 2) }

  /// Of the bytes, as in less: the row that so much of the text lies above.
  mutating func goTo(millionths: Int) {
    guard let reading else { return }
    let part = min(millionths, 1_000_000)
    let line = reading.document.lines.line(containing: reading.document.bytes.count * part / 1_000_000)
    goTo(.row(part < 1_000_000 ? reading.layout.row(ofLine: line) : max(0, reading.layout.count - 1)))
  }

  /// Brings a row into the window, where it is not there already, some rows below the top.
  mutating func reveal(row: Int) {
    guard let top = reading?.view.top else { return }
    if isBare || options.target != nil {
      let rows = targetRow
      reading?.stand(at: row, below: rows)
      return
    }
    guard !(top..<top + pageRows).contains(row) else { return }
    let target = max(0, min(row - pageRows / 3, max(lastTop, row - pageRows + 1)))
    reading?.view.top = target
  }

  private mutating func toggleReflow() {
    reflows.toggle()
    if reflows, reading?.showsPages == true { reading?.togglePages() }
    fitReflow()
    message = Message(reflows ? "Prose at the window's width." : "Lines as published.")
  }

  /// After a change of the window, or in another document: prose at the width there is.
  mutating func fitReflow() {
    guard cover == nil, let document else { return }
    let width = min(geometry.textColumns.count - 1, settings.reading.textWidth ?? .max)
    let columns = reflows && !document.showsPages ? width : nil
    offerReflow()
    guard document.flowColumns != columns else { return }
    self.document?.reflow(at: columns)
    refreshSearch()
  }

  /// Once, where the lines of an RFC, which have 72 columns, do not fit.
  private mutating func offerReflow() {
    guard size.columns < Self.publishedColumns, !reflows, !isBare, !hasOfferedReflow, message == nil else {
      return
    }
    hasOfferedReflow = true
    message = Message("W sets the text at this width.")
  }

  private static let publishedColumns = 72

  private mutating func togglePages() {
    reading?.togglePages()
    refreshSearch()
    message = Message(reading?.showsPages == true ? "The pages as printed." : "Without the pages.")
  }

  /// Completes a command that waited for a letter.
  mutating func complete(_ command: Command, with key: Key) -> [Effect] {
    // Enter stands for the screen, as `.` does.
    if command == .pipe, key == .enter {
      openPipe(to: ".")
      return []
    }
    guard case .character(let letter) = key else { return [] }
    if command == .goToMark {
      goTo(mark: letter)
      return []
    }
    if command == .pipe {
      openPipe(to: letter)
      return []
    }
    if command == .clearMark {
      guard reading?.marks.removeValue(forKey: letter) != nil else {
        message = Message(warning: "There is no mark \(String(letter)).")
        return []
      }
      message = Message("Mark \(letter) is gone.")
      return rememberedMarks()
    }
    guard letter.properties.isAlphabetic, letter.isASCII else {
      message = Message(warning: "A mark is a letter, a to z or A to Z.")
      return []
    }
    guard var reading else { return [] }
    reading.marks[letter] = reading.place()
    self.reading = reading
    message = Message("Mark \(letter) is here.")
    return rememberedMarks()
  }

  private mutating func rememberedMarks() -> [Effect] {
    guard cover == nil, let (id, memory) = memory() else { return [] }
    return [.remember(id, memory)]
  }

  /// `'`, and less's `^`, `$` and `.`: the ends of the text, and the screen as it is.
  private mutating func goTo(mark letter: Unicode.Scalar) {
    switch letter {
    case "'": goBack()
    case "^": goTo(.top(0))
    case "$": goTo(.top(lastTop))
    case ".": break
    default:
      guard let place = reading?.marks[letter], let row = reading?.row(of: place) else {
        message = Message(warning: "There is no mark \(String(letter)).")
        return
      }
      goTo(.top(row))
    }
  }

  private mutating func goBack() {
    guard let place = reading?.beforeJump, let row = reading?.row(of: place) else {
      goTo(.top(0))
      return
    }
    goTo(.top(row))
  }

  /// `RFC 4291, section 2.5, line 240 of 1403, 18%, 51 kB`.
  private var positionInFull: String {
    guard let reading else { return "" }
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
    let rows = pageRows
    return withReading { reading in
      let count = reading.layout.count
      return count > 0 ? min(reading.view.top + rows, count) * 100 / count : 100
    } ?? 100
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
