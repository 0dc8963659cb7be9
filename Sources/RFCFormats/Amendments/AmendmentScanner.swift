import RFCModel

/// Reads the running text of a document that updates others once, for the sections that it changes.
struct AmendmentScanner {
  let reader: ByteReader
  let running: RunningText
  let outline: Outline
  let citations: Citations
  let updates: Set<RFCNumber>

  private(set) var found: [Amendment] = []
  /// Old text that is quoted without its section.
  private(set) var quotations: [Quotation] = []
  /// A hostile text may change something in every sentence.
  static let limit = 10_000

  /// What a quotation is of, and the sentence that leads to it.
  struct Quotation {
    /// Nil where it may be of any.
    let rfc: RFCNumber?
    /// In the running text.
    let text: Range<Int>
    let sentence: Range<Int>
  }

  /// A heading that says what its section changes.
  private struct Context {
    var changes = false
    var documents: Set<RFCNumber> = []
  }

  /// What a text is about that is changed further on.
  private enum Lead {
    case section(RFCNumber, SectionNumber, line: Int)
    /// The paragraph behind that one.
    case quotation(RFCNumber?)
  }

  private var contexts: [Int: Context] = [:]
  private var leads: [Int: (lead: Lead, paragraph: Int)] = [:]

  // Where the scanner stands.
  private var section: Int?
  private var paragraph = 0
  private var lead: (lead: Lead, paragraph: Int)?
  /// The section that the heading names.
  private var headed: RFCNumber?
  /// `This document updates RFC 2119 as follows:`
  private var promised: RFCNumber?
  private var last: RFCNumber?
  /// The paragraph at hand, and the one that is quoted.
  private var current = 0..<0
  private var quoted = 0..<0
  private var ownSections: Set<SectionNumber>

  init(
    reader: ByteReader, running: RunningText, outline: Outline, citations: Citations, updates: Set<RFCNumber>
  ) {
    self.reader = reader
    self.running = running
    self.outline = outline
    self.citations = citations
    self.updates = updates
    ownSections = Set(outline.sections.compactMap(\.number))
  }

  mutating func scan() {
    let text = reader.text
    var start = 0
    var list = 0
    while start < text.count, found.count < Self.limit, quotations.count < Self.limit {
      let end = reader.first(RunningText.paragraphEnd, in: start..<text.count) ?? text.count
      defer { start = end + 1 }
      while list < running.bibliography.count, running.bibliography[list].upperBound <= start { list += 1 }
      if list < running.bibliography.count, running.bibliography[list].contains(start) { continue }
      guard end > start else { continue }
      current = start..<end
      if let lead, case .quotation = lead.lead, paragraph == lead.paragraph + 1 { quoted = current }
      read()
      paragraph += 1
    }
  }

  private mutating func read() {
    let line = running.line(at: current.lowerBound)
    let section = outline.index(ofSectionAt: line)
    if section != self.section { enter(section) }
    if let section, outline.sections[section].lines.lowerBound == line {
      heading(statement(current), of: section)
      return
    }
    var index = current.lowerBound
    while index < current.upperBound {
      let (sentence, next) = reader.sentence(in: index..<current.upperBound)
      if !sentence.isEmpty, mayMatter(sentence) {
        let statement = statement(sentence)
        // What is too long is cut where its reading ends.
        let isCut = statement.tokens.count >= Statement.limit
        read(statement, isCut ? sentence.lowerBound..<statement.end : sentence)
      }
      index = max(next, index + 1)
    }
  }

  /// Whether it names a document or a section, or may change what the last one did. Most sentences are passed over.
  private func mayMatter(_ sentence: Range<Int>) -> Bool {
    if let lead, paragraph - lead.paragraph <= 12 { return true }
    // A label.
    if sentence.count < 80 { return true }
    let lines = running.line(at: sentence.lowerBound)..<running.line(at: sentence.upperBound - 1) + 1
    if !citations.beginning(in: lines).isEmpty { return true }
    var index = sentence.lowerBound
    while let next = reader.first(0x78, in: index..<sentence.upperBound) {
      // `Appendix`
      if reader.byte(next - 1) == 0x69, reader.byte(next - 2) == 0x64 { return true }
      index = next + 1
    }
    index = sentence.lowerBound
    while let next = reader.first(0x63, in: index..<sentence.upperBound) {
      // `Section`
      if reader.byte(next - 1) == 0x65, LineView.lowercased(reader.byte(next - 2)) == 0x73 { return true }
      index = next + 1
    }
    return false
  }

