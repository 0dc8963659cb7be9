import CellGrid
import RFCFormats
import RFCModel
import TextSearch

/// A document on the screen and the reader's place in it.
struct Reading {
  let name: String
  let id: DocumentID?
  let path: String?
  /// What a bookmark is of; nil for what cannot be opened again.
  let subject: Bookmark.Subject?
  /// What is understood of it, shared by every copy of this reading.
  let parsed: ParsedText
  /// What the catalogue says of it.
  let standing: Standing?
  /// More of it may come.
  let isGrowing: Bool
  /// Nil until it has been asked for here, which the first screen does not wait for: what a copy shows follows from what
  /// it was asked itself.
  private(set) var outline: Outline?
  /// Nil until they have been worked out, after the sections.
  private(set) var links: Links?
  /// The catalogue has been asked for what the links lead to.
  private(set) var hasAskedForCited = false
  /// What the catalogue says of the RFCs that are cited.
  var cited: [RFCNumber: CatalogueRow] = [:]
  /// What is known about its lines.
  private(set) var annotations = Annotations()
  /// What the program has sent of that, and the errata whose places were found here.
  private var sent: [Annotation] = []
  private(set) var placed: [Annotation] = []
  private var amended: [Annotation] = []
  var errata = ErrataState.unasked
  /// Its requirements with what is noted of them; nil until something is, or a key needs them.
  private(set) var checklist: Checklist?
  /// What is noted has been asked for.
  var hasAskedForChecklist = false
  /// Where the sentences begin that are noted: offsets in the document, ascending, each with its state.
  private(set) var noted: [(offset: Int, state: RequirementState)] = []
  var amendments = AmendmentState.unasked
  /// What newer RFCs change, as far as it is known.
  var amendingPlaces: [AmendingPlace] = []
  /// What it is compared with, in the other pane.
  var compared: Compared?
  /// The columns that notes are set at; nil where none stand between the lines.
  private var noteColumns: Int?
  /// Where the last jump has led: `]m` and `]f` are counted from it while it is on the screen. Nil for an end of the
  /// text.
  private(set) var landmark: Landmark?
  /// It is shown, until the next key.
  var marksLandmark = false
  /// The link that Enter follows, while it is on the screen.
  var focus: LinkFocus?

  private(set) var layout: Layout
  /// The pages as printed, furniture and all.
  private(set) var showsPages = false
  /// How prose is set; nil for the published lines.
  private(set) var measure: Measure?
  /// Whether prose is set for the window, where that was chosen for this text.
  var reflows: Bool?
  /// The lines that `&` leaves; nil for all.
  private(set) var filter: Filter?
  /// Wherever it is put, a row of the layout is at the top.
  var view = ViewPosition() {
    didSet { view.top = max(0, min(view.top, layout.count - 1)) }
  }
  /// Where the text stood before it was laid out anew, and the top that this has led to: while nobody moves, it stands
  /// there in every other layout too.
  private var anchor: (place: Standpoint, top: Int)?
  /// Where the last jump has led, and the top that it came to.
  private var landing: (row: Int, top: Int)?

  var marks: [Unicode.Scalar: Place]
  /// Where the last jump began, for `''`.
  var beforeJump: Place?
  var contents = ContentsPanel()
  /// What the search has found in this view.
  var found: Found?
  /// False once one has gone on from them to something else: how many there are is of no interest any more.
  var isAmongMatches = false
  private var cachedText: SearchableText?
  /// Where its long lines can be laid out from.
  let parts = LineParts()
  /// The place of the last run, while it is taken for the same text.
  private var unconfirmed: Place?

  /// - Parameter before: what was read before. Of the same text, all that is understood of it stays known.
  init(_ source: Source, after before: Reading? = nil) {
    if let before, before.id == source.id, before.document.isSame(as: source.document) {
      self.init(source, parsed: before.parsed)
    } else {
      self.init(source, parsed: ParsedText(source.document, of: source.id))
    }
  }

