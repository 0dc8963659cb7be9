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
    case pages, front, sections, printedContents, bibliography, citations, blocks, requirements
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

  /// A text of our own, whose sections its maker knows. It cites nothing.
  public init(_ document: Document, outline: Outline) {
    self.document = document
    givenNumber = nil
    foundCitations = Citations.none
    frontMatter = FrontMatter()
    bibliography = .empty
    self.outline = outline
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
  public private(set) lazy var printedContents: Range<Int> = work(.printedContents) {
    LineView.with(document) { PrintedContents(in: $0, rows: pagination.plainLines(of: document)).lines }
  }

  /// The entries of the sections that it calls its references, bibliography or the like.
  public private(set) lazy var bibliography: Bibliography = work(.bibliography) {
    Bibliography(of: document, pagination: pagination, outline: outline)
  }

  /// What each line with text outside the page breaks belongs to, in the order of the text.
  public private(set) lazy var blocks: [Block] = work(.blocks) {
    Block.blocks(of: document, pagination: pagination, outline: outline)
  }

  /// The sentences that say with a word of BCP 14 what is required, in the order of the text.
  public private(set) lazy var requirements: [Requirement] = work(.requirements) {
    Requirement.all(
      in: RunningText(of: document, pagination: pagination, outline: outline), outline: outline)
  }

  /// The document's own number; nil where neither its name nor its first page says one.
  public var number: RFCNumber? { givenNumber ?? frontMatter.number }

  /// What it cites, in its prose and in its bibliography; nothing in page headers and footers, in headings' own numbers
  /// or in the printed contents.
  public var citations: Citations {
    while advance() {}
    return foundCitations ?? .none
  }

  /// What a search of the texts finds. Not kept, for it holds the whole text once more.
  public func passages() -> Passages { Passages(of: document, pagination: pagination, outline: outline) }

  /// The 0-based line where the document says what a word means, in any case of letters: where it is a rule of ABNF, a
  /// term, an abbreviation, the title of a section, whichever is found first in that order. Nil for a word that it does
  /// not define.
  public func definition(of word: String) -> Int? {
    let scanner = DefinitionScanner(for: word, in: document)
    return scanner.rule() ?? scanner.term(among: blocks) ?? scanner.abbreviation()
      ?? scanner.section(of: outline)
  }

  // MARK: Part by part

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
      scanner = CitationScanner(of: running, outline: outline, bibliography: bibliography, number: number)
    } else if scanner?.advance(bytes: Self.part) == false {
      foundCitations = scanner?.citations
      scanner = nil
      done.append(.citations)
    }
    return foundCitations == nil
  }
}
