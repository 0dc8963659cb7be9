import RFCModel

/// Sentences that lead to others: what a text says before it is changed, what is changed by the words that follow, and
/// what stands over an old and a new text.
extension Statement {
  /// `OLD:`, `NEW TEXT`, `Original text (from the introduction):`
  var isLabel: Bool {
    guard tokens.count < 14, isWord(0, "old", "new", "original", "current", "updated", "revised") else {
      return false
    }
    let next = isWord(1, "text", "syntax", "paragraph", "sentence") ? 2 : 1
    return next == tokens.count || isMark(next, 0x3A, 0x28)
  }

  /// The label of what is replaced.
  var isOldLabel: Bool { isLabel && isWord(0, "old", "original", "current") }

  /// `to:`, `should read:`, `with the following:`
  var isTurn: Bool {
    guard isMark(tokens.count - 1, 0x3A), tokens.count <= 12, sections.isEmpty else { return false }
    return isWord(0, "to", "with", "by", "now", "should", "becomes")
      || isWord(0, "it") && isWord(1, "should") || isWord(0, "the") && isWord(1, "new") && isWord(2, "text")
  }

  /// `This section is updated to`, `It is replaced by`
  var changesWhatIsSaid: Bool {
    guard sections.isEmpty, documents.isEmpty,
      isWord(0, "this", "these", "that", "the", "it", "its")
    else { return false }
    for index in 1..<14 where forms(index).contains(.be) {
      var past = index + 1
      while past < index + 6, forms(past).contains(.adverb) { past += 1 }
      if forms(past).contains(.past) { return true }
    }
    return false
  }

  /// `We change this text`, `IANA will change "modes" to`
  var changesQuotedText: Bool {
    guard !hasCitedSection,
      let start = tokens.indices.first(where: { isWord($0, "this", "we", "iana") })
    else { return false }
    for verb in start + 1..<start + 12
    where !forms(verb).isDisjoint(with: [.finite, .base]) || isWord(verb, "updating", "removing") {
      if isWord(verb + 1, "this", "that", "these", "those", "it") || isName(verb + 1)
        || isMark(verb + 1, 0x22)
      {
        return true
      }
      if isWord(verb + 1, "the"),
        isWord(
          verb + 2, "above", "text", "sentence", "paragraph", "definition", "language", "section", "rule",
          "table", "requirement")
      {
        return true
      }
    }
    return false
  }

  /// `Section 3 states`, `In Section 3`: whether what follows is about the name at `index`.
  func leads(from index: Int) -> Bool {
    guard index <= 8, !(0..<index).contains(where: { isMark($0, 0x28) }) else { return false }
    return isWord(0, "in")
      || (index + 1..<max(tokens.count, index + 1)).contains { forms($0).contains(.says) }
  }

  /// `is updated as follows`, `the following changes`
  var isPromise: Bool {
    for index in tokens.indices {
      if isWord(index, "following"), isWord(index + 1, "updates", "changes", "sections") { return true }
      guard !forms(index).isDisjoint(with: .verb) else { continue }
      for next in index + 1..<index + 30 {
        if isWord(next, "as"),
          isWord(next + 1, "follows") || isWord(next + 1, "described") && isWord(next + 2, "below")
        {
          return true
        }
        if isWord(next, "following"), isWord(next + 1, "ways", "way", "text") { return true }
      }
    }
    return false
  }

  /// `Section 3, second paragraph:` at the beginning: an item of a list of changes.
  func isItem(_ index: Int) -> Bool {
    guard index <= 1 else { return false }
    return index + 1 == tokens.count || isMark(index + 1, 0x3A, 0x2D)
      || isMark(index + 1, 0x2C)
        && (forms(index + 2).contains(.part)
          || isWord(index + 2, "the", "in") && forms(index + 3).contains(.part))
  }

  /// Whether nothing but a comma, `and` or the like stands between two sections.
  func isList(_ index: Int, _ next: Int) -> Bool {
    (index + 1..<next).allSatisfy {
      isMark($0, 0x2C, 0x26) || isWord($0, "and", "or", "the", "parts", "of", "in")
    }
  }
}
