import CellGrid

/// The line a prompt edits.
struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character] = []
  /// 0...characters.count.
  private(set) var cursor = 0
  /// What is shown of what was typed before: nil while typing something new.
  private var recalled: Int?
  /// What was typed before that was looked at.
  private var draft = ""
  /// Which of the words that begin with ``draft`` Tab has put here; nil while typing something new.
  private var completed: Int?

  /// What is there is an offer: what is typed takes its place, unless it is edited first.
  private(set) var isOffered = false

  /// Long enough for any pattern a person types; a pasted book is cut.
  static let limit = 500

  init(_ text: String = "") {
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  /// With words that Enter takes, and a letter takes away.
  init(offering text: String) {
    self.init(text)
    isOffered = !text.isEmpty
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var textAfterCursor: String { String(characters[cursor...]) }

  mutating func insert(_ scalar: Unicode.Scalar) {
    if isOffered { self = LineEditor() }
    (recalled, completed) = (nil, nil)
    guard characters.count < Self.limit else { return }
    if displayWidth(of: scalar) == 0, cursor > 0 {
      // A letter carries a handful of marks at most; a flood of them is no text.
      var joined = String(characters[cursor - 1])
      joined.unicodeScalars.append(scalar)
      if joined.count == 1, joined.unicodeScalars.count <= 8 { characters[cursor - 1] = Character(joined) }
    } else if displayWidth(of: scalar) != nil {
      characters.insert(Character(scalar), at: cursor)
      cursor += 1
    }
  }

  /// Whether it is what was typed before, as it was.
  var isRecalled: Bool { recalled != nil }

  /// Up and Down: what was typed before and begins with what is typed now.
  ///
  /// - Parameters:
  ///   - step: -1 to an earlier one, 1 to a later one, and at the end back to what was being typed.
  ///   - history: the oldest first.
  mutating func recall(_ step: Int, from history: [String]) {
    if recalled == nil { draft = text }
    let fitting = history.filter { $0.hasPrefix(draft) }
    let index = (recalled ?? fitting.count) + step
    guard index >= 0 else { return }
    let (typed, isPast) = (draft, index < fitting.count)
    self = LineEditor(isPast ? fitting[index] : typed)
    draft = typed
    recalled = isPast ? index : nil
  }

  /// What was typed before Tab put a word here.
  var stem: String { completed == nil ? text : draft }

  /// Tab and its opposite: what all words have in common that begin with what is typed; where that is no more, each of
  /// them in turn.
  ///
  /// - Parameter words: as ``Prompt/words``.
  mutating func complete(_ step: Int, among words: [String]) {
    let stem = stem
    let completion = Completion(of: stem, among: words)
    guard completion.count > 0 else { return }
    if completed == nil, let common = completion.common {
      self = LineEditor(common)
      return
    }
    var index = completed.map { $0 + step } ?? (step > 0 ? 0 : -1)
    // What is typed is a word itself: on to the next one.
    if completed == nil, completion[index] == stem { index += step }
    self = LineEditor(completion[index])
    (draft, completed) = (stem, index)
  }

  /// - Returns: false for a key that edits nothing.
  mutating func edit(_ key: Key) -> Bool {
    guard change(by: key) else { return false }
    isOffered = false
    (recalled, completed) = (nil, nil)
    return true
  }

  private mutating func change(by key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(scalar)
    case .backspace where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .delete where cursor < characters.count: characters.remove(at: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  /// What a line takes of bytes out of the clipboard: line breaks and tabs, with the blanks around them, are one blank;
  /// control characters and what is no UTF-8 are left out.
  static func line(pasted bytes: [UInt8]) -> [Unicode.Scalar] {
    let breaks = "\t\n\u{B}\u{C}\r\u{85}\u{2028}\u{2029}".unicodeScalars
    var line: [Unicode.Scalar] = []
    var isBroken = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar != "\u{FFFD}" {
      if breaks.contains(scalar) {
        isBroken = true
        while line.last == " " { line.removeLast() }
      } else if isBroken, scalar == " " {
        continue
      } else if displayWidth(of: scalar) != nil {
        if isBroken, !line.isEmpty { line.append(" ") }
        isBroken = false
        line.append(scalar)
      }
    }
    return line
  }

  private mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}
