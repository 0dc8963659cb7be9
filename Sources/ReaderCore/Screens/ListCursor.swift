/// Where the keys are in a list, and which part of it the window shows.
struct ListCursor: Hashable, Sendable {
  /// Index of the entry that the keys are on; 0 in an empty list.
  var selected = 0
  /// Index of the entry at the top of the window.
  private(set) var top = 0

  /// Keeps both in a list, and scrolls no further than the selected one asks for.
  mutating func keepInView(of list: ListRows) {
    guard list.count > 0 else {
      self = ListCursor()
      return
    }
    selected = max(0, min(selected, list.count - 1))
    top = max(0, min(top, list.first(endingWith: list.count - 1)))
    top = min(selected, max(top, list.first(endingWith: selected)))
  }

  /// Moves the window over the list; the keys stay where they are as long as that is in it.
  mutating func scroll(by entries: Int, over list: ListRows) {
    guard list.count > 0 else { return }
    top = max(0, min(top + entries, list.first(endingWith: list.count - 1)))
    selected = min(max(top, selected), list.last(beginningWith: top))
  }

  /// The entries in the window, the last one perhaps in part.
  func shown(of list: ListRows) -> Range<Int> {
    guard list.count > 0 else { return 0..<0 }
    let top = min(top, list.count - 1)
    let last = list.last(beginningWith: top)
    let rest = list.room - (top...last).reduce(0) { $0 + list.height($1) }
    return top..<min(list.count, last + (rest > 0 ? 2 : 1))
  }
}

/// How many rows the entries of a list take, and the window has. What it is asked costs no more than the window shows.
struct ListRows {
  let count: Int
  /// Rows of the window, 1 at least.
  let room: Int
  /// Rows of an entry, 1 at least.
  let height: (Int) -> Int

  /// The first entry of a window that ends with another one; that itself where it alone has no room.
  func first(endingWith last: Int) -> Int {
    var (first, rows) = (last, 0)
    while first >= 0, rows + height(first) <= room {
      rows += height(first)
      first -= 1
    }
    return min(last, first + 1)
  }

  /// The last entry that is whole in a window that begins with another one; that itself where it is not.
  func last(beginningWith first: Int) -> Int {
    var (last, rows) = (first, 0)
    while last < count, rows + height(last) <= room {
      rows += height(last)
      last += 1
    }
    return max(first, last - 1)
  }

  /// How many entries a page is where the window begins with one: behind the end of the list as many as there would be.
  func page(beginningWith first: Int) -> Int {
    if count == 0 { return room }
    let last = last(beginningWith: first)
    let rest = room - (first...last).reduce(0) { $0 + height($1) }
    return max(1, last - first + 1 + max(0, last == count - 1 ? rest / height(last) : 0))
  }
}
