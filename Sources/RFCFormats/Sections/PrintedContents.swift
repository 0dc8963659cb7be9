import RFCModel

/// The table of contents that a document prints. Its lines are no headings; its entries confirm those of the body.
struct PrintedContents {
  /// 0-based lines, the heading `Table of Contents` first; empty where none is printed.
  private(set) var lines = 0..<0
  private(set) var hasPageNumbers = false
  private var titles: [UInt64: [[UInt8]]] = [:]
  private var unnumbered: Set<[UInt8]> = []
  private var depths: Set<Int> = []

  enum Confirmation {
    /// Number and title stand there.
    case whole
    /// The number stands there with another title.
    case otherTitle
    /// Others of that depth stand there, this one does not.
    case absent
    /// It says nothing of numbers that deep.
    case unknown
  }

  func confirms(_ number: HeadingNumber, title: [UInt8]) -> Confirmation {
    guard let known = titles[number.key] ?? titles[number.keyWithoutZero] else {
      return depths.contains(number.depth) ? .absent : .unknown
    }
    return known.contains { Self.isSame($0, title) } ? .whole : .otherTitle
  }

  func confirms(unnumbered title: [UInt8]) -> Bool {
    unnumbered.contains(title)
  }

  /// Titles differ by a cut in the contents: one may begin the other.
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    return min(a.count, b.count) >= 6 && (a.starts(with: b) || b.starts(with: a))
  }

  init(in view: LineView, rows: [Int32]) {
    // Past the first pages a heading `Contents` speaks of something else.
    guard let start = rows.prefix(1500).indices.first(where: { view.isContentsHeading(rows, $0) })
    else { return }
    var last = start
    var entries = 0
    var paged = 0
    var row = start + 1
    var strangers = 0
    var wrapped: (number: HeadingNumber?, title: [UInt8])?
    while row < rows.count, row < start + 4000 {
      defer { row += 1 }
      let line = Int(rows[row])
      guard line >= 0 else { continue }
      let content = view.content(line)
      guard !content.isEmpty else { continue }
      // The running head of a second page of contents.
      if view.isContentsHeading(rows, row) { continue }
      let indent = view.indent(line)
      let entry = view.contentsEntry(content)
      let number = view.headingNumber(entry.text)
      if !entry.hasPage {
        // The body begins where a number comes again, or where a line at the margin is no entry.
        if let number, titles[number.key] != nil, paged * 2 > entries || indent == 0 { break }
        if number == nil, indent == 0, entries > 0 || view.isFrontHeading(content),
          !leadsToPage(view, rows, row)
        {
          break
        }
        if paged > 2, number == nil || paged * 4 > entries * 3, !leadsToPage(view, rows, row) {
          strangers += 1
          if strangers > 1 || number == nil && content.count > 60 { break }
          continue
        }
        if number == nil, paged == 0, entries == 0 && content.count > 50 || isParagraph(view, rows, row) {
          break
        }
      }
      strangers = 0
      let text = number.map { $0.title..<max($0.title, entry.text.upperBound) } ?? entry.text
      var title = view.letters(text)
      if number == nil, !entry.hasPage || wrapped != nil, let open = wrapped {
        title = open.title + title.prefix(80 - min(80, open.title.count))
      }
      let key = number ?? (wrapped?.number)
      if let key, number != nil || wrapped != nil {
        // More than a few of one number are no contents.
        if titles[key.key, default: []].count < 4 { titles[key.key, default: []].append(title) }
        depths.insert(key.depth)
      } else {
        unnumbered.insert(title)
      }
      wrapped = entry.hasPage || paged == 0 && number == nil ? nil : (key, title)
      entries += 1
      if entry.hasPage { paged += 1 }
      last = row
    }
    guard entries >= 2 else {
      self = PrintedContents()
      lines = Int(rows[start])..<Int(rows[start]) + 1
      return
    }
    hasPageNumbers = paged * 2 > entries
    lines = Int(rows[start])..<Int(rows[last]) + 1
  }

  private init() {}

  /// A full line behind a blank one that goes on in the next, below its own beginning.
  private func isParagraph(_ view: LineView, _ rows: [Int32], _ row: Int) -> Bool {
    guard row + 1 < rows.count, rows[row + 1] >= 0, rows[row - 1] < 0 || view.isBlank(Int(rows[row - 1]))
    else {
      return false
    }
    let (line, next) = (Int(rows[row]), Int(rows[row + 1]))
    let content = view.content(next)
    return view.content(line).count > 50 && !content.isEmpty && view.indent(next) == view.indent(line)
      && view.headingNumber(content) == nil && !view.contentsEntry(content).hasPage
  }

  /// Whether a line without a page number is the first of an entry that wraps: the next one has it.
  private func leadsToPage(_ view: LineView, _ rows: [Int32], _ row: Int) -> Bool {
    for next in rows[(row + 1)...].prefix(2) {
      guard next >= 0 else { return false }
      let content = view.content(Int(next))
      if content.isEmpty { return false }
      if view.contentsEntry(content).hasPage { return view.headingNumber(content) == nil }
    }
    return false
  }
}

extension LineView {
  /// The words stand by themselves: a paragraph may end in them.
  fileprivate func isContentsHeading(_ rows: [Int32], _ row: Int) -> Bool {
    guard rows[row] >= 0 else { return false }
    let line = lines[Int(rows[row])]
    var start = line.lowerBound
    while start < line.upperBound, Self.isBlank(text[start]) { start += 1 }
    guard line.upperBound - start >= 8, !Self.isLower(text[start]),
      line.upperBound - start <= 24 || Self.isBlank(text[line.upperBound - 1])
    else { return false }
    var content = trimmed(start..<line.upperBound)
    guard (8...24).contains(content.count) else { return false }
    while let last = text[content].last, last == 0x3A || last == 0x2E { content = content.dropLast() }
    if let number = headingNumber(content) { content = number.title..<content.upperBound }
    if matches(content, "table of contents") || matches(content, "table of content") { return true }
    return matches(content, "contents") && (row == 0 || rows[row - 1] < 0 || isBlank(Int(rows[row - 1])))
  }

  /// An entry's text without the leader and the page number.
  func contentsEntry(_ content: Range<Int>) -> (text: Range<Int>, hasPage: Bool) {
    var end = content.upperBound
    while end > content.lowerBound, Self.isDigit(text[end - 1]) { end -= 1 }
    if end == content.upperBound {
      while end > content.lowerBound, content.upperBound - end < 6,
        [0x69, 0x76, 0x78].contains(text[end - 1])
      {
        end -= 1
      }
    }
    guard end < content.upperBound, content.upperBound - end <= 5 else { return (content, false) }
    var leader = end
    var dots = 0
    while leader > content.lowerBound,
      Self.isBlank(text[leader - 1]) || text[leader - 1] == 0x2E || text[leader - 1] == 0x5F
    {
      leader -= 1
      if text[leader] == 0x2E { dots += 1 }
    }
    guard leader > content.lowerBound,
      dots >= 2 || end - leader >= 2 && dots == 0 || dots > 0 && end - leader >= 3
    else {
      return (content, false)
    }
    return (content.lowerBound..<leader, true)
  }

  /// The first letters and digits of a title, in lower case: what titles are compared by.
  func letters(_ range: Range<Int>) -> [UInt8] {
    var letters: [UInt8] = []
    for byte in text[range] where Self.isLetter(byte) || Self.isDigit(byte) {
      letters.append(Self.lowercased(byte))
      if letters.count == 40 { break }
    }
    return letters
  }
}
