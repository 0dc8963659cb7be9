import RFCModel

/// A document and all that is understood of it. Each part is worked out when it is first asked for, and once for
/// everyone who holds the text: to copy what holds it costs a reference.
///
/// It changes while it is read, so it belongs to one thread and is not `Sendable`; a thread that parses hands over the
/// parts, which are.
public final class ParsedText {
  public let document: Document
  private let givenNumber: RFCNumber?

  /// What there is to be worked out.
  enum Part: Hashable, CaseIterable {
    case pages, front, sections, bibliography, citations, blocks, requirements, definitions, grammar,
      captions, contentsEntries, code, rules
  }

  /// What has been worked out so far, in that order.
  private(set) var done: [Part] = []

  /// Nothing is worked out yet.
  ///
  /// - Parameter id: what the document was asked for by, so that its own number is not taken for another's; nil where
  ///   only its first page says it.
  public init(_ document: Document, of id: DocumentID? = nil) {
    self.document = document
    givenNumber = id?.rfc
  }

  /// A text of our own, whose sections its maker knows.
  ///
  /// - Parameter id: the document that it is about: it cites others, as any text. Nil for one that cites nothing.
  public init(_ document: Document, about id: DocumentID? = nil, outline: Outline) {
    self.document = document
    givenNumber = id?.rfc
    frontMatter = FrontMatter()
    bibliography = .empty
    self.outline = outline
    if id != nil {
      done = [.front, .sections, .bibliography]
    } else {
      foundCitations = Citations.none
    }
  }

  private func work<Result>(_ part: Part, _ make: () -> Result) -> Result {
    defer { done.append(part) }
    return make()
  }

  // MARK: The parts

  /// The printed pages. The first screen needs them and the head of the first page, and nothing else.
  public private(set) lazy var pagination: Pagination = work(.pages) { Pagination(of: document) }

  /// Columns of its widest line, or some more.
  public private(set) lazy var widestLine = document.widestLine

  /// What the head of the first page says.
  public private(set) lazy var frontMatter: FrontMatter = work(.front) { FrontMatter(of: document) }

  /// The sections, by their headings.
  public private(set) lazy var outline: Outline = work(.sections) {
    Outline(of: document, pagination: pagination)
  }

  /// 0-based lines of the table of contents; empty where none is printed.
  public var printedContents: Range<Int> { outline.printedContents }

  /// The entries of the sections that it calls its references, bibliography or the like.
  public private(set) lazy var bibliography: Bibliography = work(.bibliography) {
    Bibliography(of: document, pagination: pagination, outline: outline)
  }

  /// What each line with text outside the page breaks belongs to, in the order of the text.
  public var blocks: [Block] { structure.blocks }

  private lazy var structure = work(.blocks) {
    Block.blocks(
      of: document, pagination: pagination, outline: outline, bibliography: bibliography)
  }

  /// The code that it holds, in the order of the text.
  public private(set) lazy var code: [CodeItem] = work(.code) {
    CodeScanner.items(
      in: document, pagination: pagination, outline: outline, blocks: blocks, enclosed: structure.enclosed)
  }

  /// The sentences that say with a word of BCP 14 what is required, in the order of the text.
  public private(set) lazy var requirements: [Requirement] = work(.requirements) {
    Requirement.all(
      in: RunningText(of: document, pagination: pagination, outline: outline), outline: outline)
  }

  /// The document's own number; nil where neither its name nor its first page says one.
  public var number: RFCNumber? { givenNumber ?? frontMatter.number }

  /// The rules of its grammars, in the order of the text.
  public private(set) lazy var rules: [GrammarRule] = work(.rules) {
    GrammarRule.all(in: document, pagination: pagination, outline: outline, code: code)
  }

  /// What it cites, in its prose and in its bibliography; nothing in page headers and footers, in headings' own numbers
  /// or in the printed contents.
  public var citations: Citations {
    while advance() {}
    return foundCitations ?? .none
  }

  /// The sections of older RFCs that it changes, in the order of its text. A plain citation changes nothing.
  ///
  /// - Parameters:
  ///   - updates: the RFCs that it updates, as the catalogue says it.
  ///   - older: the text of one of them, looked into where old text is quoted without its section; nil where it is
  ///     not at hand.
  public func amendments(
    of updates: [RFCNumber], older: (RFCNumber) -> ParsedText? = { _ in nil }
  ) -> [Amendment] {
    if updates.isEmpty { return [] }
    let running = RunningText(
      of: document, pagination: pagination, outline: outline, bibliography: bibliography)
    return Amendment.all(
      in: running, outline: outline, citations: citations, updates: updates, older: older)
  }

