import RFCModel
import TestSupport
import Testing

@testable import RFCFormats

private let text = """
  Request for Comments: 4242                                     Sample Ltd

  1.  Rules

     A sender MUST wait.  It MAY sleep meanwhile.  A
     sender MUST wait.

  1.1.  Lists

     The receiver MUST:

     o  answer

     o  be brief

  2.  More

     A well-
     known name SHOULD be used.

  Epilogue

     Nobody MUST read this.

  """

private func parsed(_ text: String) -> ParsedText { ParsedText(Document(text: text)) }
private func key(_ section: String, _ words: String) -> RequirementKey {
  RequirementKey(section: section, words: words)
}
private let rfc: DocumentID = .fixture("rfc4242.txt")

@Suite struct ChecklistTests {
  @Test func `each requirement is known by its section and its words`() {
    let items = Checklist(of: parsed(text)).items
    #expect(
      items.map(\.key) == [
        key("1", "A sender MUST wait."), key("1", "It MAY sleep meanwhile."), key("1", "A sender MUST wait."),
        key("1.1", "The receiver MUST: answer be brief"), key("2", "A well-known name SHOULD be used."),
        key("Epilogue", "Nobody MUST read this."),
      ])
    #expect(items.allSatisfy { $0.isOpen && !$0.isGone })
  }

  @Test func `what is noted stays with its words, wherever the lines are`() {
    let entries = [
      ChecklistEntry(key("2", "A well- known name SHOULD be used."), state: .done),
      ChecklistEntry(key("1", "A sender MUST wait."), state: .question, note: "how long?"),
    ]
    let moved = parsed("Request for Comments: 4242\n\n\n" + text.dropFirst(26))
    let list = Checklist(of: moved, entries: entries)
    #expect(list.items.map(\.state) == [.question, nil, .question, nil, .done, nil])
    #expect(list.items[0].note == "how long?" && list.items[0].isOpen)
    #expect(list.count(.done) == 1 && list.count(.question) == 2 && list.count == 6 && list.gone == 0)
  }

  @Test func `what the text does not say any more comes last, and is not lost`() {
    // Another parser has split the sentence otherwise, and numbered a section otherwise.
    let entries = [
      ChecklistEntry(key("1", "A sender MUST wait. It MAY sleep meanwhile."), state: .done, note: "n"),
      ChecklistEntry(key("3", "Nobody MUST read this."), state: .done),
      ChecklistEntry(key("9", "A sender MUST wait."), state: .notApplicable),
    ]
    var list = Checklist(of: parsed(text), entries: entries)
    // Of the two of these words nobody knows which one is meant; the only one of other words is.
    #expect(list.items.map(\.state) == [nil, nil, nil, nil, nil, .done, .done, .notApplicable])
    #expect(list.gone == 2 && list.items[6].isGone && list.items[6].note == "n")
    #expect(list.items[5].noted == entries[1].key && list.items[5].key.section == "Epilogue")
    #expect(list.items[6].keywords == [.must, .may] && list.items[6].words == "MUST, MAY")
    list.take([])
    #expect(list.items.count == 6 && list.items.allSatisfy { $0.entry == nil })
  }

  // MARK: Markdown

  @Test func `a task list comes back as it went`() throws {
    let subject = Bookmark.Subject.document(rfc)
    let entries = [
      ChecklistEntry(key("1", "A sender MUST wait."), state: .done, note: "*so* [what]_"),
      ChecklistEntry(key("1.1", "The receiver MUST: answer be brief"), state: .notApplicable),
      ChecklistEntry(key("Epilogue", "Nobody MUST read this."), state: .question),
      ChecklistEntry(key("7", "A <gone> `one` MAY | \\ stay."), state: nil, note: "Note: x"),
    ]
    let list = Checklist(of: parsed(text), entries: entries)
    let markdown = ChecklistMarkdown.text(list.items, of: subject, title: "A # title")
    #expect(
      markdown.hasPrefix(
        """
        ## RFC 4242: A \\# title

        - [x] **MUST** [1](https://www.rfc-editor.org/rfc/rfc4242.html#section-1) A sender MUST wait.
          Note: \\*so\\* \\[what\\]\\_
        - [ ] **MAY** [1](https://www.rfc-editor.org/rfc/rfc4242.html#section-1) It MAY sleep meanwhile.

        """))
    #expect(
      markdown.contains("- [?] **MUST** [Epilogue](https://www.rfc-editor.org/rfc/rfc4242.html) Nobody"))
    #expect(markdown.contains("\nNot in the text any more:\n\n- [ ] **MAY** [7]("))
    let tasks = ChecklistMarkdown.tasks(in: Array(markdown.utf8))
    #expect(tasks.allSatisfy { $0.subject == subject })
    let noted = tasks.map(\.entry).filter { !$0.isEmpty }
    #expect(Set(noted) == Set(entries))
    let wrapped = markdown.replacing(" MUST ", with: "\r\n     MUST ").replacing("- [x]", with: "  *  [X]")
    #expect(Set(ChecklistMarkdown.tasks(in: Array(wrapped.utf8)).map(\.entry)) == Set(tasks.map(\.entry)))
  }

  @Test func `a file says by its heading what it is of`() throws {
    let subject = try #require(Bookmark.Subject(path: "/home/a_b/spec: 1.txt"))
    let list = Checklist(
      of: parsed(text), entries: [ChecklistEntry(key("2", "A well-known name SHOULD be used."), state: .done)]
    )
    let plain = try #require(Bookmark.Subject(path: "/home/a_b/spec.txt"))
    let markdown = ChecklistMarkdown.text(list.items, of: plain, title: "Title")
    #expect(markdown.contains("- [x] **SHOULD** [2](#section-2) A well-known"))
    #expect(ChecklistMarkdown.tasks(in: Array(markdown.utf8)).allSatisfy { $0.subject == plain })
    #expect(subject != plain)
  }

  @Test(arguments: [
    ("- [x] A MUST", 1), ("- [x]A MUST", 0), ("- [y] A MUST", 0), ("- [xx] A", 0), ("- [", 0), ("- [x] ", 0),
    ("- [x] **MUST", 1), ("- [x] [1](", 1), ("- [x] **MUST** [1](x)", 0), ("x [x] a", 0),
    ("* [ ] a\n+ [-] b", 2),
    ("- [x] a\n- b\n  c", 1), ("- [x] \\", 1), ("\u{FEFF}- [x] a", 0), ("", 0),
  ])
  func `what is written around task lists is passed over`(text: String, count: Int) {
    #expect(ChecklistMarkdown.tasks(in: Array(text.utf8)).count == count)
  }

  // MARK: duvet

  @Test func `duvet gets a file for each section with a number`() {
    let text = """
      1.  Rules "quoted"

         A sender MAY wait, but a
         receiver MUST NOT.  The word "MUST" here is none.

         The same SHOULD stand once.  The same SHOULD stand
         once.  It MAY say '''so''' and "so" \\ here.

      A.  Appendix

         This is REQUIRED.

      Unnumbered

         This is OPTIONAL.

      """
    let sections = DuvetSection.all(in: parsed(text))
    #expect(sections.map(\.name) == ["section-1", "appendix-A"])
    #expect(
      sections.first?.toml(of: rfc) == """
        target = "https://www.rfc-editor.org/rfc/rfc4242#section-1"

        # 1. Rules "quoted"

        [[spec]]
        level = "MUST"
        quote = '''
        A sender MAY wait, but a
        receiver MUST NOT.
        '''

        [[spec]]
        level = "SHOULD"
        quote = '''
        The same SHOULD stand once.
        '''

        [[spec]]
        level = "MAY"
        quote = \"\"\"
        It MAY say '''so''' and \\"so\\" \\\\ here.
        \"\"\"

        """)
    #expect(sections.last?.quotes.map(\.level) == [.must])
    #expect(DuvetSection.folder(of: rfc) == "www.rfc-editor.org/rfc/rfc4242")
  }

  @Test func `duvet gets the bars of quoted text, as they are printed`() {
    let text = """
      1.  Rules

         The following text is replaced:

         |  A sender MUST wait, but a
         |  receiver need not.

      """
    #expect(
      DuvetSection.all(in: parsed(text)).first?.quotes.map(\.lines)
        == [["A sender MUST wait, but a", "| receiver need not."]])
  }

  @Test(.enabled(if: Corpus.isThere, "skipped: there is no ../shared/corpus/rfc"))
  func `with white space folded each quotation stands in the text of its section`() {
    var (documents, quotes) = (0, 0)
    for name in Corpus.names.reversed() where documents < (Corpus.isSoaking ? .max : 20) {
      let text = parsed(String(decoding: Corpus.bytes(of: name), as: UTF8.self))
      let sections = DuvetSection.all(in: text)
      if sections.count < 3 { continue }
      documents += 1
      // The lines of a section without its pages, put together by themselves.
      var words: [SectionNumber: String] = [:]
      for section in text.outline.sections {
        guard let number = section.number, words[number] == nil else { continue }
        let lines = section.lines.filter { line in
          !text.pagination.breaks.contains { $0.lines.contains(line) }
        }
        words[number] = folded(
          lines.map { String(decoding: text.document[line: $0], as: UTF8.self) }.joined(separator: "\n"))
      }
      for section in sections {
        for quote in section.quotes {
          quotes += 1
          let quoted = folded(quote.lines.joined(separator: "\n"))
          #expect(words[section.number]?.contains(quoted) == true, "\(name) \(section.name): \(quoted)")
        }
      }
    }
    #expect(documents >= 20 && quotes > 500)
  }
}

private func folded(_ text: String) -> String {
  text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
}
