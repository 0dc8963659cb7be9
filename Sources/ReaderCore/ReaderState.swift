import CellGrid
import RFCModel
import TextSearch

/// Everything the reader of a pane knows; what the pane shows follows from it and from nothing else.
struct ReaderState {
  var size: Size
  /// Pages as printed, without title and status line.
  var isBare: Bool { settings.isBare }
  /// Whether there is no other pane.
  var isAlone = true
  /// What is asked of the workspace, until it has been done.
  var request: Workspace.Request?
  private var madeKeyMap: KeyMap?

  /// The keys in force.
  var keyMap: KeyMap { madeKeyMap ?? KeyMap(settings.keys) }

  /// Made after the first screen, which does not wait for it, and before the first key, which would pay for it.
  mutating func prepareKeys() {
    if madeKeyMap == nil { madeKeyMap = KeyMap(settings.keys) }
  }

  /// What has the screen, under a cover if there is one.
  enum Front: Hashable, Sendable {
    case document
    case library
    case fullText
    case references
    case bookmarks
  }

  var front = Front.document
  /// What is read, or was before the list that has the screen.
  var document: Reading?
  /// Help, or what the catalogue says: over whatever it was called from, until it is closed.
  var cover: Reading?
  var history = History()
  /// What to do when the document that was asked for has come.
  var arrival: Arrival?
  var lastCommand: Command?
  /// Whether this is one more step of the same kind: from section to section, from match to match.
  var isStepping = false
  /// Every document there is, where the reader was started with it.
  var library: Library?
  var fullText = FullTextSearch()
  var references: ReferenceList?
  var bookmarks = BookmarkList()
  var prompt: Prompt?
  var message: Message?
  var typed = TypedKeys()
  /// The mouse has taken the strip and not let it go.
  var holdsStrip = false
  /// The window over the text.
  var peek: Peek?
  /// Letters on the links, while one of them is to be typed.
  var hints: LinkHints?
  var search: Search?
  var highlightsMatches = true
  var options: ReaderOptions
  /// Prose is set at the window's width.
  var reflows = false
  /// Whether the reader was told of that in a narrow window.
  var hasOfferedReflow = false
  /// A search that has not been through the whole text yet, and what its end is waited for.
  var pendingSearch: PendingSearch?
  var download: DownloadProgress?
  /// What was typed at the prompts, the oldest first.
  var histories: [PromptHistory: [String]]
  /// What `d` and `u` were last given; nil: half of the window.
  var halfPage: Int?
  /// What `z` and `w` were last given; nil: the window.
  var page: Int?
  let settings: ReaderSettings

  init(size: Size, settings: ReaderSettings = ReaderSettings()) {
    self.size = size
    self.settings = settings
    options = settings.options
    histories = settings.histories
    reflows = settings.reflows
  }

  /// The text that has the screen; nil where a list has it.
  var reading: Reading? {
    get { withReading { $0 } }
    _modify {
      if cover != nil {
        yield &cover
      } else if front == .document {
        yield &document
      } else {
        var none: Reading?
        yield &none
      }
    }
  }

  /// Hands over the text that has the screen without the copy that ``reading`` makes, of some thirty references: for
  /// what each key asks several times.
  ///
  /// - Returns: nil where a list has the screen.
  func withReading<Result>(_ use: (Reading) -> Result) -> Result? {
    if let cover { return use(cover) }
    guard front == .document, let document else { return nil }
    return use(document)
  }

  /// True while something is left to do that nobody has to press a key for: the sections of a new document, a search
  /// through a long one. `.work` does a part of it, some milliseconds at most.
  var hasWork: Bool {
    withReading { pendingSearch != nil || $0.outline == nil || $0.links == nil } ?? false
  }

  /// The place and the marks to keep when the program ends, wherever it is now.
  mutating func memory() -> (id: DocumentID, memory: DocumentMemory)? {
    guard var document, let id = document.id else { return nil }
    return (id, DocumentMemory(position: document.place(), marks: document.marks))
  }

  /// Whether the library is on the screen, or under what is.
  var showsLibrary: Bool { library != nil }

  /// Where the keys go.
  var context: Context {
    if peek != nil { return .peek }
    if let isFocused = withReading(\.contents.isFocused) { return isFocused ? .contents : .reading }
    switch front {
    case .document: return .reading
    case .library: return .library
    case .fullText: return .fullText
    case .references: return .references
    case .bookmarks: return .bookmarks
    }
  }
}

/// What to do when the document that was asked for has come.
enum Arrival: Sendable {
  /// Stand where one stood before.
  case stop(DocumentStop, History.Direction)
  /// Search for a pattern, and stand at its first match from a line on.
  case match(pattern: String, line: Int)
  /// Stand at a place of a document, if it is this one that comes.
  case place(Place, in: DocumentID)
}

/// A line for the status row, until the next key.
struct Message: Hashable, Sendable {
  let text: String
  let isWarning: Bool

  init(_ text: String) {
    self.text = text
    isWarning = false
  }

  init(warning text: String) {
    self.text = text
    isWarning = true
  }
}

/// Keys typed and not yet a command.
struct TypedKeys: Hashable, Sendable {
  /// The beginning of a sequence: `]`.
  var pending: [Key] = []
  /// The count typed first, 0...999,999.
  var count: Int?
  /// A command that waits for a letter: `m`, `'`.
  var awaitsLetter: Command?

  var isEmpty: Bool { self == TypedKeys() }

  /// As the status row shows it.
  var text: String {
    let letters =
      switch awaitsLetter {
      case .setMark: "m"
      case .goToMark: "'"
      case .pipe: "|"
      default: ""
      }
    return (count.map(String.init) ?? "") + letters + pending.map(\.name).joined()
  }
}

/// A download under way.
struct DownloadProgress: Hashable, Sendable {
  let id: DocumentID
  let received: Int
  let expected: Int?
}

/// What a search does when it has been through the text.
enum PendingSearch: Hashable, Sendable {
  /// Shows what is typed so far, from where the prompt was opened.
  case preview
  /// Stands on the first match at that row or below it.
  case stand(row: Int)
  /// Goes `count` matches on.
  case move(SearchDirection, count: Int)
  /// Leaves only the lines found.
  case filter(pattern: String)
  /// Makes a match the current one again, without moving.
  case resume(at: Int?)
}
