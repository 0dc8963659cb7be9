import StoreTerms

/// `role.heading = bold 110`: what a role of cells looks like.
public struct RoleSetting: Hashable, Sendable {
  /// As written; who knows the roles judges it.
  public let role: String
  public let look: RoleLook
  public let place: ConfigurationError.Place
}

/// `bold`, `underline`, `reverse`, a colour of the palette or `default`, and a ground behind `on`: `bold 230 on 58`.
public struct RoleLook: Hashable, Sendable {
  /// Nil is the terminal's own.
  public private(set) var foreground: UInt8?
  /// Nil is the terminal's own.
  public private(set) var background: UInt8?
  public private(set) var isBold = false
  public private(set) var isUnderlined = false
  public private(set) var isReversed = false

  /// Words in any order, each kind once; nil for anything else, and for no word at all.
  public init?(_ text: some StringProtocol) {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard (1...8).contains(words.count) else { return nil }
    var index = words.startIndex
    var hasForeground = false
    var hasBackground = false
    while index < words.endIndex {
      switch words[index] {
      case "bold" where !isBold: isBold = true
      case "underline" where !isUnderlined: isUnderlined = true
      case "reverse" where !isReversed: isReversed = true
      case "on" where !hasBackground:
        index += 1
        guard index < words.endIndex, let colour = Self.colour(words[index]) else { return nil }
        background = colour.number
        hasBackground = true
      default:
        guard !hasForeground, let colour = Self.colour(words[index]) else { return nil }
        foreground = colour.number
        hasForeground = true
      }
      index += 1
    }
  }

  private struct Colour {
    /// Nil is the terminal's own.
    let number: UInt8?
  }

  private static func colour(_ word: some StringProtocol) -> Colour? {
    if word == "default" { return Colour(number: nil) }
    guard (1...3).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = UInt8(word)
    else { return nil }
    return Colour(number: number)
  }
}
