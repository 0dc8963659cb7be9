import RFCModel

/// A line that may be a numbered heading, and how much speaks for it.
struct HeadingCandidate {
  let row: Int
  let line: Int
  var number: HeadingNumber
  let indent: Int
  /// How many rows the heading takes.
  let rows: Int
  /// A rule of dashes stands below the title.
  let isUnderlined: Bool
  /// Where the title ends in its first line, before text that runs on from it.
  let titleEnd: Int
  let hasBlankBefore: Bool
  let hasBlankAfter: Bool
  let confirmation: PrintedContents.Confirmation
  var weight: Int

  /// Whether it is no heading when it is the only number of its document: an indented list begins like that.
  var isLikelyItem: Bool { indent > 0 && !number.isNamed && !isUnderlined && confirmation != .whole }
}

/// What speaks for and against a line as a heading. The weights were set by trial against labelled RFCs of all
/// decades; what counts is their order: the place on the page, then the printed contents, then the words.
struct HeadingEvidence {
  let number: HeadingNumber
  let indent: Int
  /// Where the document's prose begins.
  let bodyIndent: Int
  let rows: Int
  let hasBlankBefore: Bool
  let hasBlankAfter: Bool
  let confirmation: PrintedContents.Confirmation
  /// The title's first and last byte in its first line.
  let first: UInt8?
  let last: UInt8?
  /// The last byte of a title of several lines.
  let ending: UInt8?
  /// The paragraph begins in the heading's line, behind a dash.
  let runsIn: Bool
  /// `Appendix`, `Annex` or `Article` rather than `Section` or `Chapter`, where the number is named.
  let isAppendix: Bool
  /// The next line's first word would not have fitted.
  let isFullLine: Bool
  let isLong: Bool
  let hasColumns: Bool
  let isUnderlined: Bool

  /// Above 0 for what may be a heading.
  var weight: Int { place + kind + words + contents }

  private var place: Int {
    var weight = indent > 0 ? 0 : bodyIndent >= 2 ? 6 : 2
    weight += hasBlankBefore ? 4 : -6
    weight += hasBlankAfter ? 3 : -2
    if isUnderlined { weight += 8 }
    if indent > 0 {
      // Lists are indented, and their items go on in the next line.
      if number.depth == 1 { weight -= 4 }
      if indent > bodyIndent, !number.isNamed { weight -= 2 }
      if !hasBlankAfter { weight -= 6 }
    }
    if runsIn {
      weight += indent > 0 ? 6 : 0
    } else if !hasBlankAfter, rows == 1, isFullLine {
      // A paragraph with a number: its first line is full, and it goes on.
      weight -= 10
    }
    return weight
  }

  private var kind: Int {
    if number.isNamed {
      // `Appendix A describes`: a sentence. `Section 3:` is most often a mention.
      let isSentence = !number.isPunctuated && first.map { !LineView.isUpper($0) } ?? false
      return (hasBlankBefore && isAppendix ? 4 : -4) - (isSentence ? 12 : 0)
    }
    guard number.depth == 1 else { return 0 }
    if number.isLetter || number.isRoman { return number.isPunctuated ? -2 : -10 }
    return number.isPunctuated ? 0 : -1
  }

  private var words: Int {
    var weight = 0
    if let first {
      if LineView.isUpper(first) || first >= 0x80 {
        weight += 3
      } else if LineView.isLower(first) {
        weight -= indent == 0 && hasBlankBefore && hasBlankAfter && number.isPunctuated ? 0 : 2
      } else if first == 0x3D || first == 0x3C {
        // `0  = Last page`: a value and what it means; `S: <command>`: a dialogue.
        weight -= 6
      } else if !LineView.isDigit(first) {
        weight += 1
      }
    }
    switch last {
    case 0x2C, 0x3B: weight -= 5
    case 0x2E, 0x3A:
      if !hasBlankAfter {
        weight -= 4
      } else {
        weight -= indent == 0 ? 1 : number.depth > 1 || last == 0x3A ? 3 : 6
      }
    default: break
    }
    // A sentence of several lines.
    if ending == 0x2E || ending == 0x3F && number.depth == 1, confirmation != .whole {
      weight -= number.depth == 1 ? 14 : 10
    }
    if hasColumns { weight -= 6 }
    if isLong { weight -= 4 }
    return weight
  }

  private var contents: Int {
    switch confirmation {
    case .whole: 12
    case .otherTitle: -3
    case .absent: -4
    case .unknown: 0
    }
  }
}
