/// A search that has not been through the text yet. It begins anew where the text is laid out anew meanwhile.
struct PendingSearch {
  /// What it does at its end.
  enum Purpose: Sendable {
    /// Marks the matches; nothing moves.
    case mark
    /// Shows what is typed so far, from where the prompt was opened.
    case preview(SearchPrompt)
    /// Goes where the prompt leads that Enter was pressed at.
    case confirm(SearchPrompt)
    /// Stands on the first match at that line or below it.
    case stand(line: Int)
    /// Goes `count` matches on.
    case move(SearchDirection, count: Int)
    /// Leaves only the lines found.
    case filter
  }

  let search: Search
  var purpose: Purpose
}
