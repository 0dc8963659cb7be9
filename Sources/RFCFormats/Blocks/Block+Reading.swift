import RFCModel

extension Block {
  /// What each line of a document's body belongs to, in the order of its text, and the code that says itself where it
  /// begins and ends. Every line with text outside the page breaks lies in exactly one block.
  ///
  /// - Parameters:
  ///   - pagination: of the same document.
  ///   - outline: of the same document.
  ///   - bibliography: of the same document.
  static func blocks(
    of document: Document, pagination: Pagination, outline: Outline, bibliography: Bibliography
  ) -> (blocks: [Block], enclosed: [EnclosedPart]) {
    let rows = pagination.plainLines(of: document)
    return LineView.with(document) { view in
      let body = BodyLines(view: view, rows: rows, outline: outline, bibliography: bibliography)
      return (BlockBuilder(body).blocks(), body.enclosed.map { EnclosedPart($0, in: body) })
    }
  }
}

/// Code that says itself where it begins and ends, by the lines of its document.
struct EnclosedPart {
  let kind: EnclosedCode.Part.Kind
  /// 0-based, the first and the last one with text.
  let lines: Range<Int>
  /// In ``Document/bytes``, of a module; nil where it has none.
  let name: Range<Int>?

  fileprivate init(_ part: EnclosedCode.Part, in body: BodyLines) {
    kind = part.kind
    name = part.name
    lines =
      part.lines.isEmpty
      ? 0..<0
      : Int(body.lines[part.lines.lowerBound].line)..<Int(body.lines[part.lines.upperBound - 1].line) + 1
  }
}

private struct BlockBuilder {
  let body: BodyLines
  private var lines: [LineShape] { body.lines }
  private let isVerbatim: [Bool]
  private var found: [Block] = []

  init(_ body: BodyLines) {
    self.body = body
    isVerbatim = VerbatimScanner(body).verbatimLines()
  }

  func blocks() -> [Block] {
    var builder = self
    builder.build()
    return builder.found
  }

  private mutating func build() {
    found.reserveCapacity(lines.count / 4)
    var prose = ProseReader(body, isVerbatim: isVerbatim)
    var references = ReferenceReader(body)
    var index = 0
    while index < lines.count {
      let zone = lines[index].zone
      if isVerbatim[index] {
        let end = verbatimEnd(index)
        add(.verbatim(body.form(of: index..<end)), index..<end)
        index = end
        continue
      }
      let end = proseEnd(index)
      switch zone {
      case .heading:
        prose.begin()
        add(.heading, index..<end)
      case .contents: add(.contents, index..<end)
      case .head, .addresses: add(.other, index..<end)
      case .references: add(references.kind(of: index..<end), index..<end)
      case .body:
        if body.codeMark(index) != nil || body.isCaption(index) || body.isArchivistsNote(index) {
          add(.other, index..<end)
        } else {
          prose.read(index..<end) { add($0, $1) }
        }
      }
      index = end
    }
  }

  private mutating func add(_ kind: Block.Kind, _ part: Range<Int>) {
    found.append(
      Block(kind: kind, lines: Int(lines[part.lowerBound].line)..<Int(lines[part.upperBound - 1].line) + 1))
  }

  /// A figure goes on over blank lines; what stands below a caption is another one.
  private func verbatimEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < lines.count, isVerbatim[end], !beginsTable(end) { end += 1 }
    return end
  }

  /// A table's first border, with a blank line above; one within code is drawn in a description.
  private func beginsTable(_ index: Int) -> Bool {
    lines[index].blanksAbove > 0 && !lines[index].isEnclosed && body.isBorder(index)
      && lines[index].words == 1
      && lines[index].columns > 8
      && !body.isBorder(index - 1)
  }

  private func proseEnd(_ start: Int) -> Int {
    let line = lines[start]
    var end = start + 1
    if body.codeMark(start) != nil { return end }
    while end < lines.count, !isVerbatim[end], lines[end].zone == line.zone {
      if lines[end].blanksAbove > 0, line.zone != .contents { break }
      if body.codeMark(end) != nil { break }
      end += 1
    }
    return end
  }
}

/// The bibliography: entries, and now and then a paragraph between them.
private struct ReferenceReader {
  let body: BodyLines
  private var hasTags = false

  init(_ body: BodyLines) { self.body = body }

  mutating func kind(of passage: Range<Int>) -> Block.Kind {
    let first = body.lines[passage.lowerBound]
    if first.first == 0x5B {
      hasTags = true
      return .reference
    }
    let binding = body.lines[passage].reduce(0) { $0 + Int($1.binding) }
    let isProse =
      hasTags && Int(first.indent) == body.bodyIndent && binding > 2 * passage.count && passage.count > 1
    return isProse ? .paragraph : .reference
  }
}
