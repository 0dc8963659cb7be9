import RFCModel

extension ParsedText {
  /// The code that a 0-based line is in; nil for any other.
  public func code(around line: Int) -> CodeItem? {
    let next = code.partitioningIndex { $0.lines.lowerBound > line }
    guard next > 0, code[next - 1].lines.contains(line) else { return nil }
    return code[next - 1]
  }

  /// What a piece of code is as a file: the rows without the pages between them and the indentation that all share, LF
  /// behind each. Blank rows are empty, and blanks at the end of a row go.
  ///
  /// - Parameter unfolds: whether lines that its header says are folded are made whole, and the header goes.
  public func text(of item: CodeItem, unfolds: Bool = false) -> [UInt8] {
    text(of: item, unfolds: unfolds, changing: [])
  }

  /// - Parameter changes: what stands in the place of some bytes.
  func text(
    of item: CodeItem, unfolds: Bool = false, changing changes: [(range: Range<Int>, text: String)]
  ) -> [UInt8] {
    var rows = pagination.plainRows(of: document, in: item.lines).map { row in
      var bytes = document.bytes[row]
      for (range, text) in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
      where row.contains(range.lowerBound) {
        bytes.replaceSubrange(range.lowerBound..<min(range.upperBound, row.upperBound), with: text.utf8)
      }
      // What is changed may go on in the next rows.
      if let (range, _) = changes.first(where: {
        $0.range.lowerBound < row.lowerBound && row.overlaps($0.range)
      }) {
        bytes.removeSubrange(row.lowerBound..<min(range.upperBound, row.upperBound))
      }
      return CodeRow(bytes)
    }
    while rows.last?.text.isEmpty == true { rows.removeLast() }
    let indent = rows.lazy.filter { !$0.text.isEmpty }.map(\.indent).min() ?? 0
    for index in rows.indices { rows[index].indent -= rows[index].text.isEmpty ? rows[index].indent : indent }
    if unfolds, let fold = item.fold { rows = CodeRow.unfolded(rows, fold) }
    return rows.reduce(into: []) { bytes, row in
      bytes += repeatElement(0x20, count: row.indent)
      bytes += row.text
      bytes.append(0x0A)
    }
  }

  /// What a file with a piece of code is called: the name that the document gives it, that of its module, else of its
  /// section.
  public func fileName(of item: CodeItem) -> String {
    code.firstIndex(of: item).map { fileNames[$0] } ?? "0-1.\(item.notation.fileExtension)"
  }

  /// The same for each of ``code``.
  public var fileNames: [String] {
    var counts: [String: Int] = [:]
    return code.map { item in
      if let name = item.name { return name }
      if let module = item.module { return "\(module).\(item.notation.fileExtension)" }
      let section = item.section.flatMap { outline.sections[$0].number?.text } ?? "0"
      let key = "\(item.section ?? -1) \(item.notation.rawValue)"
      counts[key, default: 0] += 1
      return "\(section)-\(counts[key] ?? 1).\(item.notation.fileExtension)"
    }
  }
}

extension CodeItem.Notation {
  /// What the names of its files end in, without the period.
  public var fileExtension: String {
    switch self {
    case .abnf: "abnf"
    case .yang: "yang"
    case .asn1: "asn1"
    case .mib: "mib"
    case .json: "json"
    case .xml: "xml"
    case .c: "c"
    case .cddl: "cddl"
    case .xdr: "x"
    case .tlsPresentation: "tls"
    case .yangTree: "tree"
    case .httpMessage: "http"
    case .shell: "sh"
    case .pseudocode, .code: "txt"
    }
  }
}
