import RFCModel

/// Finds the code of a document: what says itself where it begins and ends, and what looks like a notation.
struct CodeScanner {
  private let view: LineView
  private let outline: Outline
  private let reader: NotationReader
  private var lines: [CodeLine] = []
  private var items: [CodeItem] = []

  /// - Returns: in the order of the text; no line is in two.
  static func items(
    in document: Document, pagination: Pagination, outline: Outline, blocks: [Block], enclosed: [EnclosedPart]
  ) -> [CodeItem] {
    let rows = pagination.plainLines(of: document)
    let textRows = rows.filter { $0 >= 0 }
    return LineView.with(document) { view in
      var scanner = CodeScanner(view: view, outline: outline)
      let parts = scanner.addEnclosed(enclosed, textRows)
      scanner.addPieces(scanner.runs(of: blocks, rows: rows, without: parts))
      scanner.settleDeclarations()
      return scanner.items.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    }
  }

  private init(view: LineView, outline: Outline) {
    self.view = view
    self.outline = outline
    reader = NotationReader(text: view.text, mentions: NotationMentions(in: view.text))
  }

  /// Index of the section that a line stands in.
  private func section(of line: Int) -> Int? {
    let next = outline.sections.partitioningIndex { $0.lines.lowerBound > line }
    return next > 0 ? next - 1 : nil
  }

  // MARK: What says where it begins and ends

