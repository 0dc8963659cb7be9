/// The line of the screen that a jump leads to. Source: less(1), `-j`.
public enum JumpTarget: Hashable, Sendable {
  /// 1 is the top, -1 the bottom.
  case line(Int)
  /// Of the screen's height, in millionths: 500,000 is the middle.
  case fraction(Int)

  /// `5`, `-3`, `.5`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.drop { $0 == "-" || $0 == "." }
    guard (1...6).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
      let number = Int(digits)
    else { return nil }
    switch text.dropLast(digits.count) {
    case "": self = .line(number)
    case "-": self = .line(-number)
    case ".": self = .fraction((digits.count..<6).reduce(number) { number, _ in number * 10 })
    default: return nil
    }
  }

  /// 0-based row of a text that has so many rows on the screen.
  func row(of rows: Int) -> Int {
    // less counts its last row, which is no row of the text, as well.
    let line =
      switch self {
      case .line(let line): line < 0 ? rows + 1 + line : line
      case .fraction(let millionths): (rows + 1) * millionths / 1_000_000
      }
    return max(0, min(line, rows) - 1)
  }

  var words: String {
    switch self {
    case .line(let line) where line < 0: "line \(-line) from the end of the screen"
    case .line(let line): "line \(max(1, line)) of the screen"
    case .fraction(let millionths): "\(millionths / 10_000) % of the screen's height"
    }
  }
}