  // MARK: Sections of this document

  private mutating func enter(_ section: Int?) {
    self.section = section
    (promised, last, headed, lead) = (nil, nil, nil, nil)
    var parent = section.flatMap { outline.sections[$0].parent }
    while let index = parent {
      if let lead = leads[index] {
        self.lead = lead
        return
      }
      parent = outline.sections[index].parent
    }
  }

  /// That of the nearest heading that speaks of changes.
  private var context: Context? {
    var index = section
    while let current = index {
      if let context = contexts[current], context.changes { return context }
      index = outline.sections[current].parent
    }
    return nil
  }

  private mutating func heading(_ statement: Statement, of section: Int) {
    let above = context
    let verbs = statement.tokens.indices.filter {
      !statement.forms($0).isDisjoint(with: [.noun, .gerund, .past, .base])
    }
    let isHistory = statement.tokens.indices.contains { index in
      statement.isWord(index, "since")
        || statement.isWord(index, "from")
          && (statement.isName(index + 1) || statement.isWord(index + 1, "rfc", "previous", "earlier"))
    }
    var named = Set(statement.documents)
    for case .section(let rfc, _) in statement.tokens { named.insert(rfc) }
    let updated = named.intersection(updates)
    let changes = !verbs.isEmpty && !isHistory && (named.isEmpty || !updated.isEmpty)
    contexts[section] = Context(
      changes: changes, documents: !updated.isEmpty || !named.isEmpty ? updated : above?.documents ?? [])
    guard changes || above != nil, above != nil || !verbs.isEmpty else { return }
    for index in statement.sections {
      guard let (rfc, number) = resolve(index, in: statement) else { continue }
      // `Appendix A` before its own title.
      if index == 0, statement.isLoose(0), number.isAppendix { continue }
      add(rfc, number, verbs.first.map(statement.kind) ?? .updates, at: statement.starts[index], current)
      headed = rfc
    }
  }

  // MARK: Sentences

  private mutating func read(_ statement: Statement, _ sentence: Range<Int>) {
    var changed: [Int: Amendment.Kind] = [:]
    for index in statement.sections where resolve(index, in: statement) != nil {
      changed[index] = statement.change(of: index)
    }
    if changed.isEmpty, let first = statement.sections.first, statement.isItem(first),
      promised != nil || context?.documents.isEmpty == false, resolve(first, in: statement) != nil
    {
      changed[first] = .updates
    }
    spread(&changed, over: statement)
    for index in statement.sections {
      guard let kind = changed[index], let (rfc, number) = resolve(index, in: statement) else { continue }
      add(rfc, number, kind, at: statement.starts[index], sentence)
    }
    follow(statement, sentence)
    note(statement, changed)
  }

  /// Of several sections named together, all change where one does.
  private func spread(_ changed: inout [Int: Amendment.Kind], over statement: Statement) {
    let pairs = zip(statement.sections, statement.sections.dropFirst()).filter { statement.isList($0, $1) }
    for (index, next) in pairs where changed[next] == nil { changed[next] = changed[index] }
    for (index, next) in pairs.reversed() where changed[index] == nil { changed[index] = changed[next] }
  }

  /// A sentence that changes what another one led to.
  private mutating func follow(_ statement: Statement, _ sentence: Range<Int>) {
    guard statement.sections.isEmpty else { return }
    let isLabel = statement.isLabel
    guard let (lead, start) = lead else {
      if statement.isOldLabel { remember(.quotation(nil)) }
      return
    }
    switch lead {
    case .section(let rfc, let number, let line):
      let distance = paragraph - start
      guard
        isLabel || statement.isTurn && distance <= 12
          || distance <= 6 && (statement.changesWhatIsSaid || statement.changesQuotedText)
      else { return }
      add(rfc, number, .updates, line: line, sentence)
    case .quotation(let rfc):
      guard
        isLabel && !statement.isOldLabel || statement.isTurn || statement.changesWhatIsSaid
          || statement.changesQuotedText, paragraph - start >= 2, paragraph - start <= 12, !quoted.isEmpty
      else { return }
      quotations.append(Quotation(rfc: rfc, text: quoted, sentence: sentence))
      self.lead = nil
    }
  }