  /// - Parameter rows: the lines outside the page breaks, ascending.
  /// - Returns: their lines, ascending; none lies in another.
  private mutating func addEnclosed(_ enclosed: [EnclosedPart], _ rows: [Int32]) -> [Range<Int>] {
    let modules = enclosed.filter { $0.kind == .asn1Module || $0.kind == .yangModule }
    var taken: [Range<Int>] = []
    for part in enclosed where part.kind == .marked {
      let mark = view.codeMark(above: part.lines.lowerBound)
      let inner = textLines(of: part.lines, rows, from: mark.isNamedBelow ? 1 : 0)
      guard let first = inner.first, let last = inner.last else { continue }
      let range = first.line..<last.line + 1
      let module = modules.first {
        range.contains($0.lines.lowerBound) && $0.lines.upperBound <= range.upperBound
      }
      let notation =
        module.map { self.notation(of: $0, rows) } ?? reader.notation(of: inner[...], isFigure: false)
      add(notation ?? .code, inner[...], name: mark.name, module: module, isMarked: true)
      taken.append(range)
    }
    for part in modules where !taken.contains(where: { $0.overlaps(part.lines) }) {
      add(notation(of: part, rows), textLines(of: part.lines, rows, from: 0)[...], module: part)
      taken.append(part.lines)
    }
    return taken.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func textLines(of range: Range<Int>, _ rows: [Int32], from start: Int) -> [CodeLine] {
    var found: [CodeLine] = []
    let first = rows.partitioningIndex { Int($0) >= range.lowerBound }
    for row in rows[first...] {
      guard row < range.upperBound else { break }
      let content = view.content(Int(row))
      if content.isEmpty { continue }
      found.append(
        CodeLine(
          line: Int(row), content: content, indent: view.indent(Int(row)), ordinal: found.count,
          isBelowBlank: false))
    }
    return Array(found.dropFirst(start))
  }

  private func notation(of module: EnclosedPart, _ rows: [Int32]) -> CodeItem.Notation {
    if module.kind == .yangModule { return .yang }
    let words = CodeWords(textLines(of: module.lines, rows, from: 0)[...], in: view.text)
    return words.contains(.smiMacro) ? .mib : .asn1
  }

  private mutating func add(
    _ notation: CodeItem.Notation, _ lines: ArraySlice<CodeLine>, name: String? = nil,
    module: EnclosedPart? = nil,
    isMarked: Bool = false
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    let reader = reader
    items.append(
      CodeItem(
        notation: notation, name: name, module: module?.name.map { [view] in view.string($0) },
        isMarked: isMarked,
        lines: first.line..<last.line + 1, section: section(of: first.line),
        fold: lines.prefix(4).lazy.compactMap { reader.fold($0.content) }.first))
  }

  /// Where a text has structures in the language of TLS, those that could be of C are in it, too.
  private mutating func settleDeclarations() {
    guard items.contains(where: { $0.notation == .tlsPresentation }) else { return }
    for index in items.indices where items[index].notation == .c { items[index].notation = .tlsPresentation }
  }

  // MARK: What looks like code

  /// Lines that no blank one parts.
  private struct Run {
    /// Indices of ``lines``.
    var lines: Range<Int>
    /// Whether the lines are those of prose or of a list, where a rule or a value may stand by itself.
    var isProse: Bool
    var isFigure: Bool
    /// Index of the block.
    let block: Int
  }

  private mutating func runs(of blocks: [Block], rows: [Int32], without taken: [Range<Int>]) -> [Run] {
    var runs: [Run] = []
    var taken = taken[...]
    var row = 0
    var ordinal = 0
    var isBelowBlank = true
    for (index, block) in blocks.enumerated() {
      let isCandidate: Bool
      var isProse = true
      var isFigure = false
      switch block.kind {
      case .verbatim(.table), .heading, .contents, .reference: isCandidate = false
      case .verbatim(let form): (isCandidate, isProse, isFigure) = (true, false, form == .figure)
      case .paragraph, .list, .definition, .other: isCandidate = true
      }
      while row < rows.count, rows[row] < block.lines.upperBound {
        let line = Int(rows[row])
        row += 1
        let content = line < 0 ? 0..<0 : view.content(line)
        if content.isEmpty {
          isBelowBlank = true
          continue
        }
        defer {
          ordinal += 1
          isBelowBlank = false
        }
        while let part = taken.first, part.upperBound <= line { taken.removeFirst() }
        if !isCandidate || line < block.lines.lowerBound || taken.first?.contains(line) == true { continue }
        lines.append(
          CodeLine(
            line: line, content: content, indent: view.indent(line), ordinal: ordinal,
            isBelowBlank: isBelowBlank))
        let end = lines.count
        // Lines that adjoin are one piece where one of both is verbatim.
        if !isBelowBlank, let last = runs.last, lines[end - 2].ordinal + 1 == ordinal,
          last.lines.upperBound == end - 1,
          last.block == index || !last.isProse || !isProse
        {
          runs[runs.count - 1].lines = last.lines.lowerBound..<end
          runs[runs.count - 1].isProse = last.isProse && isProse
          runs[runs.count - 1].isFigure = last.isFigure && (isFigure || isProse)
        } else {
          runs.append(Run(lines: end - 1..<end, isProse: isProse, isFigure: isFigure, block: index))
        }
      }
    }
    return runs
  }

  /// What is told to be in a notation, or not.
  private struct Piece {
    var lines: Range<Int>
    var notation: CodeItem.Notation?
    var blocks: ClosedRange<Int>
    /// Of a grammar, as it seems.
    var areRules = false
  }

  private mutating func addPieces(_ runs: [Run]) {
    let bodyIndent = bodyIndent(runs)
    var open: Piece?
    // What nothing tells the notation of, below it.
    var untold: Piece?
    var index = 0
    var failures = 0
    while index < runs.count {
      let run = runs[index]
      let piece: Piece
      if run.isProse {
        index += 1
        let notation = notationInProse(run, bodyIndent: bodyIndent)
        // What stands behind the header of a message is its body.
        guard
          notation != nil || reader.isAside(lines[run.lines])
            || open?.notation == .httpMessage && untold == nil
        else { continue }
        piece = Piece(lines: run.lines, notation: notation, blocks: run.block...run.block)
      } else {
        var last = failures < Self.limit ? closingRun(from: index, in: runs) : index
        if last == nil {
          failures += 1
          last = index
        }
        let end = runs[last ?? index]
        let lines = run.lines.lowerBound..<end.lines.upperBound
        piece = Piece(
          lines: lines, notation: reader.notation(of: self.lines[lines], isFigure: run.isFigure),
          blocks: run.block...end.block)
        index = (last ?? index) + 1
      }
      if let before = untold, let joined = joinUntold(before, piece) {
        untold = joined
      } else if let before = untold, let joined = join(before, piece, bodyIndent: bodyIndent) {
        untold = nil
        // Between two parts of one notation, or the beginning of one.
        if let whole = open.flatMap({ join($0, joined, bodyIndent: bodyIndent, over: before) }) {
          open = whole
        } else {
          close(open)
          open = joined
        }
      } else if let before = open, let joined = join(before, piece, bodyIndent: bodyIndent, over: untold) {
        (open, untold) = (joined, nil)
      } else if piece.notation == nil {
        untold = piece
      } else {
        close(open)
        (open, untold) = (piece, nil)
      }
    }
    close(open)
  }

  private mutating func close(_ piece: Piece?) {
    if let piece, let notation = piece.notation { add(notation, lines[piece.lines]) }
  }

  /// A hostile text may open a bracket in each paragraph and close none.
  private static let limit = 100

  /// The run with which the brackets that `index` opens are closed; itself where it opens none, nil where nothing
  /// closes them.
  private func closingRun(from index: Int, in runs: [Run]) -> Int? {
    let first = lines[runs[index].lines.lowerBound]
    var brackets = OpenBrackets(first.content, in: view.text)
    let section = section(of: first.line)
    var last = index
    while last < min(runs.count, index + 400) {
      let run = runs[last]
      let start = lines[run.lines.lowerBound]
      if last > index {
        guard start.indent >= first.indent, self.section(of: start.line) == section,
          lines[run.lines.lowerBound - 1].ordinal + 1 == start.ordinal
        else { return nil }
      }
      for line in lines[run.lines] { brackets.read(line.content) }
      if !brackets.isOpen { return last }
      last += 1
    }
    return nil
  }

  /// Where most lines of prose begin.
  private func bodyIndent(_ runs: [Run]) -> Int {
    var counts = [Int](repeating: 0, count: 24)
    for run in runs where run.isProse {
      let indent = lines[run.lines.lowerBound].indent
      if indent < counts.count { counts[indent] += run.lines.count }
    }
    return counts.indices.max { counts[$0] < counts[$1] } ?? 0
  }

  /// A rule, a value or a declaration that stands deeper than the prose around it.
  private func notationInProse(_ run: Run, bodyIndent: Int) -> CodeItem.Notation? {
    guard run.lines.count < 40 else { return nil }
    let first = lines[run.lines.lowerBound]
    let indent = first.indent
    // No item of a list; and most paragraphs need not be read.
    guard !NotationReader.markers.contains(view.text[first.content.lowerBound]),
      indent > bodyIndent || reader.mayBeginAnywhere(first.content)
    else { return nil }
    switch reader.notation(of: lines[run.lines], isFigure: true) {
    case .json?: return .json
    case .abnf? where reader.isGrammarAlone(lines[run.lines]): return .abnf
    case let notation? where indent > bodyIndent && Self.standsAlone.contains(notation): return notation
    default: return nil
    }
  }

  private static let standsAlone: [CodeItem.Notation] = [
    .abnf, .xml, .xdr, .c, .httpMessage, .asn1, .yang, .cddl,
  ]

  /// What is written in declarations that blank lines part.
  private static let goesOn: [CodeItem.Notation] = [
    .abnf, .yang, .xdr, .c, .asn1, .mib, .tlsPresentation, .cddl, .yangTree, .xml,
  ]

  /// Both as one, where nothing but blank lines stands between and they belong together.
  ///
  /// - Parameter between: a piece that stands there, whose notation nothing tells.
  private func join(_ before: Piece, _ next: Piece, bodyIndent: Int, over between: Piece? = nil) -> Piece? {
    let last = lines[(between ?? before).lines.upperBound - 1]
    let first = lines[next.lines.lowerBound]
    let start = lines[before.lines.lowerBound]
    let isWithin = between == nil || between.map { follows($0, before) } == true
    guard isWithin, last.ordinal + 1 == first.ordinal, section(of: start.line) == section(of: first.line)
    else {
      return nil
    }
    let isNear = next.blocks.lowerBound - before.blocks.upperBound <= 1
    let notation: CodeItem.Notation
    switch (before.notation, next.notation) {
    case (let one?, let other?) where one == other && Self.goesOn.contains(one):
      // Each begins a document.
      if one == .xml, reader.hasPrefix(first.content, "<?xml") { return nil }
      notation = one
    case _ where between != nil: return nil
    case (nil, let other?) where isNear && reader.isAside(lines[before.lines]): notation = other
    case (let one?, nil) where isNear && reader.isAside(lines[next.lines]): notation = one
    case (nil, .abnf?) where isNear && reader.goesWithGrammar(lines[before.lines]): notation = .abnf
    case (.abnf?, nil) where isNear && reader.goesWithGrammar(lines[next.lines]): notation = .abnf
    case (.abnf?, _)
    where isNear && first.indent > start.indent && reader.goesOn(lines[next.lines], with: lines[before.lines]):
      notation = .abnf
    case (.httpMessage?, .json?), (.httpMessage?, .xml?):
      guard first.indent == start.indent else { return nil }
      notation = .httpMessage
    case (.httpMessage?, nil):
      guard isNear, first.indent == start.indent, first.indent > bodyIndent else { return nil }
      notation = .httpMessage
    default: return nil
    }
    return Piece(
      lines: before.lines.lowerBound..<next.lines.upperBound, notation: notation,
      blocks: before.blocks.lowerBound...next.blocks.upperBound)
  }

  /// Rules between blank lines, of which nothing tells yet that they are a grammar's: the next ones may.
  private func joinUntold(_ before: Piece, _ next: Piece) -> Piece? {
    guard before.notation == nil, next.notation == nil, follows(next, before),
      section(of: lines[before.lines.lowerBound].line) == section(of: lines[next.lines.lowerBound].line),
      lines[before.lines.lowerBound].indent == lines[next.lines.lowerBound].indent,
      // Each piece is read once, however many there are.
      before.areRules || reader.areRules(lines[before.lines]), reader.areRules(lines[next.lines])
    else { return nil }
    return Piece(
      lines: before.lines.lowerBound..<next.lines.upperBound, notation: nil,
      blocks: before.blocks.lowerBound...next.blocks.upperBound, areRules: true)
  }

  private func follows(_ next: Piece, _ before: Piece) -> Bool {
    lines[before.lines.upperBound - 1].ordinal + 1 == lines[next.lines.lowerBound].ordinal
      && next.blocks.lowerBound - before.blocks.upperBound <= 1
  }
}
