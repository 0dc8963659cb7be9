import RFCModel

/// The headings of a draft in Markdown: lines that begin with `#`, outside of its front matter and of code.
struct MarkdownHeadings {
  struct Heading {
    let row: Int
    let line: Int
    /// How many `#` stand before it.
    let level: Int
    let title: Range<Int>
  }

  private(set) var headings: [Heading] = []

  /// Nil for a text that is no Markdown: it begins neither with front matter, `---` of YAML or `%%%` of TOML, nor with a
  /// heading.
  init?(in view: LineView, rows: [Int32]) {
    guard let first = rows.firstIndex(where: { $0 >= 0 && !view.isBlank(Int($0)) }) else { return nil }
    let opening = view.content(Int(rows[first]))
    var row = first
    let hasMatter = view.matches(opening, "---") || view.matches(opening, "%%%")
    if hasMatter {
      row += 1
      while row < rows.count, rows[row] < 0 || !view.begins(Int(rows[row]), likeFence: opening) { row += 1 }
      guard row < rows.count else { return nil }
    } else if view.markdownHeading(Int(rows[first])) == nil {
      return nil
    }
    read(view, rows[...], from: row, needsBlanks: !hasMatter)
    guard headings.count > 1 else { return nil }
  }

  private mutating func read(_ view: LineView, _ rows: ArraySlice<Int32>, from start: Int, needsBlanks: Bool)
  {
    var fence: UInt8?
    func isBlank(_ row: Int) -> Bool {
      !rows.indices.contains(row) || rows[row] < 0 || view.isBlank(Int(rows[row]))
    }
    for row in start..<rows.count where rows[row] >= 0 && headings.count < HeadingScanner.limit {
      let line = Int(rows[row])
      let content = view.content(line)
      if let mark = view.codeFence(content) {
        fence = fence == nil ? mark : fence == mark ? nil : fence
        continue
      }
      guard fence == nil, let heading = view.markdownHeading(line) else { continue }
      // In other texts `#` begins a comment, and comments follow each other.
      guard !needsBlanks || isBlank(row - 1) && isBlank(row + 1) else {
        headings = []
        return
      }
      headings.append(Heading(row: row, line: line, level: heading.level, title: heading.title))
    }
  }
}

extension LineView {
  /// Whether a line begins with the three bytes of another one.
  fileprivate func begins(_ line: Int, likeFence fence: Range<Int>) -> Bool {
    let range = lines[line]
    return range.count >= 3 && text[range].prefix(3).elementsEqual(text[fence].prefix(3))
  }

  /// The sign of a line that begins or ends code: three backquotes or tildes.
  fileprivate func codeFence(_ content: Range<Int>) -> UInt8? {
    guard content.count >= 3, let first = text[content].first, first == 0x60 || first == 0x7E else {
      return nil
    }
    return text[content].prefix(3).allSatisfy { $0 == first } ? first : nil
  }

  /// `## Title {#anchor}`: one to six signs at the margin, a blank, and the title without what is said of it.
  fileprivate func markdownHeading(_ line: Int) -> (level: Int, title: Range<Int>)? {
    let range = lines[line]
    guard range.count <= HeadingScanner.longestLine else { return nil }
    let level = text[range].prefix { $0 == 0x23 }.count
    guard (1...6).contains(level), level < range.count, text[range.lowerBound + level] == 0x20 else {
      return nil
    }
    var title = trimmed(range.lowerBound + level..<range.upperBound)
    if text[title].last == 0x7D, let open = text[title].lastIndex(of: 0x7B) {
      title = trimmed(title.lowerBound..<open)
    }
    while text[title].last == 0x23 { title = trimmed(title.dropLast()) }
    return title.isEmpty ? nil : (level, title)
  }
}
