/// Where a moving command leads among the rows of a list.
struct Moving {
  /// 0-based.
  let from: Int
  let of: Int
  /// Rows.
  let page: Int
  let half: Int

  /// Nil for another command; 0 where there are no rows.
  func target(of command: Command, count: Int?) -> Int? {
    let target: Int
    switch command {
    case .scrollDown: target = from + (count ?? 1)
    case .scrollUp: target = from - (count ?? 1)
    case .pageDown: target = from + (count ?? page)
    case .pageUp: target = from - (count ?? page)
    case .halfDown: target = from + (count ?? half)
    case .halfUp: target = from - (count ?? half)
    case .goToTop: target = (count ?? 1) - 1
    case .goToBottom: target = (count ?? of) - 1
    default: return nil
    }
    return max(0, min(target, of - 1))
  }
}
