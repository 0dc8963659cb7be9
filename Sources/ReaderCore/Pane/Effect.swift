import CellGrid
import RFCModel

/// What the reader asks of the program around it. Values: the program carries them out and answers with events.
public enum Effect: Hashable, Sendable {
  /// Answered by ``ReaderEvent/opened(_:at:)``, by progress, or by ``ReaderEvent/failed(_:)``.
  case open(DocumentID, at: Anchor?)
  /// Answered by ``ReaderEvent/found(_:for:note:isComplete:)``, once or more; it ends the search before. Nil ends it.
  case search(FullTextQuery?)
  /// Answered by ``ReaderEvent/excerpts(_:for:)``.
  case excerpts([SearchHit], FullTextQuery)
  /// A document of the cache to look into. Answered by ``ReaderEvent/peeked(_:of:at:)``.
  case peek(DocumentID, PeekPlace)
  /// What took the place of an RFC, or what it took the place of. Answered by ``ReaderEvent/successors(_:of:)``.
  case successors(RFCNumber)
  /// What cites an RFC. Answered by ``ReaderEvent/citing(_:_:note:)``.
  case citing(RFCNumber)
  /// Lines of documents that cite another, which nobody waits for. Answered by ``ReaderEvent/citingLines(_:)``, once or
  /// more, for those that can be read.
  case citingLines([CitingPlace])
  /// The errata of an RFC. Answered by ``ReaderEvent/errata(_:of:)``, which nobody waits for.
  case errata(RFCNumber)
  /// What newer RFCs change of one, in steps: the first is 0. Answered by ``ReaderEvent/amendments(_:of:next:)``.
  case amendments(of: RFCNumber, by: [RFCNumber], step: Int)
  /// What is cached, and so on. Answered by ``ReaderEvent/surroundings(_:)``.
  case surroundings
  /// Answered by ``ReaderEvent/showLibrary(_:filter:asks:)``, which asks.
  case listLibrary
  /// What of the library answers what was typed. Answered by ``ReaderEvent/ranked(_:for:)`` before the next frame;
  /// by nothing where nobody knows.
  case rank(CatalogueFilter, in: CatalogueFilter.Surroundings)
  /// What the catalogue says of some RFCs besides their rows. Answered by ``ReaderEvent/described(_:)``.
  case describe([RFCNumber])
  /// The RFC that it stands for, or the library with those that it does.
  case openSubSeries(SubSeries, Int, at: Anchor? = nil)
  /// Answered by ``ReaderEvent/cited(_:)``.
  case lookUp([RFCNumber])
  /// Answered by ``ReaderEvent/information(_:text:)``, or by ``ReaderEvent/failed(_:)``.
  case information(DocumentID)
  /// Ends the download that is under way.
  case cancelDownload
  /// Wait for no more of the text that is growing. Answered by ``ReaderEvent/grown(_:)``.
  case stopGrowing
  /// Keep the place and the marks of a document for the next run.
  case remember(DocumentID, DocumentMemory)
  /// Into the clipboard of the terminal, which does not say whether it takes it.
  case copy(String)
  /// An address for the browser.
  case browse(String)
  /// A command line for the shell; an empty one is the shell itself.
  case shell(String)
  /// Bytes for a command line to read.
  case pipe([UInt8], to: String)
  /// Bytes for a new file.
  case save([UInt8], as: String)
  /// A document's file in the editor, at a line counted from 1.
  case edit(DocumentID, line: Int)
  /// The same for a file that the user has named. Answered by ``ReaderEvent/opened(_:at:)``.
  case editFile(String, line: Int)
  /// A file by its path, in a second pane where that is asked for. Answered by ``ReaderEvent/opened(_:at:)`` or
  /// ``ReaderEvent/openedBeside(_:)``; one that cannot be read, by ``ReaderEvent/failed(_:)``.
  case openFile(String, beside: Bool = false)
  /// What Tab puts in the place of a path that is typed, or its opposite. Answered by
  /// ``ReaderEvent/paths(_:goingOn:by:)``.
  case completePath(String, by: Int)
  /// The next of the files that the run was started with, or the one before. Answered by
  /// ``ReaderEvent/opened(_:at:)``.
  case anotherFile(by: Int)
  /// Keep what was typed for the next run.
  case rememberTyped(String, PromptHistory)
  /// The next theme in turn. Answered by ``ReaderEvent/notice(_:)``.
  case nextTheme
  /// Keep a bookmark, in the place of another one that was there.
  case addBookmark(Bookmark)
  case removeBookmark(Bookmark)
  /// Answered by ``ReaderEvent/bookmarks(_:)``.
  case bookmarks
  /// What is noted of the requirements of a text. Answered by ``ReaderEvent/checklist(_:of:)``.
  case checklist(Bookmark.Subject)
  /// Note something of its requirements. Answered in the same way once it is kept, else by ``ReaderEvent/warning(_:)``.
  case note([ChecklistChange], of: Bookmark.Subject)
  case redraw
  case suspend
  case quit
}

/// Who has asked for something. What does not say itself what it answers goes to the one that asked, and to no other.
public struct Asker: Hashable, Sendable {
  let number: Int

