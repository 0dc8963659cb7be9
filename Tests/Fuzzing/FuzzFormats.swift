import CLibrary
import RFCFormats
import RFCModel

/// Called by libFuzzer with one text after the other. What does not hold ends the process; the text is then left in
/// a file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormats(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let begin = processorSeconds()
  let reading = Reading(of: bytes)
  // 1 s for 1 MB, ten times that with the checks of this build: a text of 64 KB that costs the square of its length
  // is found long before one of 1 MB would be.
  precondition(processorSeconds() - begin < 0.2 + Double(count) * 10e-6, "takes too long")
  reading.checkText(published: bytes)
  reading.checkPages()
  reading.checkSections()
  reading.checkBlocks()
  reading.checkCode()
  reading.checkReferences()
  reading.checkRequirements()
  reading.checkDefinition()
  // Sets and dictionaries are seeded by where they lie in memory. Longer texts would show nothing else, slowly.
  if count <= 65_536 { precondition(Reading(of: bytes) == reading, "another answer the second time") }
  return 0
}

/// Not the wall's clock: other processes may run.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// All that is known of one text.
private struct Reading: Equatable {
  let document: Document
  let breaks: [PageBreak]
  let rows: [Int32]
  let outline: Outline
  let front: FrontMatter
  let bibliography: Bibliography
  let citations: [Citation]
  let amendments: [Amendment]
  let requirements: [Requirement]
  let blocks: [Block]
  let code: [CodeItem]
  let definition: Definition?

  init(of bytes: [UInt8]) {
    let text = ParsedText(TextDecoder.document(from: bytes))
    document = text.document
    breaks = text.pagination.breaks
    rows = text.pagination.plainLines(of: document)
    outline = text.outline
    front = text.frontMatter
    bibliography = text.bibliography
    citations = text.citations.all
    // Numbers that texts name anyway, and the text itself as the older one.
    amendments = text.amendments(of: (1...3000).compactMap { RFCNumber($0) }) { _ in text }
    requirements = text.requirements
    blocks = text.blocks
    code = text.code
    for item in code { _ = text.text(of: item, unfolds: true) }
    // A word that may stand anywhere.
    definition = text.definition(of: "the")
  }

  static func == (a: Reading, b: Reading) -> Bool {
    a.document.bytes == b.document.bytes && a.breaks == b.breaks && a.rows == b.rows
      && a.outline.sections == b.outline.sections && a.front == b.front
      && a.bibliography.references == b.bibliography.references
      && a.bibliography.sections == b.bibliography.sections
      && a.citations == b.citations && a.amendments == b.amendments && a.requirements == b.requirements
      && a.blocks == b.blocks && a.code == b.code
      && a.definition == b.definition
  }

  private var lineCount: Int { document.lines.count }

  /// The bytes come back, and the lines with their ends are the bytes.
  func checkText(published: [UInt8]) {
    if !published.starts(with: [0xEF, 0xBB, 0xBF]), String(validating: published, as: UTF8.self) != nil {
      precondition(document.bytes == published, "valid UTF-8 changed")
    }
    precondition(String(validating: document.bytes, as: UTF8.self) != nil, "a document that is no UTF-8")
    for line in 0..<lineCount {
      let end = document.lines[line].upperBound
      let next = line + 1 < lineCount ? document.lines[line + 1].lowerBound : document.bytes.count
      precondition(line > 0 || document.lines[line].lowerBound == 0, "bytes before the first line")
      precondition([[], [0x0A], [0x0D, 0x0A]].contains(document.bytes[end..<next]), "bytes between lines")
    }
    precondition(!document.lines.isEmpty || document.bytes.isEmpty, "bytes without lines")
  }

  /// No line is in two pieces of code, each of which begins and ends with text.
  func checkCode() {
    var end = 0
    for item in code {
      precondition(item.lines.lowerBound >= end && !item.lines.isEmpty, "code in code")
      end = item.lines.upperBound
      precondition(end <= lineCount, "code behind the text")
    }
  }

