import RFCModel

/// The requirements of a document, each with what somebody has noted of it.
public struct Checklist: Sendable {
  public struct Item: Hashable, Sendable {
    public let key: RequirementKey
    /// Nil for one that the text does not have: it was noted of another text, or of one that was understood otherwise.
    public let requirement: Requirement?
    /// Who or what it is required of; empty where the sentence does not say so.
    public let subject: String
    public internal(set) var entry: ChecklistEntry?

    public var state: RequirementState? { entry?.state }
    public var note: String { entry?.note ?? "" }
    /// Whether there is still something to do, or to find out.
    public var isOpen: Bool { state == nil || state == .question }
    public var isGone: Bool { requirement == nil }
    /// What a change of it names: what is noted already stays one entry.
    public var noted: RequirementKey { entry?.key ?? key }
  }

  /// In the order of the text; those that it does not have come last.
  public private(set) var items: [Item]

  public init(of text: ParsedText, entries: [ChecklistEntry] = []) {
    let sections = text.outline.sections
    items = text.requirements.map { requirement in
      let section = requirement.section.map { sections[$0].number?.text ?? sections[$0].title } ?? ""
      return Item(
        key: RequirementKey(section: section, words: requirement.words(in: text.document)),
        requirement: requirement, subject: text.document.text(requirement.subject), entry: nil)
    }
    take(entries)
  }

  /// Takes what is noted now. An entry is that of the requirement in its section with its words; where the section has
  /// none, of the only one of these words.
  public mutating func take(_ entries: [ChecklistEntry]) {
    items.removeAll(where: \.isGone)
    for index in items.indices { items[index].entry = nil }
    if entries.isEmpty { return }
    var places: [RequirementKey: [Int]] = [:]
    for (index, item) in items.enumerated() { places[item.key, default: []].append(index) }
    var strays: [ChecklistEntry] = []
    for entry in entries {
      guard let own = places[entry.key] else {
        strays.append(entry)
        continue
      }
      for index in own { items[index].entry = entry }
    }
    if strays.isEmpty { return }
    let worded = Dictionary(grouping: items.indices) { items[$0].key.ofAnySection }
    var gone: [Item] = []
    for entry in strays {
      if let others = worded[entry.key.ofAnySection], others.count == 1, items[others[0]].entry == nil {
        items[others[0]].entry = entry
      } else {
        gone.append(Item(key: entry.key, requirement: nil, subject: "", entry: entry))
      }
    }
    items += gone
  }

  /// Those of the text.
  public var count: Int { items.count { !$0.isGone } }
  public var gone: Int { items.count { $0.isGone } }
  public func count(_ state: RequirementState) -> Int { items.count { !$0.isGone && $0.state == state } }
}

extension Requirement {
  /// The sentence with the items of the list that it leads to, on one line.
  public func words(in document: Document) -> String {
    ([ranges] + items).map { document.text($0) }.joined(separator: " ")
  }
}