  private init(_ source: Source, parsed: ParsedText) {
    name = source.name
    id = source.id
    path = source.path
    subject = source.subject
    self.parsed = parsed
    standing = source.standing
    isGrowing = source.isGrowing
    layout = Layout(parsed.document, pagination: parsed.pagination)
    marks = source.memory.marks
    // The line of the last run is right as long as the text is the same; the sections, which take a while to work
    // out, tell afterwards.
    if let position = source.memory.position {
      view.top = min(layout.row(ofLine: position.line - 1), max(0, layout.count - 1))
      unconfirmed = position
    }
  }

  /// A text of ours, whose sections its maker knows: help.
  ///
  /// - Parameter id: the document that it is about: other documents in it are links. Nil for one without links.
  init(_ source: Source, about id: DocumentID? = nil, outline: Outline) {
    self.init(source, parsed: ParsedText(source.document, about: id, outline: outline))
    self.outline = outline
    guard id == nil else { return }
    links = Links.none
    hasAskedForCited = true
  }

  /// As the program handed it over, for coming back to a text that cannot be asked for again.
  var source: Source {
    Source(
      name: name, id: id, path: path, subject: subject, document: document,
      memory: DocumentMemory(position: nil, marks: marks),
      standing: standing, isGrowing: isGrowing)
  }

  /// The same text when more of it has come, at the same place.
  func grown(to source: Source) -> Reading {
    var grown = Reading(source)
    grown.marks = marks
    grown.beforeJump = beforeJump
    grown.contents = contents
    grown.cited = cited
    grown.annotate(sent: sent, placed: placed, columns: noteColumns)
    if showsPages { grown.togglePages() }
    grown.reflows = reflows
    grown.reflow(measure)
    // The last line may have come in part.
    if let filter { grown.filter(as: filter, from: max(0, document.lines.count - 1)) }
    grown.stand(at: standpoint)
    // The pages that are known by now may have taken rows away.
    let shift = grown.view.top - view.top
    grown.landing = landing.map { ($0.row + shift, $0.top + shift) }
    grown.landmark = landmark
    grown.marksLandmark = marksLandmark
    grown.isAmongMatches = isAmongMatches
    return grown
  }

  var standpoint: Standpoint {
    var blanks = 0
    while blanks < view.top, layout.isEmpty(row: view.top - blanks) { blanks += 1 }
    let offset = layout.offset(ofRow: view.top, in: document)
    return Standpoint(
      offset: offset, blanks: blanks, left: view.left, match: isAmongMatches ? view.match : nil, focus: focus)
  }

  /// A position of before, whatever the last run remembers.
  mutating func stand(at place: Standpoint) {
    unconfirmed = nil
    view = ViewPosition(top: row(of: place), left: place.left, match: place.match)
    focus = place.focus
    isAmongMatches = place.match != nil
  }

  private func row(of place: Standpoint) -> Int {
    let row = layout.row(ofOffset: place.offset, in: document)
    return row + (0..<place.blanks).prefix { layout.isEmpty(row: row + 1 + $0) }.count
  }

  /// Where a jump leads: so many rows below the top, as far as there are rows above it.
  ///
  /// - Parameter landmark: what is to be seen there; nil: nothing but the text.
  mutating func stand(at row: Int, below rows: Int, on landmark: Landmark? = nil) {
    unconfirmed = nil
    let row = max(0, min(row, layout.count - 1))
    view.top = max(0, row - rows)
    landing = (row, view.top)
    self.landmark = landmark
    marksLandmark = landmark != nil
    focus = nil
    isAmongMatches = false
  }

  /// Shows the row that one is at, until the next key.
  mutating func mark(row: Int) {
    landmark = Landmark(line: line(atOrBelow: row))
    marksLandmark = true
  }

  /// Where in the document the keys have led, to a match or by a jump, as long as that is on the screen.
  ///
  /// - Parameter rows: of the window.
  func offsetLedTo(in rows: Int) -> Int? {
    if matchShown(in: rows) != nil { return view.match }
    return lineLedTo.map { landmark?.word?.lowerBound ?? document.lines[$0].lowerBound }
  }

