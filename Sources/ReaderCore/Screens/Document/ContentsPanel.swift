import RFCModel

/// The table of contents beside the text.
struct ContentsPanel: Hashable, Sendable {
  enum Visibility: Hashable, Sendable {
    /// Shown where the window is wide enough for both.
    case automatic
    case open, closed
  }

  var visibility = Visibility.automatic
  /// True while the keys go to the panel.
  var isFocused = false
  /// What was typed to narrow it.
  var filter = ""
  /// Index in the outline of the entry that the keys are on; nil: the section being read.
  var selected: Int?
  /// Parts that the reader opened (true) or closed (false) by hand.
  var folds: [Int: Bool] = [:]
  /// Where the wheel has brought the panel, until the focus is on another entry.
  var scrolled: Scrolled?

  /// Both are counted among the entries shown.
  struct Scrolled: Hashable, Sendable {
    let top: Int
    let focus: Int
  }

  /// The entries shown, as indices in the outline.
  ///
  /// - Parameters:
  ///   - current: the section being read: the way to it is open, as everything is where it fits.
  ///   - rows: the rows of the panel.
  func entries(of outline: Outline, current: Int?, rows: Int) -> [Int] {
    let sections = outline.sections
    if !filter.isEmpty {
      let words = filter.lowercased().split(separator: " ")
      return sections.indices.filter { index in
        let text = ((sections[index].number?.text ?? "") + " " + sections[index].title).lowercased()
        return words.allSatisfy { text.contains($0) }
      }
    }
    let showsAll = sections.count <= rows
    var open = Set<Int>()
    for start in [current, selected] {
      var index = start
      while let section = index, sections.indices.contains(section) {
        open.insert(section)
        index = sections[section].parent
      }
    }
    func isOpen(_ index: Int) -> Bool { folds[index] ?? (showsAll || open.contains(index)) }
    var isShown = Array(repeating: true, count: sections.count)
    for index in sections.indices {
      guard let parent = sections[index].parent, sections.indices.contains(parent) else { continue }
      isShown[index] = isShown[parent] && isOpen(parent)
    }
    return sections.indices.filter { isShown[$0] }
  }
}
