import CellGrid
import RFCModel

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