  /// The 0-based line that a jump has led to, as long as the text stands still.
  var lineLedTo: Int? {
    guard let landmark, landing?.top == view.top, landmark.line < document.lines.count else { return nil }
    return landmark.line
  }

  /// The bytes that are marked of a landmark: of a heading all its lines.
  var markedBytes: Range<Int>? {
    guard marksLandmark, let landmark, landmark.line < document.lines.count else { return nil }
    if let word = landmark.word { return word }
    let line = document.lines[landmark.line]
    guard let outline, let index = outline.index(ofSectionAt: landmark.line),
      case let section = outline.sections[index], section.lines.lowerBound == landmark.line
    else { return line }
    let last = min(landmark.line + max(1, section.headingLines), document.lines.count) - 1
    return line.lowerBound..<document.lines[last].upperBound
  }

  /// The row that one is at: where the last jump has led, as long as the text stands still; else so many below the top,
  /// unless the text begins there.
  func currentRow(below rows: Int) -> Int {
    if let landing, landing.top == view.top { return landing.row }
    return view.top == 0 ? 0 : min(view.top + rows, max(0, layout.count - 1))
  }

  /// `RFC 4291`, or what the text itself says where it came from a file.
  var title: String { frontMatter.title ?? "" }

  // MARK: What is understood of it

  var document: Document { parsed.document }
  var frontMatter: FrontMatter { parsed.frontMatter }
  var pagination: Pagination { parsed.pagination }
  /// The document's own.
  var number: RFCNumber? { parsed.number }

  @discardableResult
  mutating func workOutOutline() -> Outline {
    if let outline { return outline }
    let outline = parsed.outline
    self.outline = outline
    if let place = unconfirmed {
      unconfirmed = nil
      if line(of: place) != place.line - 1 { view.top = min(row(of: place), max(0, layout.count - 1)) }
    }
    return outline
  }

  /// A part of the work that finds the links.
  mutating func workOnLinks() {
    guard links == nil else { return }
    workOutOutline()
    if !parsed.advance(), !parsed.advanceToGrammar() { links = Links(of: parsed) }
  }

  mutating func workOutLinks() {
    while links == nil { workOnLinks() }
  }

  /// The RFCs that the catalogue is to be asked for, ascending; nil before all links are found, and the second time.
  mutating func citedToAskFor() -> [RFCNumber]? {
    guard let links, !hasAskedForCited else { return nil }
    hasAskedForCited = true
    return Set(links.rfcs).union(standing.map { $0.obsoletedBy + $0.inForce + $0.updatedBy } ?? []).sorted()
  }

  /// The view's text for searching, made once a view.
  mutating func searchableText() -> SearchableText {
    if let cachedText { return cachedText }
    let text = SearchableText(document, layout: layout, showsFormFeeds: showsPages)
    cachedText = text
    return text
  }

  // MARK: Matches

  /// Where in the document a match begins.
  private func offset(of match: Int, in found: Found) -> Int {
    let row = found.row(of: match)
    let inRow = found.matches[match].lowerBound - found.text.range(ofRow: row).lowerBound
    return layout.offset(ofByte: inRow, inRow: row, of: document)
  }

  /// Makes a match the one that one stands on.
  mutating func stand(onMatch match: Int) {
    guard let found else { return }
    self.found?.current = match
    view.match = offset(of: match, in: found)
    landmark = nil
    focus = nil
    isAmongMatches = true
  }

  /// The row of the match that one stands on; nil where one has left it, or it is not in the window.
  ///
  /// - Parameter rows: of the window.
  func matchShown(in rows: Int) -> Int? {
    guard isAmongMatches, let found, let current = found.current else { return nil }
    let row = found.row(of: current)
    return (view.top..<view.top + rows).contains(row) ? row : nil
  }

