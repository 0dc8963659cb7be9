/// Where the keys are in a list, and which part of it the window shows.
struct ListCursor: Hashable, Sendable {
  /// Index of the entry that the keys are on; 0 in an empty list.
  var selected = 0
  /// Index of the entry at the top of the window.
  private(set) var top = 0

  /// Keeps both in a list of `count` entries, and scrolls no further than the selected one asks for.
  ///
  /// - Parameter entries: that the window has room for.
  mutating func keepInView(entries: Int, of count: Int) {
    selected = max(0, min(selected, count - 1))
    top = max(0, min(top, count - entries))
    if selected < top { top = selected }
    if entries > 0, selected >= top + entries { top = selected - entries + 1 }
  }

  /// Moves the window over the list; the keys stay where they are as long as that is in it.
  ///
  /// - Parameter room: entries that the window has room for, 1 at least.
  mutating func scroll(by entries: Int, room: Int, of count: Int) {
    top = max(0, min(top + entries, count - room))
    selected = min(max(top, selected), top + room - 1)
  }

  /// The entries in the window.
  func shown(entries: Int, of count: Int) -> Range<Int> {
    let first = max(0, min(top, count))
    return first..<min(count, first + max(0, entries))
  }
}
