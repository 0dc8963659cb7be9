import RFCModel

/// Tells prose from what must stand as it is, over all lines at once: each line has a weight for being verbatim, each
/// change from one to the other a cost, and the cheapest course through the document wins.
///
/// Half of all figures and code stand where prose does, so no single sign decides; and a line of a figure may read like
/// prose, so no single line does.
struct VerbatimScanner {
  let body: BodyLines
  private let lines: [LineShape]

  /// What a change costs, in units of ``LineSigns/weight``. Set by trial together with the weights.
  private enum Cost {
    static let withinPassage: Int32 = 10
    static let atIndent: Int32 = 7
    static let belowColon: Int32 = 4
    static let atBlank: Int32 = 3
    static let atBlankBelowColon: Int32 = 1
  }

  init(_ body: BodyLines) {
    self.body = body
    lines = body.lines
  }

  /// What a line may be: `free` is decided by its weight.
  private enum Choice { case free, prose, verbatim }

  /// For each line, whether it is part of a figure, a table or code.
  func verbatimLines() -> [Bool] {
    guard !lines.isEmpty else { return [] }
    var weights = weighed()
    let choices = self.choices()
    addContext(&weights, choices)
    // The cheapest course that ends in prose and the one that ends in verbatim; bit 0 and 1 of `from` say where the
    // line before stood in each.
    var (prose, verbatim): (Int32, Int32) = (0, 0)
    var from = [UInt8](repeating: 0, count: lines.count)
    for index in lines.indices {
      var (out, into): (Int32, Int32) = (0, 0)
      if index > 0, lines[index].zone == lines[index - 1].zone { (into, out) = changeCosts(at: index) }
      let fromVerbatim = verbatim + out < prose
      let fromProse = prose + into < verbatim
      from[index] = (fromVerbatim ? 1 : 0) | (fromProse ? 0 : 2)
      let nextProse = min(prose, verbatim + out)
      let nextVerbatim = min(verbatim, prose + into)
      switch choices[index] {
      case .free:
        (prose, verbatim) = (nextProse + max(0, weights[index]), nextVerbatim + max(0, -weights[index]))
      case .prose: (prose, verbatim) = (nextProse, nextVerbatim + Self.never)
      case .verbatim: (prose, verbatim) = (nextProse + Self.never, nextVerbatim)
      }
      // Only the difference counts: no sum grows with the length of the text.
      let least = min(prose, verbatim)
      (prose, verbatim) = (min(prose - least, Self.never), min(verbatim - least, Self.never))
    }
    var found = [Bool](repeating: false, count: lines.count)
    var state = verbatim < prose
    for index in lines.indices.reversed() {
      found[index] = state
      state = from[index] & (state ? 2 : 1) != 0
    }
    return found
  }

  private static let never: Int32 = 1 << 20

  private func weighed() -> [Int32] {
    lines.indices.map { index in
      lines[index].zone == .body && !lines[index].isLoneBar ? Int32(body.signs(of: index).weight) : 0
    }
  }

  private func changeCosts(at index: Int) -> (into: Int32, out: Int32) {
    let (line, above) = (lines[index], lines[index - 1])
    let isBelowColon = above.last == 0x3A
    if line.blanksAbove > 0 { return (isBelowColon ? Cost.atBlankBelowColon : Cost.atBlank, Cost.atBlank) }
    return (
      isBelowColon ? Cost.belowColon : line.indent != above.indent ? Cost.atIndent : Cost.withinPassage,
      line.indent < above.indent ? Cost.atIndent : Cost.withinPassage
    )
  }

  /// Captions are prose, and so is what lies outside the body; code that says where it ends is code.
  private func choices() -> [Choice] {
    var choices = [Choice](repeating: .free, count: lines.count)
    for index in lines.indices {
      let line = lines[index]
      if line.isEnclosed {
        choices[index] = .verbatim
      } else if line.zone != .body || body.codeMark(index) != nil {
        choices[index] = .prose
      } else if line.blanksAbove > 0, body.isCaption(index) || body.isArchivistsNote(index) {
        choices[index] = .prose
      }
    }
    for part in body.encodedLines() {
      for index in part { choices[index] = .verbatim }
    }
    return choices
  }

  private func addContext(_ weights: inout [Int32], _ choices: [Choice]) {
    // The columns of lines that open a block of code with a brace and are not closed yet.
    var open: [Int16] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.zone != .body {
        open.removeAll()
        index += 1
        continue
      }
      while let column = open.last, line.indent <= column { open.removeLast() }
      if !open.isEmpty { weights[index] += 5 }
      if line.last == 0x7B, open.count < 100 { open.append(line.indent) }
      // A caption has something above it to be the caption of.
      if line.blanksAbove > 0, index > 0, body.isCaption(index) { weights[index - 1] += 8 }
      if body.isDisplayed(index) {
        weights[index] += 12
        if body.leads(to: index) { weights[index - 1] -= 6 }
      }
      if body.isRuler(index) { weights[index] += 8 }
      if body.isItemBetweenParts(index) { weights[index] -= 6 }
      index += 1
    }
    addQuotations(&weights)
  }

  /// A description in a module of ASN.1 or YANG is prose between quotes, over some lines: it goes with the lines around
  /// it.
  private func addQuotations(_ weights: inout [Int32]) {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].first == 0x22, lines[index].zone == .body, lines[index].hasOddQuotes else {
        continue
      }
      var end = index + 1
      let limit = min(lines.count, index + 80)
      while end < limit, lines[end].zone == .body, !lines[end].hasOddQuotes { end += 1 }
      guard end < limit, lines[end].zone == .body, lines[end].last == 0x22 || lines[end].last == 0x3B else {
        continue
      }
      for line in index...end { weights[line] = max(weights[line], 0) }
      index = end
    }
  }
}
