/// An option of less that is none here. What belongs to it is taken away with it, or it would be read as options or run
/// as keys. Source: less(1), OPTIONS; the newer ones from that of less 668.
struct ForeignOption {
  enum Argument {
    /// Digits, points, commas.
    case number
    /// To the end of the line.
    case text
  }

  /// Nil for an option that stands alone.
  let argument: Argument?

  /// Nil for a letter that is no option of less with an argument.
  init?(letter: Character) {
    guard let option = Self.all.first(where: { $0.letter == letter }) else { return nil }
    argument = option.argument
  }

  /// A long name or its beginning; nil for one that is no option of less with an argument.
  init?(name: some StringProtocol) {
    guard !name.isEmpty, let option = Self.all.first(where: { $0.name.hasPrefix(name) }) else { return nil }
    argument = option.argument
  }

  /// Those that something belongs to.
  private static let all: [(letter: Character?, name: String, argument: Argument)] = [
    ("b", "buffers", .number), ("D", "color", .text), ("h", "max-back-scroll", .number),
    ("k", "lesskey-file", .text), (nil, "lesskey-src", .text), (nil, "lesskey-content", .text),
    (nil, "lesskey-context", .text), ("o", "log-file", .text), ("O", "LOG-FILE", .text),
    ("P", "prompt", .text),
    ("t", "tag", .text), ("T", "tag-file", .text), ("x", "tabs", .number), ("y", "max-forw-scroll", .number),
    ("z", "window", .number), ("\"", "quotes", .text), ("#", "shift", .number), (nil, "autosave", .text),
    (nil, "header", .number), (nil, "intr", .text), (nil, "line-num-width", .number),
    (nil, "match-shift", .number), (nil, "modelines", .number), (nil, "rscroll", .text),
    (nil, "search-options", .text), (nil, "status-col-width", .number), (nil, "wheel-lines", .number),
  ]
}
