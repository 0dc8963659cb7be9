import CellGrid

/// What is done first in the document that a run begins with. Source: less(1), `-p` and `+`.
public enum StartCommand: Hashable, Sendable {
  /// Stands at the first match.
  case search(String)
  /// Goes to a line of the published text, counted from 1.
  case line(Int)
  /// Keys as if typed, such as `G`, `50%`, `3)`; a prompt that they leave open ends as with Enter.
  case keys([Key])

  /// What stands behind `+`; nil for nothing and for what is no key.
  public init?(_ text: some StringProtocol) {
    guard let first = text.first else { return nil }
    if first == "/" {
      self = .search(String(text.dropFirst()))
    } else if text.utf8.count <= 6, let line = Int(text), line >= 0 {
      self = .line(line)
    } else {
      let scalars = text.unicodeScalars
      guard scalars.count <= 1000, scalars.allSatisfy({ displayWidth(of: $0) != nil }) else { return nil }
      self = .keys(scalars.map { .character($0) })
    }
  }
}