  /// Each line is in a page break or once in the plain lines.
  func checkPages() {
    var body: [Int32] = []
    var line = 0
    for pageBreak in breaks {
      precondition(pageBreak.lines.lowerBound >= line && pageBreak.lines.upperBound <= lineCount, "breaks")
      precondition((0...3).contains(pageBreak.blankLines), "blank lines of a break")
      body += (line..<pageBreak.lines.lowerBound).map(Int32.init)
      line = pageBreak.lines.upperBound
    }
    body += (line..<lineCount).map(Int32.init)
    precondition(rows.filter { $0 >= 0 } == body, "plain lines")
  }

  /// They follow each other, the last one to the text's end, and lie in earlier ones.
  func checkSections() {
    let sections = outline.sections
    for (index, section) in sections.enumerated() {
      let end = index + 1 < sections.count ? sections[index + 1].lines.lowerBound : lineCount
      precondition(!section.lines.isEmpty && section.lines.upperBound == end, "a section's lines")
      precondition((1...section.lines.count).contains(section.headingLines), "a heading's lines")
      precondition(section.level >= 1, "a section's level")
      if let parent = section.parent {
        precondition(parent < index && sections[parent].level < section.level, "a section's parent")
      }
      precondition(outline.wholeRange(of: index).upperBound >= section.lines.upperBound, "a whole section")
    }
  }

  /// Each line with text outside the breaks is in one block, which begins and ends with such a line.
  func checkBlocks() {
    var isBody = [Bool](repeating: true, count: lineCount)
    for line in breaks.flatMap(\.lines) { isBody[line] = false }
    for line in 0..<lineCount where isBody[line] {
      isBody[line] = document[line: line].contains { $0 > 0x20 && $0 != 0x7F }
    }
    var line = 0
    for block in blocks {
      precondition(block.lines.lowerBound >= line && block.lines.upperBound <= lineCount, "blocks overlap")
      precondition(!block.lines.isEmpty && isBody[block.lines.lowerBound], "a block's first line")
      precondition(isBody[block.lines.upperBound - 1], "a block's last line")
      precondition(!isBody[line..<block.lines.lowerBound].contains(true), "a line before a block")
      line = block.lines.upperBound
    }
    precondition(!isBody[line...].contains(true), "a line after the last block")
  }

  func checkReferences() {
    for section in bibliography.sections {
      precondition(section.lowerBound >= 0 && section.upperBound <= lineCount, "a bibliography's lines")
    }
    var line = 0
    for reference in bibliography.references {
      precondition(reference.lines.lowerBound >= line && !reference.lines.isEmpty, "references overlap")
      line = reference.lines.upperBound
    }
    precondition(line <= lineCount, "a reference's lines")

    var begin = 0
    for citation in citations {
      check(citation.ranges, from: citation.line)
      precondition(citation.ranges[0].lowerBound >= begin, "citations out of order")
      begin = citation.ranges[0].lowerBound
      if let index = citation.reference {
        precondition(bibliography.references.indices.contains(index), "no such reference")
      }
      _ = document.text(citation.ranges)
    }
    // In a table one citation may begin between the lines of another.
    var end = 0
    for range in citations.flatMap(\.ranges).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      precondition(range.lowerBound >= end, "citations overlap")
      end = range.upperBound
    }
  }

  func checkRequirements() {
    for requirement in requirements {
      precondition(!requirement.keywords.isEmpty, "a requirement without keywords")
      check(requirement.ranges, from: requirement.lines.lowerBound)
      precondition(requirement.lines.upperBound <= lineCount, "a requirement's lines")
      precondition(
        requirement.section == outline.index(ofSectionAt: requirement.lines.lowerBound),
        "a requirement's section")
      _ = document.text(requirement.ranges)
    }
  }

  func checkDefinition() {
    guard case .line(let line)? = definition else { return }
    precondition((0..<lineCount).contains(line), "a definition's line")
  }

  /// Ascending ranges, each within a line of the body, the first one in `line`.
  private func check(_ ranges: [Range<Int>], from line: Int) {
    var line = line
    for (index, range) in ranges.enumerated() {
      let found = document.lines.line(containing: range.lowerBound)
      precondition(
        !range.isEmpty && range.upperBound <= document.lines[found].upperBound, "not within a line")
      precondition(index == 0 ? found == line : found > line, "ranges out of order")
      line = found
    }
    precondition(!ranges.isEmpty, "no ranges")
  }
}