  /// Finds the match that one stood on among those of a search that has been made anew.
  mutating func findMatch() {
    guard let found, let offset = view.match else { return }
    let row = layout.row(ofOffset: offset, in: document)
    guard let first = found.firstMatch(atOrBelow: row) else { return }
    let onRow = (first..<found.matches.count).prefix { found.row(of: $0) == row }
    let match = onRow.first { self.offset(of: $0, in: found) >= offset }
    let lines = match.map { [offset, self.offset(of: $0, in: found)].map(document.lines.line(containing:)) }
    self.found?.current = lines.map { $0[0] == $0[1] } == true ? match : nil
  }

  // MARK: Views

  /// Shows the pages as printed, or the text without them; the line at the top stays there.
  mutating func togglePages() {
    showsPages.toggle()
    changeLayout(wantedLayout)
  }

  /// Leaves only some lines, ascending; nil for all.
  mutating func apply(_ filter: Filter?) {
    self.filter = filter
    changeLayout(wantedLayout)
  }

  /// Prose set for a window, or as published; the words at the top stay there.
  mutating func reflow(_ measure: Measure?) {
    guard measure != self.measure else { return }
    self.measure = measure
    if measure != nil { workOutOutline() }
    if !showsPages, filter == nil { changeLayout(wantedLayout) }
  }

  /// Whether some line may be cut by a window that has so many columns for the text.
  func isWider(than columns: Int) -> Bool { parsed.widestLine > columns }

  /// Whether prose on the screen has been set at another width.
  var isReflowed: Bool {
    guard !showsPages, let measure else { return false }
    return !measure.onlyWide || filter != nil || layout.setsProse
  }

  /// Whether it is laid out as an RFC or a draft, so that prose can be told from what is to stay as it is. None is as long
  /// as a log is, whose first screen would wait: the longest, of 1.6 MB, takes 28 ms to be set.
  var isOfTheSeries: Bool {
    guard document.bytes.count <= 4 << 20 else { return false }
    let front = frontMatter
    return front.number != nil || front.title != nil && front.date != nil
      || id != nil && !parsed.outline.sections.isEmpty
  }

  private var wantedLayout: Layout {
    // Lines out of their paragraphs stay as they are, and so do pages.
    if let filter { return Layout(rows: filter.lines) }
    if showsPages { return Layout(printed: document) }
    let layout = measure.map { Layout(parsed, $0) } ?? Layout(document, pagination: pagination)
    guard let noteColumns else { return layout }
    return layout.annotated(by: annotations.all, of: document, columns: noteColumns)
  }

  /// Takes what is known about the document's lines.
  ///
  /// - Parameters:
  ///   - sent: by the program; nil: as before.
  ///   - placed: errata; nil: as before.
  ///   - amended: amendments; nil: as before.
  ///   - columns: that notes are set at; nil where none stand between the lines.
  /// - Returns: whether that changed anything between the lines.
  @discardableResult
  mutating func annotate(
    sent: [Annotation]? = nil, placed: [Annotation]? = nil, amended: [Annotation]? = nil, columns: Int?
  ) -> Bool {
    let isNew =
      sent.map { $0 != self.sent } ?? false || placed.map { $0 != self.placed } ?? false
      || amended.map { $0 != self.amended } ?? false
    guard isNew || columns != noteColumns else { return false }
    if isNew {
      self.sent = sent ?? self.sent
      self.placed = placed ?? self.placed
      self.amended = amended ?? self.amended
      annotations = Annotations(self.sent + self.placed + self.amended)
    }
    let hadNotes = noteColumns != nil
    noteColumns = columns
    guard hadNotes || columns != nil else { return false }
    changeLayout(wantedLayout)
    return true
  }

  private mutating func changeLayout(_ layout: Layout) {
    let place = anchor.flatMap { $0.top == view.top ? $0.place : nil } ?? standpoint
    let landed = landing.flatMap {
      $0.top == view.top ? self.layout.offset(ofRow: $0.row, in: document) : nil
    }
    self.layout = layout
    view.top = row(of: place)
    // Where a filter has led one is where one goes on.
    anchor = filter == nil ? (place, view.top) : nil
    landing = landed.map { (layout.row(ofOffset: $0, in: document), view.top) }
    cachedText = nil
    found = nil
  }

  // MARK: The checklist

