import RFCModel

/// What a list can be sorted by. The raw value is the word that the last row shows.
enum ListOrder: String, Sendable {
  /// What implementers must have first, then by number.
  case normative
  /// What answers best what was typed, then by number.
  case best
  case newest, oldest, title
  /// What is about the section that one reads, then the others as the text has them.
  case here
  /// What is settled and technical.
  case verified

  /// As the first row of a list says it.
  var words: String {
    switch self {
    case .normative, .best, .newest, .oldest, .here, .verified: rawValue + " first"
    case .title: "by title"
    }
  }
}

/// The entries of a list, those that are left of them, and where the keys are.
struct EntryList<Entry: Sendable>: Sendable {
  private(set) var all: [Entry] = []
  /// Indices in ``all`` of those that are left, in the order chosen.
  private(set) var shown: [Int32] = []
  /// As typed.
  var filter = ""
  var order: ListOrder
  var showsCachedOnly = false
  /// In ``shown``.
  var cursor = ListCursor()
  /// ``all`` in the order chosen.
  private var sorted: [Int32] = []

  init(in order: ListOrder = .newest) { self.order = order }

  var selected: Entry? { shown.indices.contains(cursor.selected) ? self[cursor.selected] : nil }

  /// - Parameter index: in ``shown``.
  subscript(index: Int) -> Entry { all[Int(shown[index])] }

  /// Takes other entries, all of them in the order they come in.
  mutating func replace(by entries: [Entry]) {
    all = entries
    sort(into: entries.indices.map { Int32($0) })
  }

  /// - Parameter indices: every one of ``all``.
  mutating func sort(into indices: [Int32]) {
    sorted = indices
    shown = indices
  }

  /// Leaves those that pass; nil: all.
  ///
  /// - Parameter ranking: those that may be left, the best first; nil: all.
  mutating func choose(_ passes: ((Entry) -> Bool)?, among ranking: [Int32]? = nil) {
    shown = sorted
    if let ranking {
      let ranked = Set(ranking)
      shown = order == .best ? ranking : sorted.filter(ranked.contains)
    }
    if let passes { shown = shown.filter { passes(all[Int($0)]) } }
  }

  /// Moves the first of those that are left which is it to their beginning.
  mutating func bringToFront(where isIt: (Entry) -> Bool) {
    shown.bringToFront { isIt(all[Int($0)]) }
  }

  /// Puts the keys on the first of those that are left which is it.
  ///
  /// - Parameter other: an index, for where none is.
  mutating func select(where isIt: (Entry) -> Bool, otherwise other: Int) {
    cursor.selected = shown.firstIndex { isIt(all[Int($0)]) } ?? other
  }
}

/// What was typed to narrow a list of which every word is to stand somewhere in an entry.
struct WordFilter {
  private let words: [Substring]

  /// Nil for blanks, which narrow nothing.
  init?(_ typed: String) {
    words = typed.lowercased().split(separator: " ")
    if words.isEmpty { return nil }
  }

  /// To be marked.
  var marked: [[UInt8]] { words.map { Array($0.utf8) } }

  func matches(_ texts: String...) -> Bool {
    let text = texts.joined(separator: " ").lowercased()
    return words.allSatisfy { text.contains($0) }
  }
}
