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
  var origin = ViewPosition()
  /// What is shown of the history: nil while typing something new.
  var historyIndex: Int?
  /// What was typed before the history was entered.
  var draft = ""

  /// Whether the keys at the beginning of a less prompt mean something.
  var takesPattern: Bool {
    switch kind {
    case .search, .filter: true
    case .command, .option, .listFilter, .fullText, .word, .shell, .pipe, .save, .note: false
    }
  }

  /// What Tab completes to.
  var words: [String] {
    switch kind {
    case .command: Command.allCases.map(\.rawValue)
    case .option(let use): use.words
    case .search, .filter, .listFilter, .fullText, .word, .shell, .pipe, .save, .note: []
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
}

enum SearchDirection: Hashable, Sendable {
  case forward, backward

  var opposite: SearchDirection { self == .forward ? .backward : .forward }
}

/// The keys at the beginning of a less prompt. Source: less(1), `/pattern`.
struct SearchOptions: Hashable, Sendable {
  /// `^N`: lines that do not match.
  var isInverted = false
  /// `^R`: the characters as they stand, not a regular expression.
  var isLiteral = false
  /// `^W` turns it off: past the last match the first one follows.
  var wraps = true
  /// `^F`: from the first line of the text, not from here.
  var fromStart = false
  /// `^K`: mark the matches and stay here.
  var keepsPlace = false
  var letterCase = Query.LetterCase.smart

  var words: String {
    var words: [String] = []
    if isInverted { words.append("not matching") }
    if isLiteral { words.append("literal") }
    if !wraps { words.append("no wrap") }
    if fromStart { words.append("from the top") }
    if keepsPlace { words.append("stay here") }
    return words.isEmpty ? "" : words.joined(separator: ", ") + " "
  }

  /// - Parameter isAtStart: nothing is typed yet: `^W` and `^K` edit the line afterwards.
  /// - Returns: false for a key that is no option.
  mutating func toggle(_ key: Key, isAtStart: Bool) -> Bool {
    switch key {
    case .control("n"): isInverted.toggle()
    case .control("r"): isLiteral.toggle()
    case .control("w") where isAtStart: wraps.toggle()
    case .control("f"): fromStart.toggle()
    case .control("k"): keepsPlace.toggle()
    default: return false
    }
    return true
  }
}
