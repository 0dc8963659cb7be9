import RFCModel

extension FrontMatter {
  /// What the head of the first page says, in the layouts of RFCs from 1969 to today and of Internet-Drafts. A field
  /// that it does not say in a form we know stays nil. Reads the first lines only. Source: RFC 7322, section 4.1.
  init(of document: Document) {
    self = LineView.with(document) { FrontMatterReader(view: $0).read() }
  }
}

private struct FrontMatterReader {
  let view: LineView
  /// The head ends before this line in every layout.
  static let reach = 90
  /// Bytes. No line of a head is longer, and one that is may be a whole book.
  static let longestLine = 2000

  func read() -> FrontMatter {
    var matter = FrontMatter()
    var line = 0
    let lines = 0..<min(view.count, Self.reach)
    let end = lines.first { view.content($0).count > Self.longestLine } ?? lines.upperBound
    var blocks: [Range<Int>] = []
    while line < end, blocks.count < 8 {
      if view.isBlank(line) {
        line += 1
        continue
      }
      let start = line
      while line < end, !view.isBlank(line) { line += 1 }
      blocks.append(start..<line)
    }
    var title: Range<Int>?
    for block in blocks {
      let isHead = title == nil && isHeadBlock(block)
      if title != nil, matter.number != nil, matter.date != nil { break }
      for line in block {
        let content = view.content(line)
        if matter.number == nil { matter.number = number(content, isHead: isHead) }
        if matter.date == nil { matter.date = date(content) }
        if matter.category == nil { matter.category = category(content) }
      }
      if title == nil, !isHead, isTitleBlock(block) { title = block }
      // The prose has begun; numbers and dates in it are others'.
      if block.count > 3, title != nil, block != title { break }
    }
    // Some of the earliest begin without a title: what stands there is a paragraph.
    matter.title = title.map(titleText).flatMap { text in
      text.utf8.count > 200 || text.utf8.count > 72 && (text.hasSuffix(".") || text.hasSuffix(":"))
        ? nil : text
    }
    return matter
  }

  /// Author, organisation, number, date: lines in two columns, or lines that name what they say.
  private func isHeadBlock(_ block: Range<Int>) -> Bool {
    guard let first = block.first else { return false }
    let content = view.content(first)
    if view.outerParts(content) != nil, view.indent(first) < 8 { return true }
    if view.hasPrefix(content, "rfc") || view.hasPrefix(content, "request for comment")
      || view.hasPrefix(content, "network working group") || view.hasPrefix(content, "nwg/rfc")
      || view.hasPrefix(content, "category") || view.hasPrefix(content, "obsoletes")
      || view.hasPrefix(content, "updates")
      || view.hasPrefix(content, "internet engineering task force") || view.hasPrefix(content, "issn")
      || view.hasPrefix(content, "nic") || view.hasPrefix(content, "references:")
    {
      return true
    }
    // A date or an organisation alone at the right margin.
    return view.indent(first) >= 40
  }

  private func isTitleBlock(_ block: Range<Int>) -> Bool {
    guard let first = block.first, block.count <= 8 else { return false }
    let content = view.content(first)
    return view.letters(content).count >= 2 && !view.isFrontHeading(content)
  }

  private func titleText(_ block: Range<Int>) -> String {
    var words: [String] = []
    for line in block {
      var content = view.content(line)
      // The underline, and the name of a draft's file.
      if view.letters(content).isEmpty || view.hasPrefix(content, "draft-") { continue }
      if view.hasPrefix(content, "title:") {
        content = view.trimmed(content.lowerBound + 6..<content.upperBound)
      }
      if view.hasPrefix(content, "author:") { break }
      words.append(view.string(content))
    }
    return words.joined(separator: " ")
  }

