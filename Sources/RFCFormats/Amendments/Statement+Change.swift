import RFCModel

/// Whether a sentence changes a section that it names. Three forms: the section is what is changed, `updates Section 3`;
/// it is what is said to change, `Section 3 is replaced`; or what it defines is now defined elsewhere.
extension Statement {
  /// What is done to the section at `index`; nil where it is only cited.
  func change(of index: Int) -> Amendment.Kind? {
    object(index) ?? subject(index) ?? moved(index) ?? faulty(index)
  }

  // MARK: Updates Section 3

  private func object(_ index: Int) -> Amendment.Kind? {
    var depth = 0
    var position = index - 1
    while position >= max(0, index - 40) {
      defer { position -= 1 }
      let forms = forms(position)
      if isMark(position, 0x3B, 0x3A) { return nil }
      if isMark(position, 0x29) { depth += 1 }
      if isMark(position, 0x28) { depth -= 1 }
      if forms.contains(.modal) || forms.contains(.clause) { return nil }
      if forms.contains(.be), !isWord(position, "being"), !isWord(position - 1, "that", "which") {
        return nil
      }
      if isDocument(position), isLoose(index) { return nil }
      if isWord(position, "as"), self.forms(position + 1).contains(.given) { return nil }
      if isWord(position, "that"), endsObject(that: position) { return nil }
      guard !forms.isDisjoint(with: .verb) else { continue }
      if isDenied(position) { return nil }
      if governs(position, index, depth: depth) { return kind(position) }
    }
    return nil
  }

  /// `that` leads to another clause: not in `that defined in Section 3`, nor where this document is what changes.
  private func endsObject(that index: Int) -> Bool {
    if forms(index + 1).contains(.given) || !forms(index + 1).isDisjoint(with: .verb) { return false }
    for verb in stride(from: index - 1, to: max(0, index - 14), by: -1) {
      if forms(verb).contains(.finite) {
        return !(forms(verb - 1).contains(.document) && isWord(verb - 2, "this"))
      }
      if forms(verb).contains(.clause) || isMark(verb, 0x3B, 0x3A) || isWord(verb, "that") { return true }
    }
    return true
  }

  /// `does not replace`, `any updates to`
  private func isDenied(_ verb: Int) -> Bool {
    for index in stride(from: verb - 1, through: max(0, verb - 10), by: -1) {
      if isMark(index, 0x3B, 0x3A, 0x2C) || isName(index) { return false }
      if forms(index).contains(.negation) { return true }
    }
    return false
  }

  /// Whether the verb or noun at `verb` acts on what stands at `index`.
  private func governs(_ verb: Int, _ index: Int, depth: Int) -> Bool {
    let forms = forms(verb)
    let previous = verb - 1
    let next = verb + 1
    if forms.contains(.finite), !isWord(next, "of", "to", "in", "for"),
      !self.forms(previous).contains(.article), isSaidOfDocument(before: verb)
    {
      return true
    }
    if forms.contains(.gerund) {
      if previous < 0 || isMark(previous, 0x28) { return true }
      if isWord(previous, "by") ? isSaidOfThis(before: verb) : isSaidOfDocument(before: verb) { return true }
    }
    if forms.contains(.base), !isWord(next, "of"),
      isWord(previous, "to", "will", "hereby", "we", "also", "and", "shall", "should", "must"),
      !(isWord(previous, "to") && isWord(previous - 1, "defined", "used", "able", "order")),
      isSaidOfDocument(before: verb)
    {
      return true
    }
    if forms.contains(.noun) {
      if !isWord(previous, "in"), depth >= 0,
        isWord(next, "to", "for") || isWord(next, "of") && kind(verb) != .adds
          || isWord(next, "in") && !isLoose(index)
      {
        return true
      }
      if hasWord(in: index..<index + 40, "required", "needed") { return true }
    }
    return forms.contains(.past) && kind(verb) == .adds && index - verb <= 12
      && isWord(previous, "is", "are", "be", "hereby", "also")
      && isWord(next, "to", "in", "at", "into", "after", "before")
  }