  /// What the sentence leads to.
  private mutating func note(_ statement: Statement, _ changed: [Int: Amendment.Kind]) {
    for index in statement.sections {
      guard case .section(let rfc, let number)? = statement[index], updates.contains(rfc),
        changed[index] != nil || statement.leads(from: index)
      else { continue }
      remember(.section(rfc, number, line: running.line(at: statement.starts[index])))
    }
    guard let document = statement.documents.last else { return }
    last = document
    guard let updated = statement.documents.last(where: updates.contains) else { return }
    if statement.isPromise { promised = updated }
    if statement.sections.isEmpty, statement.isMark(statement.tokens.count - 1, 0x3A),
      statement.tokens.indices.contains(where: { statement.forms($0).contains(.says) })
    {
      remember(.quotation(updated))
    }
  }

  private mutating func remember(_ lead: Lead) {
    self.lead = (lead, paragraph)
    quoted = 0..<0
    if case .section = lead, let section { leads[section] = self.lead }
  }

  // MARK: Whose section

  /// The section of an RFC that this document updates; nil for any other.
  private func resolve(_ index: Int, in statement: Statement) -> (RFCNumber, SectionNumber)? {
    switch statement[index] {
    case .section(let rfc, let number)?: return updates.contains(rfc) ? (rfc, number) : nil
    case .loose(let number, let isOwn)?:
      guard !isOwned(statement, index) else { return nil }
      let context = context
      let documents = context?.documents ?? []
      // Those that this document has are taken for another's only where it says so.
      if isOwn || ownSections.contains(number), promised == nil, context == nil { return nil }
      if isOwn, promised == nil, documents.isEmpty { return nil }
      let near = [lastLead, headed, last].compactMap(\.self).first(where: updates.contains)
      let rfc =
        promised ?? (documents.count == 1 ? documents.first : nil) ?? (isOwn ? nil : near)
        ?? (updates.count == 1 ? updates.first : nil)
      guard let rfc, !isOwn || promised != nil || documents.contains(rfc) else { return nil }
      return (rfc, number)
    default: return nil
    }
  }

  private var lastLead: RFCNumber? {
    if case .section(let rfc, _, _)? = lead?.lead { rfc } else { nil }
  }

  /// `Section 3 of this document`, `Section 3 below`, `Section 3 of the Foo Protocol`
  private func isOwned(_ statement: Statement, _ index: Int) -> Bool {
    var next = index + 1
    if statement.isMark(next, 0x2C) { next += 1 }
    if statement.isMark(next, 0x28) { next += 1 }
    if statement.isWord(next, "below", "above") { return true }
    guard statement.isWord(next, "of", "in") else { return false }
    if statement.isWord(next + 1, "this") || statement.isName(next + 1) || statement.isMark(next + 1, 0x5B) {
      return true
    }
    let noun = statement.isWord(next + 1, "the") ? next + 2 : next + 1
    return statement.starts.indices.contains(noun) && LineView.isUpper(reader.byte(statement.starts[noun]))
  }

  // MARK: Results

  private mutating func add(
    _ rfc: RFCNumber, _ number: SectionNumber, _ kind: Amendment.Kind, at start: Int, _ sentence: Range<Int>
  ) {
    add(rfc, number, kind, line: running.line(at: start), sentence)
  }

  mutating func add(
    _ rfc: RFCNumber, _ number: SectionNumber, _ kind: Amendment.Kind, line: Int, _ sentence: Range<Int>
  ) {
    let source = running.source(of: sentence)
    guard !source.ranges.isEmpty,
      !found.suffix(20).contains(where: { $0.rfc == rfc && $0.section == number && $0.line == line })
    else { return }
    found.append(
      Amendment(
        rfc: rfc, section: number, kind: kind, line: line, ranges: source.ranges,
        place: place(of: line)))
  }

  /// The number of the section that a line stands in, or of the one around it.
  private func place(of line: Int) -> SectionNumber? {
    var index = outline.index(ofSectionAt: line)
    while let section = index {
      if let number = outline.sections[section].number { return number }
      index = outline.sections[section].parent
    }
    return nil
  }
}
