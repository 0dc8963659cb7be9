import ArgumentParser
import CLibrary
import RFCDesk
import RFCFormats
import RFCModel

struct RequirementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requirements",
    abstract: "Print the sentences of documents that use BCP 14 words, as a list or a checklist.",
    discussion: """
      One sentence per line: its line, its section, its words (MUST, SHOULD NOT, MAY ...), and itself, with the items \
      of the list that it leads to. Of several documents the name stands before it.

      In the reader, `C` is a checklist of them. --markdown prints that as a task list: [x] is done, [-] not applicable, \
      [?] an open question, [ ] open; a note stands in the line below. --import reads such a file back: states and notes \
      are taken, an empty box takes nothing away, and what the text does not say any more is kept all the same. --csv is \
      a table of them. --duvet writes a file of TOML for each section, named as duvet looks for it; a file that is there \
      stays as it is.

      With --json an array of {"document","line","end","section","keywords","text","subject","items","state","note"}: \
      document is "rfc4291" or the name of a draft, null for a file; line and end are its first and last line, counted \
      from 1 in the published text, lines end at LF, both null where the text does not say it any more; section is the \
      number of the section it stands in, null where that has none; keywords are the words in their order, each as often \
      as the sentence uses it; text is the sentence; subject is who or what it is required of, "The client", null where \
      the sentence does not say so before its first word; items are those of the list that the sentence leads to, "The \
      sender MUST:"; state is "done", "not-applicable", "question" or null, note what was noted, or null.

      Example: rfcview requirements 4291 --json
      Example: rfcview requirements 8446 4.2
      Example: rfcview requirements 9110 9111 9112 --markdown > http.md
      Example: rfcview requirements --import http.md
      Example: rfcview requirements --cited-by 9114 --normative --csv
      """)

  @OptionGroup var arguments: StructureArguments

  @Flag(help: "As a task list of Markdown, with states and notes.")
  var markdown = false

  @Flag(help: "As comma-separated values, with states and notes.")
  var csv = false

  @Option(
    help: ArgumentHelp("Write a file of TOML for each section, as duvet reads them.", valueName: "DIR"),
    completion: .directory)
  var duvet: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("Take states and notes from a task list; - is standard input.", valueName: "FILE"),
    completion: .file())
  var imported: String?

  @Option(
    help: ArgumentHelp("Of this RFC and those that it refers to.", valueName: "RFC"), completion: .listedRFC)
  var citedBy: String?

  @Flag(help: "With --cited-by, only normative references.")
  var normative = false

  func run() throws {
    let forms = [
      arguments.json ? "--json" : nil, markdown ? "--markdown" : nil, csv ? "--csv" : nil,
      duvet == nil ? nil : "--duvet", imported == nil ? nil : "--import",
    ].compactMap(\.self)
    guard forms.count <= 1 else { throw Failure.usage("\(forms[0]) and \(forms[1]) are two things.") }
    guard citedBy != nil || !normative else { throw Failure.usage("--normative goes with --cited-by.") }
    if let imported { return try take(imported) }
    let texts = try RequirementTexts(arguments.part, citedBy: citedBy, isNormative: normative)
    try print(texts.all, areSeveral: texts.areSeveral)
    if texts.isIncomplete { throw ExitCode(ExitStatus.failed) }
  }

  private func print(_ texts: [RequirementText], areSeveral: Bool) throws {
    if let duvet {
      try write(texts, into: duvet)
    } else if arguments.json {
      Output.standard.write(JSONText.requirements(texts))
    } else if markdown {
      let parts = texts.map { ChecklistMarkdown.text($0.items, of: $0.subject, title: $0.title) }
      Output.standard.write("# Requirements\n\n" + parts.joined(separator: "\n"))
    } else if csv {
      Output.standard.write(
        ChecklistTable.head + texts.map { ChecklistTable.rows($0.items, of: $0.subject) }.joined())
    } else {
      for text in texts { Output.standard.write(list(text, isNamed: areSeveral)) }
    }
  }

  private func list(_ text: RequirementText, isNamed: Bool) -> String {
    var lines = ""
    let name = isNamed ? (text.subject.map { printable($0.description) } ?? "-") + "  " : ""
    for requirement in text.items.compactMap(\.requirement) {
      let section = requirement.number(in: text.source.outline)?.text ?? "-"
      let keywords = requirement.keywords.map(\.rawValue).joined(separator: ", ")
      let sentence = printable(requirement.words(in: text.source.document), limit: .max)
      lines += "\(name)\(requirement.lines.lowerBound + 1)  \(section)  \(keywords)  \(sentence)\n"
    }
    return lines
  }

  // MARK: Files of duvet

  private func write(_ texts: [RequirementText], into folder: String) throws {
    for text in texts {
      guard case .document(let id)? = text.subject else {
        throw Failure.usage("--duvet takes RFCs and drafts: a file has no address.")
      }
      var path = folder
      try make(path)
      for name in DuvetSection.folder(of: id).split(separator: "/") {
        path += "/" + name
        try make(path)
      }
      for section in DuvetSection.all(in: text.source) where text.holds(section.number) {
        // Letters, digits and dots: it leads into no other folder.
        let file = "\(path)/\(section.name).toml"
        if let reason = NewFile(path: file).write(Array(section.toml(of: id).utf8)) {
          throw Failure("\(printable(file)): \(reason).")
        }
        Output.standard.write(file + "\n")
      }
    }
  }

  private func make(_ folder: String) throws {
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw Failure("\(printable(folder)): \(String(cString: strerror(errno))).")
    }
  }

  // MARK: Back

  /// Takes states and notes. Of items that name no document the one is meant that is named here.
  private func take(_ path: String) throws {
    let desk = try arguments.part.options.desk()
    let named = try arguments.part.document.text().map { try desk.resolve($0).subject } ?? nil
    let tasks = ChecklistMarkdown.tasks(
      in: try desk.bytes(of: path == "-" ? .standardInput : .file(path)))
    var changes: [Bookmark.Subject: [ChecklistChange]] = [:]
    var nameless = 0
    for task in tasks {
      guard let subject = task.subject ?? named else {
        nameless += 1
        continue
      }
      if let state = task.entry.state {
        changes[subject, default: []].append(ChecklistChange(task.entry.key, .state(state)))
      }
      if !task.entry.note.isEmpty {
        changes[subject, default: []].append(ChecklistChange(task.entry.key, .note(task.entry.note)))
      }
    }
    for (subject, changes) in changes.sorted(by: { $0.key < $1.key }) {
      let kept = try desk.note(changes, of: subject)
      let count = Set(changes.map(\.key)).count
      var words = "\(subject): \(count) requirement\(count == 1 ? "" : "s") taken"
      if case .document(let id) = subject, let bytes = try desk.cachedBytes(of: id) {
        let gone = Checklist(of: ParsedText(TextDecoder.document(from: bytes), of: id), entries: kept).gone
        if gone > 0 { words += "; \(gone) of all that is kept \(gone == 1 ? "is" : "are") not in the text" }
      }
      Output.standard.write(printable(words) + ".\n")
    }
    if nameless > 0 {
      throw Failure("\(nameless) item\(nameless == 1 ? "" : "s") of \(printable(path)) name no document.")
    }
    if changes.isEmpty { throw Failure("\(printable(path)) has no requirement with a state or a note.") }
  }
}

extension Requirement {
  func number(in outline: Outline) -> SectionNumber? {
    section.flatMap { outline.sections[$0].number }
  }
}