  func requests(_ effects: [Effect]) -> [Request] { effects.map { Request(effect: $0, asker: self) } }
}

/// What is asked of the program around the reader, and by whom.
public struct Request: Hashable, Sendable {
  public let effect: Effect
  public let asker: Asker
}

/// What the program tells the reader.
public enum ReaderEvent: Sendable {
  case key(Key)
  /// Bytes out of the clipboard, of whatever kind.
  case pasted([UInt8])
  /// The mouse, in a cell of the window or outside of it.
  case mouse(MouseEvent)
  case resized(Size)
  /// What the run begins with, once its document is there.
  case start(StartCommand)
  /// A document to show, with the place asked for.
  case opened(Source, at: Anchor?)
  /// The same for a second pane, which has the keys then.
  case openedBeside(Source)
  /// What the path that is typed may go on with, in the order of the alphabet, whatever the case of their letters;
  /// folders end with `/`.
  case paths([String], goingOn: String, by: Int)
  /// More has come of the text that is growing, or all of it.
  case grown(Source)
  /// Bytes so far; `expected` is nil where the length is not known.
  case downloading(DocumentID, received: Int, expected: Int?)
  /// One line of words for the status line: why what was asked for does not come.
  case failed(String)
  /// The same of what else goes wrong. A document that is on its way still comes.
  case warning(String)
  /// The same, where nothing is wrong.
  case notice(String)
  /// What there is to say about a document: a text to show over what is read, until it is closed.
  case information(DocumentID, text: [UInt8])
  /// What there is to read.
  case library(LibraryContents)
  /// What lists mark and narrow by, where there is no library yet.
  case surroundings(CatalogueFilter.Surroundings)
  /// What there is to read, on the screen, narrowed.
  /// Whether something is to be typed to narrow it further: `asks`.
  case showLibrary(LibraryContents, filter: String, asks: Bool)
  /// What of the library answers a filter.
  case ranked(RankedDocuments, for: CatalogueFilter)
  /// All that the catalogue says of some RFCs.
  case described([CatalogueEntry])
  /// Documents whose text matches, all of them or those found so far, with a word on where they come from.
  case found(SearchResults, for: FullTextQuery, note: String, isComplete: Bool)
  case excerpts([SearchHit: Excerpt], for: FullTextQuery)
  /// A document to look into; nil where it is not in the cache.
  case peeked(Source?, of: DocumentID, at: PeekPlace)
  /// What to compare an RFC with.
  case successors(Successors, of: RFCNumber)
  /// Where an RFC is cited, with a word on where the answer comes from.
  case citing(RFCNumber, [CitingPlace], note: String)
  /// Lines that cite an RFC, on one line.
  case citingLines([CitingPlace: String])
  /// Those that are kept.
  case bookmarks([Bookmark])
  /// All that is kept of a text's requirements.
  case checklist([ChecklistEntry], of: Bookmark.Subject)
  /// Those that are known, and what was known of them before is out of date.
  case errata([Erratum], of: RFCNumber)
  /// Some of what newer RFCs change of one, and the step to be asked for then; nil where these were the last.
  case amendments([AmendingPlace], of: RFCNumber, next: Int?)
  /// What else is known about the lines of a document.
  case annotations([Annotation], of: DocumentID)
  /// What the catalogue says of RFCs that the document cites.
  case cited([CatalogueRow])
  /// Go on with what takes longer than a key may: see ``Workspace/hasWork``.
  case work
}

/// A document as the program hands it over.
public struct Source: Sendable {
  /// What the title row begins with: `RFC 4291`, a file's name.
  public let name: String
  /// Nil for a file and for standard input: nothing is remembered of them.
  public let id: DocumentID?
  /// Of a file that the user has named.
  public let path: String?
  /// What a bookmark is of; nil for what cannot be opened again.
  public let subject: Bookmark.Subject?
  public let document: Document
  public let memory: DocumentMemory
  /// Nil where the catalogue does not know it.
  public let standing: Standing?
  /// More of it may come: ``ReaderEvent/grown(_:)``. There is one such text at most.
  public let isGrowing: Bool

  /// - Parameter subject: the document of `id`, unless told.
  public init(
    name: String, id: DocumentID?, path: String? = nil, subject: Bookmark.Subject? = nil, document: Document,
    memory: DocumentMemory = .init(), standing: Standing? = nil, isGrowing: Bool = false
  ) {
    self.name = name
    self.id = id
    self.path = path
    self.subject = subject ?? id.map { .document($0) }
    self.document = document
    self.memory = memory
    self.standing = standing
    self.isGrowing = isGrowing
  }
}

/// The texts that an RFC can be compared with.
public struct Successors: Sendable {
  /// Those that are here: what took its place, in the place of what is not here what took the place of that; of an RFC
  /// that is in force what it took the place of.
  public let sources: [Source]
  /// Whether they are older than it.
  public let arePredecessors: Bool
  /// Those that are not here.
  public let missing: [RFCNumber]

  public init(_ sources: [Source], arePredecessors: Bool, missing: [RFCNumber]) {
    self.sources = sources
    self.arePredecessors = arePredecessors
    self.missing = missing
  }
}
