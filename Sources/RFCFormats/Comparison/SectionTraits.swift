import RFCModel

/// What a section is compared by.
struct SectionTraits {
  /// Which text it is of.
  let text: Int
  /// Its index in that text's outline.
  let section: Int
  let number: SectionNumber?
  /// Index among all the traits of its side; nil at the top.
  let parent: Int?
  var children: [Int] = []
  /// The words of its title, without case and signs.
  let title: WordHash
  /// Stems of the words of its title, each once.
  let titleStems: [Int]
  /// That of the numbers in its title.
  let titleNumbers: WordHash
  let wordCount: Int
  /// The runs of three words in it, each once.
  let runs: [Int]
  /// The stems in it and in its title, each once, and how often they are there.
  let stems: [(number: Int, count: Int)]

  var isAppendix: Bool { number?.isAppendix ?? false }
}

/// Reads the sections of texts, which have the numbers of their words in common.
struct SectionReader {
  private(set) var runs: WordNumbers
  private(set) var stems = WordNumbers()
  private(set) var titleStems = WordNumbers()
  /// For a run or a stem: the last section that it was seen in, and where it stands among that section's.
  private var lastRun: [Int32] = []
  private var lastStem: [(section: Int32, place: Int32)] = []
  private var sections: Int32 = 0

  /// More sections than any text has; those behind them are not looked at.
  static let mostSections = 10_000

  /// - Parameter bytes: of all the texts.
  init(bytes: Int) { runs = WordNumbers(capacity: bytes / 7) }

  /// - Parameter texts: those of one side.
  /// - Returns: the sections from the first numbered one on, of all texts, in order.
  mutating func traits(of texts: [ParsedText]) -> [SectionTraits] {
    var traits: [SectionTraits] = []
    for (index, text) in texts.enumerated() { add(text, index, to: &traits) }
    for index in traits.indices {
      if let parent = traits[index].parent { traits[parent].children.append(index) }
    }
    return traits
  }

  private mutating func add(_ text: ParsedText, _ index: Int, to traits: inout [SectionTraits]) {
    let all = text.outline.sections
    guard let first = all.firstIndex(where: { $0.number != nil }) else { return }
    let offset = traits.count - first
    let contents = text.printedContents
    let rows = text.pagination.plainLines(of: text.document)
    LineView.with(text.document) { view in
      var row = 0
      for (place, section) in all.enumerated().dropFirst(first).prefix(Self.mostSections) {
        var words = SectionWords(section: sections)
        sections += 1
        let body = section.lines.dropFirst(section.headingLines)
        while row < rows.count, Int(rows[row]) < body.lowerBound { row += 1 }
        while row < rows.count, Int(rows[row]) < body.upperBound {
          let line = Int(rows[row])
          row += 1
          if line >= 0, !contents.contains(line) { read(view.text, view.content(line), into: &words) }
        }
        readTitle(section.title, into: &words)
        traits.append(
          SectionTraits(
            text: index, section: place, number: section.number,
            parent: section.parent.flatMap { $0 >= first ? $0 + offset : nil }, title: words.title,
            titleStems: words.titleStems, titleNumbers: words.titleNumbers, wordCount: words.count,
            runs: words.runs, stems: words.stems))
      }
    }
  }

  /// The words of the section that is being read.
  private struct SectionWords {
    let section: Int32
    var count = 0
    var beforeLast = WordHash.empty
    var last = WordHash.empty
    var runs: [Int] = []
    var stems: [(number: Int, count: Int)] = []
    var title = WordHash.empty
    var titleStems: [Int] = []
    var titleNumbers = WordHash.empty
  }

  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into words: inout SectionWords
  ) {
    PlainWord.each(in: text, range) { word in
      words.count += 1
      if words.count > 2 {
        let run = runs.number(of: words.beforeLast.adding(words.last).adding(word.hash))
        if run == lastRun.count { lastRun.append(-1) }
        if lastRun[run] != words.section {
          lastRun[run] = words.section
          words.runs.append(run)
        }
      }
      words.beforeLast = words.last
      words.last = word.hash
      if !word.isCommon { count(word.stem, 1, into: &words) }
    }
  }

  private mutating func readTitle(_ title: String, into words: inout SectionWords) {
    var title = title
    title.withUTF8 { bytes in
      PlainWord.each(in: bytes, bytes.indices) { word in
        words.title = words.title.adding(word.hash)
        if word.isNumber { words.titleNumbers = words.titleNumbers.adding(word.hash) }
        if word.isCommon { return }
        let stem = titleStems.number(of: word.stem)
        if !words.titleStems.contains(stem), words.titleStems.count < 40 { words.titleStems.append(stem) }
        count(word.stem, 2, into: &words)
      }
    }
  }

  private mutating func count(_ hash: WordHash, _ times: Int, into words: inout SectionWords) {
    let stem = stems.number(of: hash)
    if stem == lastStem.count { lastStem.append((-1, 0)) }
    if lastStem[stem].section == words.section {
      words.stems[Int(lastStem[stem].place)].count += times
    } else {
      lastStem[stem] = (words.section, Int32(truncatingIfNeeded: words.stems.count))
      words.stems.append((stem, times))
    }
  }
}
