/// One row of the table that feeds dispatch, help, the `:` prompt, the manual page and the README.
public struct CommandEntry: Sendable {
  public let command: Command
  /// The heading it stands under in help.
  public let group: Group
  /// Key sequences as ``KeySequence/init(name:)`` reads them, separated by blanks.
  public let keys: String
  public let contexts: [Context]
  /// What it does, in a few words; `N` is the count typed first.
  public let summary: String
  /// A word or two for the last row of the screens where the command matters most.
  let hint: String?
  /// Who answers it.
  public let part: Part

  public enum Part: Sendable {
    /// What has the window.
    case screen
    /// The pane around it, whatever that is.
    case pane
  }

  public enum Group: String, CaseIterable, Sendable {
    case moving = "Moving"
    case searching = "Searching"
    case sections = "Sections"
    case links = "Links"
    case marks = "Marks and the way back"
    case lists = "In lists"
    case other = "Everything else"
  }
}

extension CommandEntry {
  private init(
    _ command: Command, _ group: Group, _ keys: String, _ summary: String,
    in contexts: [Context] = Context.allCases, by part: Part = .screen, hint: String? = nil
  ) {
    self.init(
      command: command, group: group, keys: keys, contexts: contexts, summary: summary, hint: hint, part: part
    )
  }

  /// What the last row of a screen says of the keys that matter there: `Enter open`.
  ///
  /// - Parameter keyMap: the keys in force; nil: the default ones.
  static func hints(in context: Context, _ keyMap: KeyMap?) -> [(command: Command, text: String)] {
    all.compactMap { entry in
      guard let hint = entry.hint, entry.contexts.contains(context),
        let key = (keyMap?.keys(of: entry, in: context) ?? entry.keys).split(separator: " ").first
      else { return nil }
      return (entry.command, "\(key) \(hint)")
    }
  }

  /// The commands of the pane.
  fileprivate static let ofPane = Set(all.filter { $0.part == .pane }.map(\.command))

  private static let lists: [Context] = [.contents, .library, .fullText, .references, .bookmarks]
  private static let listsAndPeek = lists + [.peek]

