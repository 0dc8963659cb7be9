import RFCModel

/// What the candidates of a whole document say about each of them.
extension HeadingScanner {
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

  /// Top-level headings share their indentation. What stands elsewhere and is in no printed contents is a list; what
  /// has the number of another, which stands there, is the outline of a document inside the document.
  func weighed(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var votes = [Int](repeating: 0, count: 81)
    for candidate in candidates where candidate.number.depth == 1 && !candidate.number.isNamed {
      votes[min(candidate.indent, 80)] += max(0, candidate.weight)
    }
    guard let usual = votes.indices.max(by: { votes[$0] < votes[$1] }), votes[usual] > 0 else {
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