  /// What a search of the texts finds. Not kept, for it holds the whole text once more.
  public func passages() -> Passages { Passages(of: document, pagination: pagination, outline: outline) }

  /// What it says of its own words; 12 ms for a text of 1.6 MB.
  private(set) lazy var definitions: Definitions = work(.definitions) {
    DefinitionScanner.definitions(in: document, pagination: pagination, outline: outline, blocks: blocks)
  }

  /// The words that it surely defines, in the order of the alphabet, whatever the case of their letters.
  public private(set) lazy var definedWords: [String] = definitions.terms()

  /// Where a word is said to mean what it means here: see ``Definition``. Nil for a word that is not defined.
  public func definition(of word: String) -> Definition? {
    let found = definitions.definition(of: word)
    if let rule = CoreRule.text(of: word), !(found?.way == .rule || found?.way == .defined && !usesCoreRules)
    {
      return .coreRule(rule)
    }
    return (found?.line).map(Definition.line)
  }

  /// Where its grammars use their rules.
  public private(set) lazy var grammar: Grammar = work(.grammar) {
    Grammar(of: document, blocks: blocks, pagination: pagination, hasCoreRules: usesCoreRules)
  }

  /// The captions of its figures and tables.
  public private(set) lazy var captions: Captions = work(.captions) {
    Captions(of: document, pagination: pagination, contents: printedContents)
  }

  /// The entries of its printed table of contents.
  public private(set) lazy var contentsEntries: [ContentsEntry] = work(.contentsEntries) {
    ContentsEntry.all(in: document, contents: printedContents, pagination: pagination, outline: outline)
  }

  /// The 0-based lines of what a text names as it is printed: of a figure or a table with its caption, the line of the
  /// caption, or of the page's first line. Nil where the document has none.
  public func lines(of place: PrintedPlace) -> (first: Int, named: Int)? {
    if place.kind == .page {
      return pagination.firstLine(ofPage: place.number, in: document).map { ($0, $0) }
    }
    guard let caption = captions.all[place]?.line else { return nil }
    // A caption stands below what it is the caption of, or above.
    let next = blocks.partitioningIndex { $0.lines.upperBound > caption }
    guard next > 0, case .verbatim(let form) = blocks[next - 1].kind, next < blocks.count,
      blocks[next].lines.lowerBound == caption
    else { return (caption, caption) }
    if place.kind == .table, form != .table, next + 1 < blocks.count, case .verbatim = blocks[next + 1].kind {
      return (caption, caption)
    }
    return (blocks[next - 1].lines.lowerBound, caption)
  }

  /// Whether its grammars are in the notation that has core rules.
  private var usesCoreRules: Bool {
    bibliography.references.contains { reference in
      if case .rfc(let number) = reference.target { return CoreRule.documents.contains(number) }
      return false
    }
  }

  // MARK: Part by part

  /// A part of the work that leads to the grammar.
  ///
  /// - Returns: true where there is more to do.
  public func advanceToGrammar() -> Bool {
    if !done.contains(.blocks) {
      _ = blocks
      return true
    }
    _ = grammar
    return false
  }

  /// While the citations are looked for. It holds the text once more, and goes with the last of them.
  private var scanner: CitationScanner?
  private var foundCitations: Citations?

  /// Bytes of a part: some 4 ms where every word is a citation.
  private static let part = 512 << 10

  /// Does a part of the work that leads to the citations, some milliseconds of it: the sections, the bibliography, then
  /// one stretch of the text after the other.
  ///
  /// - Returns: true where there is more to do.
  @discardableResult
  public func advance() -> Bool {
    if foundCitations != nil { return false }
    if !done.contains(.sections) {
      _ = outline
    } else if !done.contains(.bibliography) {
      _ = bibliography
    } else if scanner == nil {
      let running = RunningText(
        of: document, pagination: pagination, outline: outline, bibliography: bibliography)
      scanner = CitationScanner(
        of: running, outline: outline, bibliography: bibliography, captions: captions, number: number)
    } else if scanner?.advance(bytes: Self.part) == false {
      foundCitations = scanner?.citations
      scanner = nil
      done.append(.citations)
    }
    return foundCitations == nil
  }
}