  /// Every command with its default keys, in the order of help.
  public static let all: [CommandEntry] = [
    .init(.scrollDown, .moving, "j e ^E ^N Down", "a line down, or N", in: [.reading]),
    .init(.scrollUp, .moving, "k y ^Y ^K ^P Up", "a line up, or N"),
    .init(.pageDown, .moving, "Space f ^F ^V PgDn", "a page down, or N lines"),
    .init(.pageUp, .moving, "b ^B ESC-v PgUp", "a page up, or N lines"),
    .init(
      .pagePastEnd, .moving, "ESC-Space", "a page down, also past the end", in: [.reading]),
    .init(.pageDownKeep, .moving, "z", "a page down; N becomes the page size", in: [.reading]),
    .init(.pageUpKeep, .moving, "w", "a page up; N becomes the page size", in: [.reading]),
    .init(.halfDown, .moving, "d ^D", "half a page down; N is kept"),
    .init(.halfUp, .moving, "u ^U", "half a page up; N is kept"),
    .init(.goToTop, .moving, "g < ESC-< Home", "to the first line, or to line N"),
    .init(.goToBottom, .moving, "G > ESC-> ESC-G End", "to the last line, or to line N"),
    .init(.goToPercent, .moving, "p %", "to N percent", in: [.reading]),
    .init(.scrollLeft, .moving, "Left ESC-(", "half a screen left; N is kept", in: [.reading]),
    .init(.scrollRight, .moving, "Right ESC-)", "half a screen right; N is kept", in: [.reading]),

    .init(
      .searchForward, .searching, "/ ESC-/", "search as you type; narrow a list",
      in: [.reading, .contents, .library, .references, .bookmarks],
      hint: "filter"),
    .init(.searchBackward, .searching, "? ESC-?", "search backward", in: [.reading]),
    .init(.nextMatch, .searching, "n ESC-n", "to the next match, or the Nth", in: [.reading]),
    .init(.previousMatch, .searching, "N ESC-N", "to the previous match", in: [.reading]),
    .init(.toggleHighlight, .searching, "ESC-u", "show the matches, or not", in: [.reading]),
    .init(.clearSearch, .searching, "ESC-U", "forget what was searched for", in: [.reading]),
    .init(.filterLines, .searching, "&", "only lines that match; empty: all", in: [.reading]),

    .init(.nextSection, .sections, ")", "to the next section, any level", in: [.reading]),
    .init(.previousSection, .sections, "(", "to the previous section", in: [.reading]),
    .init(.nextSibling, .sections, "}", "to the next of the same level", in: [.reading]),
    .init(.previousSibling, .sections, "{", "to the previous of the same level", in: [.reading]),
    .init(.parentSection, .sections, "U", "to the section around this one", in: [.reading]),
    .init(.nextChapter, .sections, "]]", "to the next top-level section", in: [.reading]),
    .init(.previousChapter, .sections, "[[", "to the previous top-level section", in: [.reading]),
    .init(.nextRequirement, .sections, "]m", "to the next MUST, SHOULD or MAY", in: [.reading]),
    .init(.previousRequirement, .sections, "[m", "to the previous one", in: [.reading]),
    .init(.nextFigure, .sections, "]f", "to the next figure, table or code", in: [.reading]),
    .init(.previousFigure, .sections, "[f", "to the previous one", in: [.reading]),
    .init(.contents, .sections, "t F2", "the contents beside the text", in: [.reading, .contents]),

    .init(.nextLink, .links, "Tab", "to the next link on the screen", in: [.reading]),
    .init(.previousLink, .links, "S-Tab", "to the previous link", in: [.reading]),
    .init(.followOrDown, .links, "Enter", "follow the link; with none, a line down", in: [.reading]),
    .init(.follow, .links, "^]", "follow the link", in: [.reading]),
    .init(.peek, .links, "K", "what the link or a word means, in a window", in: [.reading, .peek]),
    .init(.followElsewhere, .links, "^WEnter ^W^]", "follow the link in the other pane", in: [.reading]),
    .init(.linkHints, .links, ";", "letters on the links: type one to follow", in: [.reading]),

    .init(.setMark, .marks, "m M", "mark this place with a letter", in: [.reading]),
    .init(.goToMark, .marks, "'", "to the place marked with a letter", in: [.reading]),
    .init(.clearMark, .marks, "ESC-m", "take a mark away", in: [.reading]),
    .init(.goBackMark, .marks, "'' ^X^X", "back to before the last jump", in: [.reading]),

    .init(.addBookmark, .marks, "a", "a bookmark at this place, with a note", in: [.reading]),
    .init(.bookmarks, .marks, "I", "the bookmarks of all documents", by: .pane),

    .init(.back, .marks, "B Backspace ^T", "back to where one was, in any document", by: .pane),
    .init(.forward, .marks, "F", "forward again", by: .pane),

    .init(.select, .lists, "Enter", "go to the section, open the document", in: listsAndPeek, hint: "open"),
    .init(.scrollDown, .lists, "j e ^E ^N Down", "to the next entry", in: listsAndPeek),
    .init(.unfold, .lists, "Right", "open a part of the contents", in: [.contents]),
    .init(.fold, .lists, "Left", "close it, or go to the part around", in: [.contents]),

    .init(
      .sortLibrary, .lists, "s", "the next order: newest, oldest, title",
      in: [.library, .references, .bookmarks], hint: "sort"),
    .init(
      .toggleCachedOnly, .lists, "^F", "only what is in the cache, or all", in: [.library],
      hint: "cached only"),

    .init(.editNote, .lists, "a", "change the note of the bookmark", in: [.bookmarks], hint: "note"),
    .init(
      .deleteBookmark, .lists, "D Del", "delete the bookmark; again: take that back", in: [.bookmarks],
      hint: "delete"),

    .init(.searchForward, .lists, "/", "search for other words", in: [.fullText], hint: "search"),
    .init(
      .searchLibrary, .lists, "Tab", "the same words in the texts", in: [.library], by: .pane,
      hint: "full text"),
    .init(
      .otherSide, .lists, "Tab", "from what it cites to what cites it", in: [.references],
      hint: "cites, cited by"),

    .init(.open, .other, "o E ^X^V", "another RFC, by number or words of its title", by: .pane),
    .init(.searchLibrary, .other, "O", "search the texts of all that is cached", by: .pane),
    .init(.references, .other, "L", "what it cites, and what cites it", in: [.reading]),
    .init(
      .information, .other, "i", "what the catalogue says of the RFC",
      in: [.reading, .library, .fullText, .references, .bookmarks], by: .pane),
    .init(.copyLink, .other, "c", "the address of this place, to the clipboard", in: [.reading]),
    .init(.save, .other, "s", "the text, into a new file", in: [.reading]),
    .init(.pipe, .other, "|", "from here to a mark, to a command", in: [.reading]),
    .init(.edit, .other, "v", "the file in the editor", in: [.reading]),
    .init(.shell, .other, "!", "a command of the shell", by: .pane),
    .init(.split, .other, "S", "a second pane, or one again", by: .pane),
    .init(.changePane, .other, "^W^W ^Ww ^Wj ^Wk ^Wh ^Wl", "to the other pane", by: .pane),
    .init(.commandPrompt, .other, ":", "go to a place, or run a command", by: .pane),
    .init(.togglePages, .other, "A", "the pages as printed, or without", in: [.reading]),
    .init(.toggleReflow, .other, "W", "prose at the window's width, or as published", in: [.reading]),
    .init(.option, .other, "-", "change an option of less: -N, -j5, -+i", by: .pane),
    .init(.showOption, .other, "_", "how an option stands: _N", by: .pane),
    .init(.position, .other, "= ^G", "where this is, in full", in: [.reading]),
    .init(.toggleTheme, .other, "X", "the colours: dark, light, plain", by: .pane),
    .init(.redraw, .other, "r ^R ^L", "draw the screen again", by: .pane),
    .init(.version, .other, "V", "the version of the program", by: .pane),
    .init(.help, .other, "h H F1", "the keys", by: .pane, hint: "help"),
    .init(.closeOrQuit, .other, "q", "close the panel, then the reader", by: .pane),
    .init(.quit, .other, "Q ZZ", "quit at once", by: .pane),
    .init(.cancel, .other, "^C", "cancel a search or a download", by: .pane),
    .init(.suspend, .other, "^Z", "to the shell; `fg` comes back", by: .pane),
  ]
}

extension Command {
  /// Who answers it, as the table has it.
  var part: CommandEntry.Part { CommandEntry.ofPane.contains(self) ? .pane : .screen }
}