  /// Whether what acts is a document, or text that is given.
  private func isSaidOfDocument(before verb: Int) -> Bool {
    let left = max(0, verb - 30)..<verb
    if isSaidOfThis(before: verb) || hasWord(in: left, "memo", "document") || left.contains(where: isName) {
      return true
    }
    return isWord(verb - 1, "it") || isWord(verb - 1, "also", "hereby", "thus") && isWord(verb - 2, "it")
  }

  /// Whether that document is this one.
  private func isSaidOfThis(before verb: Int) -> Bool {
    (max(0, verb - 30)..<verb).contains { index in
      isWord(index, "this", "we")
        || isWord(index, "the")
          && (isWord(index + 1, "following")
            || isWord(index + 1, "present") && forms(index + 2).contains(.document))
    }
  }

  // MARK: Section 3 is replaced

  private func subject(_ index: Int) -> Amendment.Kind? {
    for position in index + 1..<index + 17 {
      let forms = forms(position)
      if forms.contains(.be) || isWord(position, "has", "have") {
        var past = position + 1
        while past < position + 6, self.forms(past).contains(.adverb) { past += 1 }
        guard self.forms(past).contains(.past), isChanged(index, position, past) else { return nil }
        return kind(past)
      }
      if isWord(position, "requires", "needs"),
        hasWord(
          in: position..<position + 6, "clarification", "update", "correction", "revision", "change",
          "changes")
      {
        return .updates
      }
      if forms.contains(.clause) || isMark(position, 0x3B) || isWord(position, "that") { return nil }
    }
    return nil
  }

  /// Whether it is this text by which the section at `index` is changed: not where a case is told, a past event or a
  /// change by another.
  private func isChanged(_ index: Int, _ verb: Int, _ past: Int) -> Bool {
    for left in max(0, index - 12)..<index {
      if forms(left).contains(.condition) { return false }
      if isWord(left, "as"), isWord(left + 1, "described", "defined", "specified", "in") { return false }
    }
    if isWord(index - 1, "see") || isWord(verb, "was", "were") { return false }
    if isLoose(index), kind(past) == .adds { return false }
    if isWord(past + 1, "by") {
      if isDocument(past + 2) { return false }
      if case .section? = self[past + 2] { return false }
      if hasWord(in: past + 2..<past + 4, "erratum", "errata") { return false }
    }
    guard isWord(verb, "be") else { return true }
    return forms(verb - 1).contains(.modal)
      || isWord(verb - 1, "to")
        && isWord(verb - 2, "needs", "need", "has", "have", "is", "are", "ought")
  }

  // MARK: Other forms

  /// `now defined here; previously, it was done in Section 3`
  private func moved(_ index: Int) -> Amendment.Kind? {
    guard isWord(index - 1, "in", "by") else { return nil }
    var position = index - 2
    while position >= index - 8, !isWord(position, "previously") {
      guard case .word? = self[position] else {
        guard isMark(position, 0x2C) else { return nil }
        position -= 1
        continue
      }
      position -= 1
    }
    guard isWord(position, "previously") else { return nil }
    let all = tokens.indices
    let isNow =
      hasWord(in: all, "now", "redefined", "redefines", "replaces", "replaced")
      || all.contains { isWord($0, "this") && forms($0 + 1).contains(.document) }
    return isNow ? .replaces : nil
  }

  /// `Section 3 has an error`
  private func faulty(_ index: Int) -> Amendment.Kind? {
    guard !isLoose(index) else { return nil }
    var position = index + 1
    if isWord(position, "also") { position += 1 }
    guard isWord(position, "has", "have", "contains", "contain", "is", "are") else { return nil }
    position += 1
    if isWord(position, "an", "a", "in") { position += 1 }
    for word in position...position + 1
    where isWord(word, "error", "errors", "wrong", "incorrect", "mistake", "mistakes", "typo") {
      return .updates
    }
    return nil
  }
}
