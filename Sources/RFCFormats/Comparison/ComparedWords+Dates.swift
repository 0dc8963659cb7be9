import RFCModel

extension ComparedWords {
  /// Makes one word of each date of the paragraph that begins at a word, the same for all dates, and of a draft's own
  /// name one without its revision: each revision has others, and they are not what a reader asks for. Those before the
  /// first numbered section only; a year alone where it is that of a copyright.
  ///
  /// - Parameter isHead: whether it stands before the first heading.
  mutating func plainDates(
    from first: Int, isHead: Bool, of view: LineView, _ numbers: inout WordNumbers
  ) {
    let isCopyright = words[first...].contains { view.matches($0.bytes, "copyright") }
    var index = first
    while index < words.count {
      let count = dateWords(at: index, before: words.count, of: view)
      if count > 0 {
        replace(index..<index + count, by: "date", &numbers)
      } else if isCopyright, isNumber(words[index], 4, of: view) {
        replace(index..<index + 1, by: "year", &numbers)
      } else if isHead, let (count, series) = draftName(at: index, of: view) {
        replace(index..<index + count, by: series, &numbers)
      }
      index += 1
    }
  }

  private mutating func replace(_ range: Range<Int>, by text: String, _ numbers: inout WordNumbers) {
    guard let last = range.last else { return }
    let hash = text.utf8.reduce(WordHash.empty) { $0.adding($1) }
    let word = Word(
      number: Int32(truncatingIfNeeded: numbers.number(of: hash)), start: words[range.lowerBound].start,
      end: words[last].end)
    replace(range, by: word)
  }

  /// How many words a date takes: `October 2002`, `October 15, 2002`, `15 October 2002`; 0 where there is none.
  private func dateWords(at index: Int, before end: Int, of view: LineView) -> Int {
    var place = index
    let startsWithDay = isDay(words[place], of: view)
    if startsWithDay { place += 1 }
    guard place < end, CalendarDate.month(named: view.text[words[place].bytes]) != nil else { return 0 }
    place += 1
    if place < end, !startsWithDay, isDay(words[place], of: view) { place += 1 }
    if place < end, view.matches(words[place].bytes, ",") || view.matches(words[place].bytes, ".") {
      place += 1
    }
    guard place < end, isNumber(words[place], 4, of: view) else { return 0 }
    return place + 1 - index
  }

  /// The name of a draft with its revision, whose parts are words, too.
  private func draftName(at index: Int, of view: LineView) -> (words: Int, series: String)? {
    guard view.hasPrefix(words[index].bytes, "draft") else { return nil }
    var end = index + 1
    while end < words.count, words[end].bytes.lowerBound == words[end - 1].bytes.upperBound { end += 1 }
    let name = words[index].bytes.lowerBound..<words[end - 1].bytes.upperBound
    return DraftName(view.string(name)).map { (end - index, $0.series) }
  }

  private func isDay(_ word: Word, of view: LineView) -> Bool {
    isNumber(word, 1, of: view) || isNumber(word, 2, of: view)
  }

  private func isNumber(_ word: Word, _ digits: Int, of view: LineView) -> Bool {
    word.bytes.count == digits && view.text[word.bytes].allSatisfy(LineView.isDigit)
  }
}

extension ComparedWords.Word {
  fileprivate var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}
