/// Everything a key, the `:` prompt or a key file can ask the reader to do. The raw value is the name people type.
public enum Command: String, CaseIterable, Sendable {
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case pagePastEnd = "page-past-end"
  case pageDownKeep = "page-down-keep"
  case pageUpKeep = "page-up-keep"
  case halfDown = "half-down"
  case halfUp = "half-up"
  case goToTop = "go-to-top"
  case goToBottom = "go-to-bottom"
  case goToPercent = "go-to-percent"
  case scrollLeft = "scroll-left"
  case scrollRight = "scroll-right"

  case searchForward = "search-forward"
  case searchBackward = "search-backward"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case toggleHighlight = "toggle-highlight"
  case clearSearch = "clear-search"
  case filterLines = "filter-lines"

  case setMark = "set-mark"
  case goToMark = "go-to-mark"
  case clearMark = "clear-mark"
  case goBackMark = "go-back-mark"

  case nextSection = "next-section"
  case previousSection = "previous-section"
  case nextSibling = "next-sibling"
  case previousSibling = "previous-sibling"
  case parentSection = "parent-section"
  case nextChapter = "next-chapter"
  case previousChapter = "previous-chapter"
  case nextRequirement = "next-requirement"
  case previousRequirement = "previous-requirement"
  case nextFigure = "next-figure"
  case previousFigure = "previous-figure"
  case nextErratum = "next-erratum"
  case previousErratum = "previous-erratum"
  case nextChange = "next-change"
  case previousChange = "previous-change"
  case contents = "contents"

  case nextLink = "next-link"
  case previousLink = "previous-link"
  case follow = "follow"
  case followOrDown = "follow-or-down"
  case linkHints = "link-hints"
  case peek = "peek"
  case followElsewhere = "follow-elsewhere"
  case split = "split"
  case changePane = "change-pane"

  case back = "back"
  case forward = "forward"

  case select = "select"
  case fold = "fold"
  case unfold = "unfold"
  case toggleFold = "toggle-fold"
  case sortLibrary = "sort-library"
  case toggleCachedOnly = "toggle-cached-only"

  case open = "open"
  case searchLibrary = "search-library"
  case references = "references"
  case errata = "errata"
  case requirements = "requirements"
  case extract = "extract"
  case compare = "compare"
  case addBookmark = "add-bookmark"
  case bookmarks = "bookmarks"
  case markDone = "mark-done"
  case markNotApplicable = "mark-not-applicable"
  case markQuestion = "mark-question"
  case editNote = "edit-note"
  case deleteBookmark = "delete-bookmark"
  case otherSide = "other-side"
  case goToCitation = "go-to-citation"
  case copyLink = "copy-link"
  case copyBlock = "copy-block"
  case copyToMark = "copy-to-mark"
  case save = "save"
  case pipe = "pipe"
  case edit = "edit"
  case shell = "shell"
  case information = "information"
  case commandPrompt = "command-prompt"
  case togglePages = "toggle-pages"
  case toggleReflow = "toggle-reflow"
  case option = "option"
  case showOption = "show-option"
  case position = "position"
  case redraw = "redraw"
  case toggleTheme = "toggle-theme"
  case version = "version"
  case help = "help"
  case closeOrQuit = "close-or-quit"
  case quit = "quit"
  case cancel = "cancel"
  case suspend = "suspend"
}

extension Command {
  /// Whether it is given again and again on the way to one place.
  var isStep: Bool {
    switch self {
    case .nextSection, .previousSection, .nextSibling, .previousSibling, .parentSection, .nextChapter,
      .previousChapter, .nextRequirement, .previousRequirement, .nextFigure, .previousFigure, .nextErratum,
      .previousErratum, .nextChange, .previousChange, .nextMatch, .previousMatch:
      true
    default: false
    }
  }
}

/// Where a key is pressed. The same key may mean different commands in different contexts.
public enum Context: String, CaseIterable, Sendable {
  case reading
  /// The contents panel, while the keys go to it.
  case contents
  /// The window over the text.
  case peek
  /// The list of every document there is.
  case library
  /// What a search of all texts has found.
  case fullText = "full-text"
  /// What a document cites, and what cites it.
  case references
  /// What is known about a text: errata, amendments.
  case errata
  /// The bookmarks of all documents.
  case bookmarks
  /// The requirements of a text, to be ticked off.
  case checklist
  /// The code that a text holds.
  case code
}
