import CellGrid
import RFCModel

/// The keys in words, made from the command table.
struct HelpText {
  /// As the title row has it.
  static let name = "Keys"

  /// Where less than that is left, the names of the commands are left out.
  private static let wholeWidth = 76
  private static let keysWidth = 22
  private static let nameWidth = 22
  private(set) var text = ""
  private var headings: [(title: String, line: Int)] = []
  private var lineCount = 0
  private let columns: Int

  /// - Parameters:
  ///   - columns: that the lines may take.
  ///   - context: that help was called from: its keys come first.
  init(_ keyMap: KeyMap, columns: Int, from context: Context = .reading) {
    self.columns = columns
    let counted: [(String, Command)] = [
      ("12", .scrollDown), ("3", .nextSection), ("200", .goToBottom), ("50.5", .goToPercent),
    ]
    let examples = counted.compactMap { count, command in keyMap.firstKey(of: command).map { count + $0 } }
    let way = keyMap.firstKey(of: .closeOrQuit).map { " \($0) goes back." } ?? ""
    addWords(
      "`N` is a count typed first\(examples.isEmpty ? "" : ": ")\(examples.joined(separator: ", ")).\(way)")
    if let title = context.title {
      heading(title)
      for entry in CommandEntry.all
      where entry.contexts.contains(context) && entry.contexts != Context.allCases {
        add(keyMap.keys(of: entry, in: context), of: entry.command.rawValue, entry.summary)
      }
    }
    for group in CommandEntry.Group.allCases {
      heading(group.rawValue)
      for entry in CommandEntry.all where entry.group == group {
        add(keyMap.keys(of: entry), of: entry.command.rawValue, entry.summary)
      }
    }
    section(
      "At the prompt of a search",
      [
        ("Enter ESC", "go there; cancel and go back"),
        ("Up Down", "earlier patterns"),
        ("^R", "take the pattern literally, not as a regular expression"),
        ("^N or !", "find lines that do not match (or ! before the pattern)"),
        ("^F or @", "search from the first line of the text (or @ before the pattern)"),
        ("^K", "highlight the matches and stay here"),
        ("^W", "do not wrap around (before a pattern is typed)"),
      ])
    add("")
    addWords(
      "A lower-case pattern finds both cases. A blank also matches the end of a line, and a word is found that "
        + "breaks at its hyphen or slash.", indent: 2)
    section(
      "At the : prompt",
      [
        (":4.2.1 :A.1", "a section or an appendix of this document"),
        (":Figure 2", "a figure or a table of this document"),
        (":9110 :9110#4.2", "another RFC; :rfc4 if 4 is a section here"),
        (":l120", "line 120 of the published text"),
        (":toggle-pages", "any command by its name; Tab completes it"),
        ("Up Down", "earlier entries"),
      ])
    section(
      "Options, as less has them",
      ReaderOption.allCases.map { ("-\($0.rawValue) --\($0.name)", $0.summary) } + [
        ("-+N -!N", "back to the default; the opposite of it"),
        ("_N", "show how it is set"),
      ])
    add("")
    addWords("Also on the command line and in $RFCVIEW. -N again: off.", indent: 2)
  }

  var outline: Outline {
    let ends = headings.dropFirst().map(\.line) + [lineCount]
    return Outline(
      sections: zip(headings, ends).map { heading, end in
        Section(
          number: nil, title: heading.title, level: 1, lines: heading.line..<end, headingLines: 1, parent: nil
        )
      })
  }

  private mutating func section(_ title: String, _ rows: [(keys: String, summary: String)]) {
    heading(title)
    for (keys, summary) in rows { add(keys, summary) }
  }

  /// Keys, the name of their command, and what they do, each wrapped in a column of its own.
  private mutating func add(_ keys: String, of name: String? = nil, _ summary: String) {
    guard columns >= 2 * Self.keysWidth else {
      // Below the keys in a window that is narrower still.
      addWords(keys, indent: 2)
      addWords(summary, indent: 4)
      return
    }
    let name = columns >= Self.wholeWidth ? name : nil
    let indent = 2 + Self.keysWidth + (name == nil ? 0 : Self.nameWidth)
    let keys = keys.wrapped(columns: Self.keysWidth - 1)
    let summary = summary.wrapped(columns: columns - indent)
    for row in 0..<max(keys.count, summary.count) {
      var line = "  " + (keys[at: row] ?? "").padded(to: Self.keysWidth)
      if let name { line += (row == 0 ? name : "").padded(to: Self.nameWidth) }
      add(line + (summary[at: row] ?? ""))
    }
  }

  private mutating func addWords(_ words: String, indent: Int = 0) {
    for line in words.wrapped(columns: max(1, columns - indent)) {
      add(String(repeating: " ", count: indent) + line)
    }
  }

  private mutating func heading(_ title: String) {
    add("")
    headings.append((title, lineCount))
    add(title)
    add("")
  }

  private mutating func add(_ line: String) {
    text += line + "\n"
    lineCount += 1
  }
}

extension Context {
  /// What help calls it; nil for the text, whose keys are most of them.
  fileprivate var title: String? {
    switch self {
    case .reading: nil
    case .contents: "Here, in the contents"
    case .peek: "Here, in the window over the text"
    case .library: "Here, in the library"
    case .fullText: "Here, in what a search of all texts has found"
    case .references: "Here, among the references"
    case .errata: "Here, among the errata"
    case .bookmarks: "Here, among the bookmarks"
    case .checklist: "Here, in the checklist"
    case .code: "Here, among the code"
    }
  }
}

extension String {
  /// At least one blank at the end.
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(1, columns - displayColumns))
  }
}
