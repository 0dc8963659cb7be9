import RFCFormats
import RFCModel

/// What is typed to narrow a checklist: `must: subject:client cache`. All of it is to be so; of several levels, and of
/// several states, one.
struct ChecklistFilter {
  /// A word with a colon behind it.
  private enum Field: String, CaseIterable {
    case must, should, may, subject, section, open, done
    case notApplicable = "na"
    case question, noted, gone

    var level: Requirement.Level? {
      switch self {
      case .must: .must
      case .should: .should
      case .may: .may
      case .subject, .section, .open, .done, .notApplicable, .question, .noted, .gone: nil
      }
    }

    /// Whether it asks for what somebody has noted.
    func matches(_ item: Checklist.Item) -> Bool? {
      switch self {
      case .must, .should, .may, .subject, .section: nil
      case .open: item.isOpen
      case .done: item.state == .done
      case .notApplicable: item.state == .notApplicable
      case .question: item.state == .question
      case .noted: !item.note.isEmpty
      case .gone: item.isGone
      }
    }
  }

  /// `words, must: should: may: …`: what it takes, for the prompt.
  static let hint = "words, " + Field.allCases.map { $0.rawValue + ":" }.joined(separator: " ")

  private var levels: Set<Requirement.Level> = []
  private var states: [Field] = []
  private var subjects: [Substring] = []
  private var sections: [Substring] = []
  private var words: [Substring] = []

  /// Nil for blanks, which narrow nothing.
  init?(_ typed: String) {
    let typed = typed.lowercased().split(separator: " ")
    if typed.isEmpty { return nil }
    for word in typed {
      guard let colon = word.firstIndex(of: ":"), let field = Field(rawValue: String(word[..<colon])) else {
        words.append(word)
        continue
      }
      let value = word[word.index(after: colon)...]
      switch field {
      case .subject: if !value.isEmpty { subjects.append(value) }
      case .section: if !value.isEmpty { sections.append(value.hasSuffix(".") ? value.dropLast() : value) }
      case .must, .should, .may, .open, .done, .notApplicable, .question, .noted, .gone:
        if let level = field.level { levels.insert(level) } else { states.append(field) }
        // `must:cache`, without a blank.
        if !value.isEmpty { words.append(value) }
      }
    }
  }

  /// To be marked, in lower case.
  var marked: [[UInt8]] { words.map { Array($0.utf8) } }

  /// - Parameter isKept: it is left whatever its state, since that was changed in front of the user's eyes.
  func matches(_ item: Checklist.Item, isKept: Bool) -> Bool {
    let keywords = item.keywords
    guard levels.isEmpty || keywords.contains(where: { levels.contains($0.level) }),
      isKept || states.isEmpty || states.contains(where: { $0.matches(item) ?? false })
    else { return false }
    let section = item.key.section.lowercased()
    guard sections.allSatisfy({ section == $0 || section.hasPrefix($0 + ".") }) else { return false }
    let subject = item.subject.lowercased()
    guard subjects.allSatisfy({ subject.contains($0) }) else { return false }
    if words.isEmpty { return true }
    let text = [section, item.key.words.lowercased(), item.note.lowercased()].joined(separator: " ")
    return words.allSatisfy { text.contains($0) }
  }
}
