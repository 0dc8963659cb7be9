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
  /// What the run began with in a text that is still coming, until it is reached or the user does something.
  var awaited: StartCommand?
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
  var pendingSearch: PendingSearch?
  var download: DownloadProgress?
  /// What was typed at the prompts, the oldest first.
  var histories: [PromptHistory: [String]]
  /// What `d` and `u` were last given; nil: half of the window.
  var halfPage: Int?
  /// What `z` and `w` were last given; nil: the window.
  var page: Int?
  /// What Left and Right were last given, in columns; nil: half of the window.
  var shift: Int?
  let settings: ReaderSettings

  init(size: Size, settings: ReaderSettings = ReaderSettings()) {
    self.size = size
    self.settings = settings
    options = settings.options
    histories = settings.histories
    reflows = settings.reading.reflows
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
    withReading { pendingSearch != nil || $0.outline == nil || !$0.hasAskedForCited } ?? false
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
  /// Enter takes it away and does nothing else: less waits for it there, and hands have learnt it.
  var awaitsEnter = false

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
  private(set) var count: Int?
  /// Digits behind its point, six at most; nil: no point was typed.
  private(set) var fraction: String?
  /// A command that waits for a letter: `m`, `'`.
  var awaitsLetter: Command?
  /// One that is none here and waits for a letter.
  var foreign: ForeignCommand?

  var isEmpty: Bool { self == TypedKeys() }

  /// The fraction of the count, in millionths.
  var millionths: Int {
    fraction.flatMap { Int($0.padding(to: 6)) } ?? 0
  }

  /// Takes a key that belongs to a count.
  ///
  /// - Parameter isFree: the key means nothing by itself, so that 0 and a point may begin a count.
  /// - Returns: false for any other key.
  mutating func takeCount(_ key: Key, isFree: Bool) -> Bool {
    guard pending.isEmpty else { return false }
    switch key {
    case .character(let scalar) where ("0"..."9").contains(scalar):
      let digit = Int(scalar.value) - 0x30
      if let fraction {
        if fraction.utf8.count < 6 { self.fraction = fraction + String(digit) }
        return true
      }
      guard count != nil || digit > 0 || isFree else { return false }
      count = min((count ?? 0) * 10 + digit, 999_999)
    case .character(".") where fraction == nil && (count != nil || isFree):
      count = count ?? 0
      fraction = ""
    case .backspace where count != nil: erase()
    default: return false
    }
    return true
  }

  private mutating func erase() {
    if let fraction {
      self.fraction = fraction.isEmpty ? nil : String(fraction.dropLast())
    } else {
      count = count.flatMap { $0 < 10 ? nil : $0 / 10 }
    }
  }

  /// As the status row shows it.
  var text: String {
    let letters =
      switch awaitsLetter {
      case .setMark: "m"
      case .goToMark: "'"
      case .clearMark: "ESC-m"
      case .pipe: "|"
      default: foreign?.name ?? ""
      }
    return (count.map(String.init) ?? "") + (fraction.map { "." + $0 } ?? "") + letters
      + pending.map(\.name).joined()
  }
}

/// A download under way.
struct DownloadProgress: Hashable, Sendable {
  let id: DocumentID
  let received: Int
  let expected: Int?
}

/// A search that has not been through the text yet. It begins anew where the text is laid out anew meanwhile.
struct PendingSearch {
  /// What it does at its end.
  enum Purpose: Hashable, Sendable {
    /// Marks the matches; nothing moves.
    case mark
    /// Shows what is typed so far, from where the prompt was opened.
    case preview
    /// Goes where the prompt leads that Enter was pressed at.
    case confirm(Prompt, SearchDirection)
    /// Stands on the first match at that line or below it.
    case stand(line: Int)
    /// Goes `count` matches on.
    case move(SearchDirection, count: Int)
    /// Leaves only the lines found.
    case filter
  }

  let search: Search
  var purpose: Purpose
}

extension String {
  /// With zeros behind it, to so many digits.
  fileprivate func padding(to digits: Int) -> String {
    self + String(repeating: "0", count: max(0, digits - utf8.count))
  }
}
