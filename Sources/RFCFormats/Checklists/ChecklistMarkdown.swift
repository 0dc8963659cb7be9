import RFCModel

/// A checklist as a task list of Markdown, which can be ticked in an editor and read back.
///
///     ## RFC 9110: HTTP Semantics
///
///     - [x] **MUST NOT** [2.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-2.2) A sender MUST NOT …
///       Note: done in parser.c
///
/// The box has `x` for what is done, `-` for what is not applicable, `?` for an open question.
public enum ChecklistMarkdown {
  private static let signs: [(state: RequirementState, sign: Unicode.Scalar)] = [
    (.done, "x"), (.notApplicable, "-"), (.question, "?"),
  ]
  private static let note = "Note: "

  // MARK: Out

  /// The part of one document.
  ///
  /// - Parameters:
  ///   - title: of the document; empty for one that has none.
  ///   - items: those wanted.
  public static func text(_ items: [Checklist.Item], of subject: Bookmark.Subject?, title: String) -> String {
    let name = Markdown.escaped(subject?.description ?? "Standard input")
    var text = "## \(name)" + (title.isEmpty ? "" : ": " + Markdown.escaped(title)) + "\n\n"
    for item in items where !item.isGone { text += line(of: item, in: subject) }
    let gone = items.filter(\.isGone)
    if !gone.isEmpty { text += "\nNot in the text any more:\n\n" }
    for item in gone { text += line(of: item, in: subject) }
    return text
  }

  private static func line(of item: Checklist.Item, in subject: Bookmark.Subject?) -> String {
    let sign = signs.first { $0.state == item.state }?.sign ?? " "
    let section = item.key.section
    let place =
      "[\(Markdown.escaped(section.isEmpty ? "-" : section))](\(url(ofSection: section, in: subject)))"
    var line = "- [\(sign)] **\(item.words)** \(place) \(Markdown.escaped(item.key.words))\n"
    if !item.note.isEmpty { line += "  \(note)\(Markdown.escaped(item.note))\n" }
    return line
  }

  /// Where a browser finds a section; of a file only the section.
  public static func url(ofSection section: String, in subject: Bookmark.Subject?) -> String {
    let number = SectionNumber(section)
    guard case .document(let id)? = subject else {
      return number.map { ($0.isAppendix ? "#appendix-" : "#section-") + $0.text } ?? "#"
    }
    return Locator(id, at: number.map(Anchor.section)).url
  }

  // MARK: In

  /// An item of a task list.
  public struct Task: Hashable, Sendable {
    /// Nil where neither the item nor the heading above it names a document.
    public let subject: Bookmark.Subject?
    public let entry: ChecklistEntry
  }

  /// The items of all task lists of a file whose words use a word of BCP 14, at most ``limit``. What is written around
  /// them is passed over.
  public static func tasks(in bytes: [UInt8]) -> [Task] {
    var reader = TaskReader()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.read(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
      if reader.tasks.count >= limit { break }
    }
    reader.finish()
    return reader.tasks
  }

  static let limit = 200_000

  private struct TaskReader {
    var tasks: [Task] = []
    private var heading: Bookmark.Subject?
    private var box: Unicode.Scalar?
    private var words: [String] = []
    private var isInNote = false
    private var noteWords: [String] = []

    mutating func read(_ line: String) {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if let (box, rest) = Self.item(text) {
        finish()
        self.box = box
        words = [String(rest)]
      } else if text.isEmpty || text.hasPrefix("#") || Self.isBullet(text) {
        finish()
        if text.hasPrefix("#") {
          heading = Self.subject(text.drop { $0 == "#" }.drop { $0 == " " }) ?? heading
        }
      } else if box != nil {
        if text.hasPrefix(note) {
          isInNote = true
          noteWords.append(String(text.dropFirst(note.count)))
        } else if isInNote {
          noteWords.append(String(text))
        } else {
          words.append(String(text))
        }
      }
    }

    mutating func finish() {
      defer { (box, words, noteWords, isInNote) = (nil, [], [], false) }
      guard let box else { return }
      var rest = words.joined(separator: " ")[...].drop { $0 == " " }
      // The words of BCP 14 are those of the sentence.
      if rest.hasPrefix("**"), let end = rest.dropFirst(2).firstRange(of: "**") {
        rest = rest[end.upperBound...].drop { $0 == " " }
      }
      var section = ""
      var subject = heading
      if let (label, target, behind) = Self.link(rest) {
        section = Markdown.unescaped(label)
        if section == "-" { section = "" }
        if case .document(let locator)? = TypedName(target) { subject = .document(locator.document) }
        rest = behind
      }
      let words = Markdown.unescaped(rest)
      guard words.contains(where: { !$0.isWhitespace }) else { return }
      let state = signs.first { $0.sign == box }?.state
      let entry = ChecklistEntry(
        RequirementKey(section: section, words: words), state: state,
        note: Markdown.unescaped(noteWords.joined(separator: " ")))
      tasks.append(Task(subject: subject, entry: entry))
    }

    /// `- [x] `; of another box than ours nothing is known.
    private static func item(_ text: Substring) -> (box: Unicode.Scalar, rest: Substring)? {
      guard isBullet(text) else { return nil }
      let rest = text.dropFirst().drop { $0 == " " }
      guard rest.hasPrefix("["), let close = rest.firstIndex(of: "]") else { return nil }
      let sign = rest[rest.index(after: rest.startIndex)..<close].lowercased()
      let behind = rest[rest.index(after: close)...]
      guard sign.unicodeScalars.count == 1, let box = sign.unicodeScalars.first,
        box == " " || signs.contains(where: { $0.sign == box }), behind.hasPrefix(" ")
      else { return nil }
      return (box, behind.dropFirst())
    }

    private static func isBullet(_ text: Substring) -> Bool {
      text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("+ ")
    }

    /// `[4.2](https://…) ` with what is behind it.
    private static func link(_ text: Substring) -> (label: Substring, target: Substring, rest: Substring)? {
      guard text.hasPrefix("["), let middle = text.firstRange(of: "](") else { return nil }
      guard let end = text[middle.upperBound...].firstIndex(of: ")") else { return nil }
      return (
        text[..<middle.lowerBound].dropFirst(), text[middle.upperBound..<end],
        text[text.index(after: end)...].drop { $0 == " " }
      )
    }

    /// What a heading names: `RFC 9110: HTTP Semantics`, `/path`.
    private static func subject(_ heading: Substring) -> Bookmark.Subject? {
      let text = Markdown.unescaped(heading)
      if text.hasPrefix("/") {
        // A title stands behind a colon and a blank.
        let path = text.firstRange(of: ": ").map { String(text[..<$0.lowerBound]) } ?? text
        return Bookmark.Subject(path: path)
      }
      guard case .document(let locator)? = TypedName(text) else { return nil }
      return .document(locator.document)
    }
  }
}

extension Checklist.Item {
  /// Its words of BCP 14, each once: `MUST NOT, MUST`.
  public var words: String {
    var words: [String] = []
    for keyword in keywords where !words.contains(keyword.rawValue) { words.append(keyword.rawValue) }
    return words.joined(separator: ", ")
  }

  /// Those of the sentence, or of the words that were kept.
  public var keywords: [Requirement.Keyword] {
    if let requirement { return requirement.keywords }
    let words = Array(key.words.utf8)
    return RequirementWords.ranges(in: words[...]).compactMap {
      Requirement.Keyword(rawValue: String(decoding: words[$0], as: UTF8.self))
    }
  }
}
