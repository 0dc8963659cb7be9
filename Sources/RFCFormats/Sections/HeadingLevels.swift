import RFCModel

/// What the candidates of a whole document say about each of them.
extension HeadingScanner {
  /// Statement numbers, `3b1`, stand before most paragraphs of a text that was written in an outliner, and say nothing
  /// of headings.
  func withoutStatements(_ candidates: [HeadingCandidate], among paragraphs: Int) -> [HeadingCandidate] {
    let statements = candidates.count { $0.number.isRunTogether }
    guard statements >= 8, statements * 3 > paragraphs else { return candidates }
    return candidates.filter { !$0.number.isRunTogether }.map { candidate in
      guard candidate.number.topLevelKind == .digits else { return candidate }
      var candidate = candidate
      candidate.weight += 6
      return candidate
    }
  }

  /// `Section 1.` below `ARTICLE I` is a part of it, though its text follows without a blank line.
  func belowArticles(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var article: [Int]?
    var candidates = candidates
    for (index, candidate) in candidates.enumerated() {
      guard candidate.number.isNamed else {
        if article != nil, candidate.weight > 0, candidate.number.depth == 1 { article = nil }
        continue
      }
      let word = view.firstWord(view.content(candidate.line))
      if view.matches(word, "article") {
        article = candidate.number.parts
      } else if let article, view.matches(word, "section"), candidate.number.isPunctuated {
        candidates[index].number = candidate.number.below(article)
        candidates[index].weight += 28
      }
    }
    return candidates
  }

  /// Reads a lone I, V or X as a numeral where others of the same kind are: `Appendix II` makes one of `Appendix I`.
  /// Below numerals, letters and then digits count their own level, from the beginning each time.
  func withNumerals(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    let kinds = [false, true].filter { isNamed in
      candidates.contains { $0.number.isNamed == isNamed && $0.number.isRoman && $0.weight > 0 }
    }
    guard !kinds.isEmpty else { return candidates }
    var (romans, digits) = (0, 0)
    for candidate in candidates where candidate.weight > 0 && !candidate.number.isNamed {
      if candidate.number.isRoman { romans += 1 } else if !candidate.number.isLetter { digits += 1 }
    }
    var numeral: [Int] = []
    var letter: [Int] = []
    return candidates.map { candidate in
      var candidate = candidate
      let isOutline = !candidate.number.isNamed && kinds.contains(false) && romans * 2 > digits
      if kinds.contains(candidate.number.isNamed), let value = candidate.number.loneNumeral {
        // After H comes I, whatever the numerals are.
        let follows = letter.last.map { $0 + 1 } == candidate.number.parts.first
        if !follows { candidate.number = candidate.number.asNumeral(value) }
      }
      guard isOutline, candidate.weight > -6 else { return candidate }
      if candidate.number.isRoman {
        (numeral, letter) = (candidate.number.parts, [])
      } else if candidate.number.isLetter {
        letter = candidate.number.parts
        candidate.number = candidate.number.below(numeral)
        if candidate.hasBlankBefore, candidate.hasBlankAfter { candidate.weight += 4 }
      } else if candidate.number.depth == 1, !letter.isEmpty {
        candidate.number = candidate.number.below(numeral + letter)
      }
      return candidate
    }
  }

  /// One punctuation for numbers of one kind: `1)` and `2:` are items of a list where sections are `1.`. The first
  /// that the printed contents have says which, else the first that stands as a heading, else the outermost.
  func inOneStyle(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var styles: [HeadingNumber.Kind: (mark: UInt8, rank: Int)] = [:]
    for candidate in candidates {
      guard let kind = candidate.number.topLevelKind, candidate.weight > 0 else { continue }
      let isHeading = candidate.weight >= 8
      let rank = candidate.confirmation == .whole ? 200 : isHeading ? 100 : -candidate.indent
      if styles[kind].map({ rank > $0.rank }) ?? true { styles[kind] = (candidate.number.style, rank) }
    }
    var confirmed: Set<[UInt8]> = []
    var candidates = candidates
    for (index, candidate) in candidates.enumerated() {
      guard let kind = candidate.number.topLevelKind else { continue }
      if candidate.confirmation == .whole {
        // The second one stands in a template: `1.  Introduction` of a document to be written.
        let number = String(candidate.number.parts[0]).utf8
        let words = view.letters(candidate.number.title..<max(candidate.number.title, candidate.titleEnd))
        if !confirmed.insert(number + [0] + words).inserted { candidates[index].weight -= 24 }
      } else if let usual = styles[kind]?.mark, candidate.number.style != usual {
        candidates[index].weight -= 24
      }
    }
    return candidates
  }

  /// Items that follow one upon the other with nothing below them are a list, where the printed contents do not have
  /// them; three at least, for a section may be empty.
  func withoutBareRuns(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var candidates = candidates
    var first = 0
    for index in candidates.indices {
      let isLast = index + 1 == candidates.count || !isBare(candidates[index], before: candidates[index + 1])
      guard isLast else { continue }
      if index - first > 1 { for item in first...index { candidates[item].weight -= 24 } }
      first = index + 1
    }
    return candidates
  }

  private func isBare(_ candidate: HeadingCandidate, before next: HeadingCandidate) -> Bool {
    guard candidate.confirmation != .whole, next.confirmation != .whole, candidate.indent == next.indent,
      let kind = candidate.number.topLevelKind, kind == next.number.topLevelKind,
      candidate.number.parts[0] + 1 == next.number.parts[0]
    else { return false }
    return (candidate.row + candidate.rows..<next.row).allSatisfy(isBlank)
  }

  /// Top-level headings share their indentation. What stands elsewhere and is in no printed contents is a list; what
  /// has the number of another, which stands there, is the outline of a document inside the document.
  func weighed(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var votes = [Int](repeating: 0, count: 81)
    for candidate in candidates where candidate.number.depth == 1 && !candidate.number.isNamed {
      votes[min(candidate.indent, 80)] += max(0, candidate.weight)
    }
    // Lists are indented more than headings, and may be many.
    guard let most = votes.max(), most > 0, let usual = votes.firstIndex(where: { $0 * 3 >= most }) else {
      return candidates
    }
    let whole = candidates.filter { $0.confirmation == .whole }
    let confirmed = Set(whole.map(\.number.key))
    let indents = Set(whole.map(\.indent))
    return candidates.map { candidate in
      if candidate.confirmation == .otherTitle, candidate.indent > 0, confirmed.contains(candidate.number.key)
      {
        var candidate = candidate
        candidate.weight -= 24
        return candidate
      }
      if candidate.confirmation == .absent, whole.count > 7, !candidate.number.isNamed,
        !indents.contains(candidate.indent)
      {
        var candidate = candidate
        candidate.weight -= 12
        return candidate
      }
      guard candidate.indent != usual, candidate.confirmation != .whole, !candidate.number.isNamed,
        !candidate.number.isRunTogether,
        candidate.number.depth == 1 || usual == 0 && candidate.indent > bodyIndent
      else { return candidate }
      var candidate = candidate
      candidate.weight -= 12
      return candidate
    }
  }
}
