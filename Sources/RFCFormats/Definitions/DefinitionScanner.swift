import RFCModel

/// Reads a document once for what it defines: its headings, then block by block what stands as it is and what is prose.
struct DefinitionScanner {
  let view: LineView
  private var found = DefinitionList()

  /// Whether the section at hand is one of terms.
  private(set) var isTerminology = false

  /// Lines of the statements whose brace is open, the innermost last.
  var openBraces: [Int] = []
  /// The text of a block of prose, each line without its indentation, LF between two lines, and where each begins in it.
  var prose: [UInt8] = []
  var proseStarts: [(offset: Int, line: Int)] = []

  private init(_ view: LineView) { self.view = view }

  /// - Parameters: all of the same document.
  static func definitions(
    in document: Document, pagination: Pagination, outline: Outline, blocks: [Block]
  ) -> Definitions {
    let rows = pagination.plainLines(of: document)
    return LineView.with(document) { view in
      var scanner = DefinitionScanner(view)
      scanner.read(blocks, rows, outline)
      return Definitions(scanner.found)
    }
  }

  private mutating func read(_ blocks: [Block], _ rows: [Int32], _ outline: Outline) {
    var row = 0
    var section = 0
    var lines: [Int] = []
    for block in blocks {
      lines.removeAll(keepingCapacity: true)
      while row < rows.count, rows[row] < block.lines.upperBound {
        let line = Int(rows[row])
        if line >= block.lines.lowerBound, !view.isBlank(line) { lines.append(line) }
        row += 1
      }
      while section < outline.sections.count,
        outline.sections[section].lines.lowerBound < block.lines.upperBound
      {
        enter(section, of: outline)
        section += 1
      }
      guard let first = lines.first, !found.isFull else { continue }
      switch block.kind {
      case .heading: openBraces.removeAll(keepingCapacity: true)
      case .verbatim(let form):
        for line in lines { readVerbatim(line, form) }
      case .paragraph, .list, .definition:
        openBraces.removeAll(keepingCapacity: true)
        let isAlone = lines.count == 1 || view.indent(lines[1]) > view.indent(first)
        readTerm(first, kind: block.kind, isAlone: isAlone)
        readProse(lines)
      case .contents, .reference, .other: break
      }
    }
  }

  private mutating func enter(_ index: Int, of outline: Outline) {
    let section = outline.sections[index]
    read(heading: section)
    isTerminology = Self.namesTerms(section.title)
    if !isTerminology, let parent = section.parent {
      isTerminology = Self.namesTerms(outline.sections[parent].title)
    }
  }

  /// `Terminology`, `Terms and Definitions`, `Glossary`.
  private static func namesTerms(_ title: String) -> Bool {
    title.utf8.prefix(120).split(separator: 0x20).contains { word in
      let letters = word.lazy.map(LineView.lowercased)
      return terminology.contains { letters.starts(with: $0) }
    }
  }

  private static let terminology = [
    "terminolog", "definitions", "glossary", "terms", "abbreviations", "acronyms",
  ].map { Array($0.utf8) }

  /// What the text has at a range of bytes.
  mutating func add(_ range: Range<Int>, at line: Int, _ way: Definitions.Way) {
    found.add(view.text[range], at: line, way)
  }

  mutating func add(_ word: some Sequence<UInt8>, at line: Int, _ way: Definitions.Way) {
    found.add(word, at: line, way)
  }
}
