import CellGrid
import RFCModel
import TextSearch

/// The row at the bottom while something is typed into it.
struct Prompt: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case search(SearchDirection)
    case filter
    case command
    case option(OptionUse)
    /// What stands behind a command of less that is none here.
    case foreign(ForeignCommand)
    /// Narrows the list that has the keys: the contents, or the documents.
    case listFilter
    /// Asks the texts of all that is cached.
    case fullText
    /// Asks what a word means.
    case word
    /// A command line.
    case shell
    /// A command line that reads some lines, 0-based.
    case pipe(Range<Int>)
    /// The name of a new file.
    case save
    /// A note on a bookmark that is there, or on a new one at the place that is read.
    case note(of: Bookmark?)
  }

  let kind: Kind
  var line = LineEditor()
  /// How the pattern is meant; searches and filters only.
  var options = SearchOptions()
  /// Where the view was, to go back to when the prompt is given up.
  var origin: Standpoint?
  /// The count typed first: which match is meant.
  var count = 1
  /// What is shown of the history: nil while typing something new.
  var historyIndex: Int?
  /// What was typed before the history was entered.
  var draft = ""

  /// Whether the keys at the beginning of a less prompt mean something.
  var takesPattern: Bool {
    switch kind {
    case .search, .filter: true
    case .command, .option, .foreign, .listFilter, .fullText, .word, .shell, .pipe, .save, .note: false
    }
  }

  /// What Tab completes to.
  var words: [String] {
    switch kind {
    case .command: Command.allCases.map(\.rawValue)
    case .option(let use): use.words
    case .search, .filter, .foreign, .listFilter, .fullText, .word, .shell, .pipe, .save, .note: []
    }
  }

  /// What stands before the text: `/`, and the options that differ from the usual.
  var label: String {
    switch kind {
    case .search(.forward): options.words + "/"
    case .search(.backward): options.words + "?"
    case .filter: options.words + "&/"
    case .command: ":"
    case .option(let use): use.label
    case .foreign(let command): command.name
    case .word: "Meaning of: "
    case .shell, .pipe: "!"
    case .save: "Save as: "
    case .listFilter, .fullText: "/"
    case .note: "Note: "
    }
  }
}

/// Where a view stands.
struct ViewPosition: Hashable, Sendable {
  /// The row at the top of the window.
  var top = 0
  /// The column at its left edge.
  var left = 0
  /// The byte of the document that the match begins with that one stands on.
  var match: Int?
}

/// Where a view stands, said of the document: it is found again whatever rows the text is laid out in.
struct Standpoint: Hashable, Sendable {
  /// The byte that the row at the top begins with, or the last row above it that is not blank.
  let offset: Int
  /// Blank rows from there to the top.
  let blanks: Int
  let left: Int
  let match: Int?
}

enum SearchDirection: Hashable, Sendable {
  case forward, backward

  var opposite: SearchDirection { self == .forward ? .backward : .forward }
}

/// The keys at the beginning of a less prompt. Source: less(1), `/pattern`.
struct SearchOptions: Hashable, Sendable {
  /// `^N` or `!`: lines that do not match.
  var isInverted = false
  /// `^E`: on in the next file; a document is the only one.
  var spansFiles = false
  /// `^R`: the characters as they stand, not a regular expression.
  var isLiteral = false
  /// `^W` turns it off: past the last match the first one follows.
  var wraps = true
  /// `^F` or `@`: from the first line of the text, not from here; backward from the last one.
  var fromStart = false
  /// `^K`: mark the matches and stay here.
  var keepsPlace = false
  var letterCase = LetterCase.smart

  var words: String {
    var words: [String] = []
    if isInverted { words.append("not matching") }
    if spansFiles { words.append("all files") }
    if isLiteral { words.append("literal") }
    if !wraps { words.append("no wrap") }
    if fromStart { words.append("from the top") }
    if keepsPlace { words.append("stay here") }
    return words.isEmpty ? "" : words.joined(separator: ", ") + " "
  }

  /// - Parameters:
  ///   - isAtStart: nothing is typed yet: `^W`, `^K` and `^E` edit the line afterwards, and characters are the pattern's.
  ///   - isFilter: of `&`, which leads nowhere.
  /// - Returns: false for a key that is no option.
  mutating func toggle(_ key: Key, isAtStart: Bool, isFilter: Bool) -> Bool {
    switch key {
    case .control("n"): isInverted.toggle()
    case .character("!") where isAtStart: isInverted.toggle()
    case .control("r"): isLiteral.toggle()
    case _ where isFilter: return false
    case .control("f"): fromStart.toggle()
    case .control("k"): keepsPlace.toggle()
    case _ where !isAtStart: return false
    case .control("e"), .character("*"): spansFiles.toggle()
    case .control("w"): wraps.toggle()
    case .character("@"): fromStart.toggle()
    default: return false
    }
    return true
  }
}

extension Prompt {
  /// Types a pattern with what may stand before it: `!`, `*` and `@` are no part of it.
  mutating func type(pattern: String) {
    var rest = pattern.unicodeScalars[...]
    while let first = rest.first,
      options.toggle(.character(first), isAtStart: true, isFilter: kind == .filter)
    {
      rest.removeFirst()
    }
    line = LineEditor(String(rest))
  }
}
