/// What a cell looks like.
public struct Style: Hashable, Sendable {
  /// Of the palette, 0 to 255; nil is the terminal's own.
  public var foreground: UInt8?
  public var background: UInt8?
  public var isBold = false
  public var isUnderlined = false
  public var isReversed = false

  public init(
    foreground: UInt8? = nil, background: UInt8? = nil, isBold: Bool = false, isUnderlined: Bool = false,
    isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }
}

/// As the configuration has it: `bold`, `underline`, `reverse`, a colour of the palette or `default`, and a ground behind
/// `on`: `bold 230 on 58`.
extension Style: CustomStringConvertible {
  /// Words in any order, each kind once; nil for anything else, and for no word at all.
  public init?(_ text: some StringProtocol) {
    self.init()
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

  public var description: String {
    let words = [isBold ? "bold" : nil, isUnderlined ? "underline" : nil, isReversed ? "reverse" : nil]
    let colour = foreground.map(String.init)
    let ground = background.map { "on \($0)" }
    let all = (words + [colour, ground]).compactMap(\.self)
    return all.isEmpty ? "default" : all.joined(separator: " ")
  }
}
