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

  /// The same of some commands, in their order.
  static func hints(of commands: [Command], in context: Context, _ keyMap: KeyMap?) -> [String] {
    let hints = hints(in: context, keyMap)
    return commands.compactMap { command in hints.first { $0.command == command }?.text }
  }

  private static let lists: [Context] = [
    .contents, .library, .fullText, .references, .errata, .bookmarks, .checklist,
    .code,
  ]
  private static let listsAndPeek = lists + [.peek]

  /// Every command with its default keys, in the order of help.
  public static let all: [CommandEntry] = [
    .init(.scrollDown, .moving, "j e ^E ^N Down", "a line down, or N", in: [.reading]),
    .init(.scrollUp, .moving, "k y ^Y ^K ^P Up", "a line up, or N"),
    .init(.pageDown, .moving, "Space f ^F ^V PgDn", "a page down, or N lines"),
    .init(.pageUp, .moving, "b ^B ESC-v PgUp", "a page up, or N lines"),
    .init(
      .pagePastEnd, .moving, "ESC-Space", "a page down, even past the end", in: [.reading]),
    .init(.pageDownKeep, .moving, "z", "a page down; N becomes the page size", in: [.reading]),
    .init(.pageUpKeep, .moving, "w", "a page up; N becomes the page size", in: [.reading]),
    .init(.halfDown, .moving, "d ^D", "half a page down; N is kept"),
    .init(.halfUp, .moving, "u ^U", "half a page up; N is kept"),
    .init(.goToTop, .moving, "g < ESC-< Home", "to the first line, or to line N"),
    .init(.goToBottom, .moving, "G > ESC-> ESC-G End", "to the last line, or to line N"),
    .init(.goToPercent, .moving, "p %", "to N percent", in: [.reading]),
    .init(.scrollLeft, .moving, "Left ESC-(", "half a screen left; N is kept", in: [.reading]),
    .init(.scrollRight, .moving, "Right ESC-)", "half a screen right; N is kept", in: [.reading]),

    .init(.searchForward, .searching, "/ ESC-/", "search as you type", in: [.reading], hint: "search"),
    .init(.searchBackward, .searching, "? ESC-?", "search backward", in: [.reading]),
    .init(.nextMatch, .searching, "n ESC-n", "to the next match, or the Nth", in: [.reading]),
    .init(.previousMatch, .searching, "N ESC-N", "to the previous match", in: [.reading]),
    .init(.toggleHighlight, .searching, "ESC-u", "highlight the matches, or not", in: [.reading]),
    .init(.clearSearch, .searching, "ESC-U", "forget the search", in: [.reading]),
    .init(.filterLines, .searching, "&", "show only lines that match; empty: all", in: [.reading]),

    .init(.nextSection, .sections, ")", "to the next section, any level", in: [.reading]),
    .init(.previousSection, .sections, "(", "to the previous section", in: [.reading]),
    .init(.nextSibling, .sections, "}", "to the next one at the same level", in: [.reading]),
    .init(.previousSibling, .sections, "{", "to the previous one at the same level", in: [.reading]),
    .init(.parentSection, .sections, "U", "to the section around this one", in: [.reading]),
    .init(.nextChapter, .sections, "]]", "to the next top-level section", in: [.reading]),
    .init(.previousChapter, .sections, "[[", "to the previous top-level section", in: [.reading]),
    .init(.nextRequirement, .sections, "]m", "to the next MUST, SHOULD or MAY", in: [.reading]),
    .init(.previousRequirement, .sections, "[m", "to the previous one", in: [.reading]),
    .init(.nextFigure, .sections, "]f", "to the next figure, table or code", in: [.reading]),
    .init(.previousFigure, .sections, "[f", "to the previous one", in: [.reading]),
    .init(.nextErratum, .sections, "]e", "to the next erratum or amendment", in: [.reading]),
    .init(.previousErratum, .sections, "[e", "to the previous one", in: [.reading]),
    .init(.nextChange, .sections, "]c", "to the next change, in a comparison", in: [.reading]),
    .init(.previousChange, .sections, "[c", "to the previous one", in: [.reading]),
    .init(
      .contents, .sections, "t F2", "show the contents beside the text", in: [.reading, .contents],
      hint: "contents"),

    .init(.nextLink, .links, "Tab", "to the next link on the screen", in: [.reading]),
    .init(.previousLink, .links, "S-Tab", "to the previous link", in: [.reading]),
    .init(.followOrDown, .links, "Enter", "follow the link; with none, a line down", in: [.reading]),
    .init(.follow, .links, "^]", "follow the link", in: [.reading]),
    .init(
      .peek, .links, "K", "show what a link, a sign or a word means, in a window", in: [.reading, .peek]),
    .init(.followElsewhere, .links, "^WEnter ^W^]", "follow the link in the other pane", in: [.reading]),
    .init(.linkHints, .links, ";", "put letters on the links; type one to follow", in: [.reading]),

    .init(.setMark, .marks, "m M", "mark this place with a letter", in: [.reading]),
    .init(.goToMark, .marks, "'", "to the place marked with a letter", in: [.reading]),
    .init(.clearMark, .marks, "ESC-m", "remove a mark", in: [.reading]),
    .init(.goBackMark, .marks, "'' ^X^X", "back to before the last jump", in: [.reading]),

    .init(.addBookmark, .marks, "a", "bookmark this place, with a note", in: [.reading]),
    .init(.bookmarks, .marks, "I", "list the bookmarks in all documents", by: .pane),

    .init(.back, .marks, "B Backspace ^T", "back to where you were, in any document", by: .pane),
    .init(.forward, .marks, "F", "forward again", by: .pane),

    .init(
      .searchForward, .lists, "/ ESC-/", "narrow the list",
      in: [.contents, .library, .references, .errata, .bookmarks, .checklist, .code], hint: "filter"),
    .init(
      .select, .lists, "Enter", "go to the section, or open the document", in: listsAndPeek, hint: "open"),
    .init(.scrollDown, .lists, "j e ^E ^N Down", "to the next entry", in: listsAndPeek),
    .init(.unfold, .lists, "Right", "unfold a section of the contents", in: [.contents]),
    .init(.fold, .lists, "Left", "fold it, or go to the section around it", in: [.contents]),
    .init(
      .toggleFold, .lists, "Tab", "show the other sections of the document, or hide them", in: [.fullText],
      hint: "sections"),
    .init(.unfold, .lists, "Right", "show its other sections", in: [.fullText]),
    .init(.fold, .lists, "Left", "hide them", in: [.fullText]),

    .init(
      .sortLibrary, .lists, "s", "change the order: newest, oldest, title",
      in: [.library, .references, .bookmarks], hint: "sort"),
    .init(
      .sortLibrary, .lists, "s", "change the order: here first, verified first, newest", in: [.errata],
      hint: "sort"),
    .init(
      .toggleCachedOnly, .lists, "^F", "show only cached documents, or all", in: [.library],
      hint: "cached only"),

    .init(.editNote, .lists, "a", "edit the bookmark's note", in: [.bookmarks], hint: "note"),
    .init(
      .deleteBookmark, .lists, "D Del", "delete the bookmark; again to undo", in: [.bookmarks],
      hint: "delete"),

    .init(
      .markDone, .lists, "x", "mark the requirement as done; again to undo", in: [.checklist], hint: "done"),
    .init(
      .markNotApplicable, .lists, "-", "mark it as not applicable; again to undo", in: [.checklist],
      hint: "not applicable"),
    .init(
      .markQuestion, .lists, "?", "mark it as an open question; again to undo", in: [.checklist],
      hint: "question"),
    .init(.editNote, .lists, "a", "edit the requirement's note", in: [.checklist], hint: "note"),

    .init(.save, .lists, "s", "save the code under its name", in: [.code], hint: "save"),

    .init(.searchForward, .lists, "/", "search for other words", in: [.fullText], hint: "search"),
    .init(
      .searchLibrary, .lists, "Tab", "search the texts for the same words", in: [.library], by: .pane,
      hint: "full text"),
    .init(
      .otherSide, .lists, "Tab", "switch between what it cites and what cites it", in: [.references],
      hint: "cites, cited by"),
    .init(
      .goToCitation, .lists, "=", "to where the text cites the RFC", in: [.references], hint: "in the text"),

    .init(.open, .other, "o E ^X^V", "open another RFC, by number or title words", by: .pane),
    .init(.searchLibrary, .other, "O", "search the text of all cached documents", by: .pane),
    .init(.references, .other, "L", "the RFCs it cites, and those that cite it", in: [.reading]),
    .init(.errata, .other, "x", "list errata and amendments, those of this section first", in: [.reading]),
    .init(.requirements, .other, "C", "the checklist: every MUST, SHOULD and MAY", in: [.reading]),
    .init(.extract, .other, "ESC-s", "list the code of the text, to be saved", in: [.reading]),
    .init(
      .compare, .other, "D", "compare with what took its place, what it replaced, or the revision before",
      in: [.reading]),
    .init(
      .information, .other, "i", "show what the catalogue says about the RFC",
      in: [.reading, .library, .fullText, .references, .bookmarks], by: .pane),
    .init(.copyLink, .other, "c", "copy a link to this place to the clipboard", in: [.reading]),
    .init(.copyBlock, .other, "Y", "copy this paragraph or figure, with its source", in: [.reading]),
    .init(.copyToMark, .other, "ESC-Y", "copy the text from here to a mark, as |", in: [.reading]),
    .init(
      .save, .other, "s", "save the text, or a section of the contents", in: [.reading, .contents]),
    .init(.pipe, .other, "|", "pipe the text from here to a mark into a command", in: [.reading]),
    .init(.edit, .other, "v", "open the file in your editor", in: [.reading]),
    .init(.shell, .other, "!", "run a shell command", by: .pane),
    .init(.split, .other, "S", "split into two panes, or go back to one", by: .pane),
    .init(.changePane, .other, "^W^W ^Ww ^Wj ^Wk ^Wh ^Wl", "to the other pane", by: .pane),
    .init(.commandPrompt, .other, ":", "go to a place, or run a command", by: .pane),
    .init(.togglePages, .other, "A", "show the pages as printed, or without", in: [.reading]),
    .init(
      .toggleReflow, .other, "W", "wrap prose to the window, or show it as published", in: [.reading],
      hint: "wrap"),
    .init(
      .option, .other, "-", "change a less option: -N, -j5, -+i",
      in: Context.allCases.filter { $0 != .checklist }, by: .pane),
    .init(.showOption, .other, "_", "show how an option is set: _N", by: .pane),
    .init(.position, .other, "= ^G", "show the position in full", in: [.reading]),
    .init(.toggleTheme, .other, "X", "switch the colours: dark, light, plain", by: .pane),
    .init(.redraw, .other, "r ^R ^L", "redraw the screen", by: .pane),
    .init(.version, .other, "V", "show the version", by: .pane),
    .init(.help, .other, "h H F1", "list the keys", by: .pane, hint: "help"),
    .init(.closeOrQuit, .other, "q", "close the panel, then the reader", by: .pane),
    .init(.quit, .other, "Q ZZ", "quit at once", by: .pane),
    .init(.cancel, .other, "^C", "cancel a search or a download", by: .pane),
    .init(.suspend, .other, "^Z", "suspend; `fg` resumes", by: .pane),
  ]
}

extension Command {
  /// Who answers it, as the table has it.
  var part: CommandEntry.Part { CommandEntry.all.first { $0.command == self }?.part ?? .screen }
}