  @discardableResult
  mutating func workOutChecklist() -> Checklist {
    workOutOutline()
    let checklist = checklist ?? Checklist(of: parsed)
    self.checklist = checklist
    return checklist
  }

  /// Takes what is noted of its requirements.
  mutating func take(_ entries: [ChecklistEntry]) {
    if entries.isEmpty, checklist == nil { return }
    workOutChecklist()
    checklist?.take(entries)
    noted = (checklist?.items ?? []).compactMap { item in
      guard let state = item.state, let offset = item.requirement?.ranges.first?.lowerBound else {
        return nil
      }
      return (offset, state)
    }
  }

  /// Of the first requirement that begins in a row and is noted; a question goes before, since it waits for somebody.
  func state(ofRow row: Int) -> RequirementState? {
    if noted.isEmpty { return nil }
    var first: RequirementState?
    for source in layout.sources(ofRow: row, in: document) {
      let states = noted[noted.partitioningIndex { $0.offset >= source.lowerBound }...]
        .prefix { $0.offset < source.upperBound }.map(\.state)
      if states.contains(.question) { return .question }
      first = first ?? states.first
    }
    return first
  }

  // MARK: Places

  /// 0-based line of the first row at or below `row` that is not blank; so a heading under a blank top row counts.
  func line(atOrBelow row: Int) -> Int {
    var candidate = row
    while candidate < min(row + 3, layout.count) {
      switch layout[candidate] {
      case .line(let line) where !document.isBlank(line: line): return line
      case .flowed(let flowed): return flowed.line
      case .line, .blank, .note: candidate += 1
      }
    }
    return layout.line(ofRow: row)
  }

  /// Index of the section that a row is in.
  func section(atRow row: Int) -> Int? {
    outline?.index(ofSectionAt: line(atOrBelow: row))
  }

  /// The 1-based line of the published text that a row begins with; nil for a blank row, and for one that goes on with
  /// the line of the row above.
  func number(ofRow row: Int) -> Int? {
    switch layout[row] {
    case .blank, .note: return nil
    case .line(let line): return line + 1
    case .flowed(let flowed):
      return row > 0 && layout.line(ofRow: row - 1) == flowed.line ? nil : flowed.line + 1
    }
  }

  /// The top of the window as it is remembered.
  mutating func place() -> Place {
    place(ofLine: layout.lastLine(ofRow: view.top))
  }

  mutating func place(ofLine line: Int) -> Place {
    let outline = workOutOutline()
    var index = outline.index(ofSectionAt: line)
    while let current = index, outline.sections[current].number == nil {
      index = current > 0 ? current - 1 : nil
    }
    guard let index else { return Place(section: nil, offset: line, line: line + 1) }
    let section = outline.sections[index]
    return Place(section: section.number, offset: line - section.lines.lowerBound, line: line + 1)
  }

  /// 0-based line of a remembered place.
  mutating func line(of place: Place) -> Int {
    let outline = workOutOutline()
    if let number = place.section, let index = outline.index(of: number) {
      return min(outline.sections[index].lines.lowerBound + max(0, place.offset), document.lines.count)
    }
    return max(0, place.line - 1)
  }

  /// The row of a remembered place.
  mutating func row(of place: Place) -> Int {
    let line = line(of: place)
    return layout.row(ofLine: line)
  }

  /// 0-based line an anchor names; nil for a place that is not here.
  mutating func line(at anchor: Anchor) -> Int? {
    switch anchor {
    case .line(let line): return min(max(0, line - 1), max(0, document.lines.count - 1))
    case .section, .name:
      let outline = workOutOutline()
      return outline.index(of: anchor).map { outline.sections[$0].lines.lowerBound }
    case .printed(let place): return parsed.lines(of: place)?.named
    }
  }

  /// Rows above the line of an anchor that belong to it: those of a figure above its caption.
  func rows(above anchor: Anchor) -> Int {
    guard case .printed(let place) = anchor, let lines = parsed.lines(of: place) else { return 0 }
    return max(0, layout.row(ofLine: lines.named) - layout.row(ofLine: lines.first))
  }
}