  /// `Request for Comments: 4291`, `RFC #72`, `NWG/RFC# 726`, `RFC:  791`, `RFC-811`.
  ///
  /// - Parameter isHead: an `RFC 1292` outside the head, and not at its line's beginning, is a citation.
  private func number(_ content: Range<Int>, isHead: Bool) -> RFCNumber? {
    // `Obsoletes: RFC 1292` names another one.
    let others: [StaticString] = ["obsoletes", "updates", "replaces", "references", "see also", "supersedes"]
    if others.contains(where: { view.hasPrefix(content, $0) }) { return nil }
    // Without the first word, because a tab may stand behind it.
    for word: StaticString in ["for comments", "for comment", "rfc"] {
      let count = word.utf8CodeUnitCount
      guard content.count > count else { continue }
      for start in content.lowerBound..<content.upperBound - count
      where view.hasPrefix(start..<content.upperBound, word) {
        if count == 3, !isHead, start != content.lowerBound { break }
        if let number = digits(after: start + count, before: content.upperBound) { return number }
      }
    }
    return nil
  }

  private func digits(after start: Int, before end: Int) -> RFCNumber? {
    var at = start
    while at < end, at - start < 8,
      [0x20, 0x09, 0x3A, 0x23, 0x2D, 0x2E, 0x28].contains(view.text[at])
        || at - start < 6 && [0x4E, 0x6F].contains(view.text[at])
    {
      at += 1
    }
    let first = at
    while at < end, at - first < 7, LineView.isDigit(view.text[at]) { at += 1 }
    guard at > first else { return nil }
    return RFCNumber(digits: String(decoding: view.text[first..<at], as: UTF8.self))
  }

  /// Behind `Category:`, or a draft's `Intended status:`, up to the second column.
  private func category(_ content: Range<Int>) -> String? {
    for word: StaticString in ["category:", "intended status:"] where view.hasPrefix(content, word) {
      let rest = view.trimmed(content.lowerBound + word.utf8CodeUnitCount..<content.upperBound)
      guard !rest.isEmpty else { return nil }
      var end = rest.lowerBound
      while end < rest.upperBound,
        !(view.text[end] == 0x20 && end + 1 < rest.upperBound && view.text[end + 1] == 0x20)
      {
        end += 1
      }
      return view.string(rest.lowerBound..<end)
    }
    return nil
  }

  /// `February 2006`, `28 August 1980`, `September 28, 1970`, `1-Jan-77`: the month with the words around it that are
  /// numbers.
  private func date(_ content: Range<Int>) -> String? {
    if view.hasPrefix(content, "expires") { return nil }
    let words = words(content)
    for (index, word) in words.enumerated() where isMonth(word) {
      var first = index
      var last = index
      if index > 0, isNumber(words[index - 1], 1...2) { first -= 1 }
      if last + 1 < words.count, isNumber(words[last + 1], 1...2), last + 2 < words.count,
        isNumber(words[last + 2], 4...4)
      {
        last += 2
      } else if last + 1 < words.count,
        isNumber(words[last + 1], 4...4) || first < index && isNumber(words[last + 1], 2...2)
      {
        last += 1
      }
      guard last > index else { continue }
      return view.string(words[first].lowerBound..<words[last].upperBound)
    }
    return nil
  }

  private func words(_ content: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var at = content.lowerBound
    while at < content.upperBound, words.count < 24 {
      while at < content.upperBound, LineView.isBlank(view.text[at]) { at += 1 }
      let start = at
      while at < content.upperBound, !LineView.isBlank(view.text[at]) { at += 1 }
      if at > start { words.append(start..<at) }
    }
    return words
  }

  /// Digits, as many as said, perhaps with a comma behind them.
  private func isNumber(_ word: Range<Int>, _ count: ClosedRange<Int>) -> Bool {
    let bytes = view.text[word]
    let digits = bytes.prefix { LineView.isDigit($0) }
    return count.contains(digits.count)
      && bytes.dropFirst(digits.count).allSatisfy { $0 == 0x2C || $0 == 0x2E }
  }

  private func isMonth(_ word: Range<Int>) -> Bool {
    // j f m a s o n d: few words at the head of a text begin so and are as short.
    switch view.text[word.lowerBound] | 0x20 {
    case 0x6A, 0x66, 0x6D, 0x61, 0x73, 0x6F, 0x6E, 0x64: break
    default: return false
    }
    var word = word
    while let last = view.text[word].last, last == 0x2C || last == 0x2E { word = word.dropLast() }
    return CalendarDate.month(named: UnsafeBufferPointer(rebasing: view.text[word])) != nil
  }
}
