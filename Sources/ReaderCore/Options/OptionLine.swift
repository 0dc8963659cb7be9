/// A line of options as `$LESS` holds them: `-N -j5`, `Nj5`, `-+i`, `--LINE-NUMBERS`, `-p PATTERN$ -N`, `+G`.
///
/// Letters may stand together, the first `-` may be missing, and a pattern or what stands behind `+` goes to a `$` or
/// to the end. Nothing is quoted. Source: less(1), OPTIONS.
public struct OptionLine: Sendable {
  public private(set) var settings: [OptionSetting] = []
  /// Twenty at most; the rest of the line holds.
  public private(set) var problems: [OptionProblem] = []

  /// All of them in one line, for the reader's screen; nil where there are none.
  public var problem: String? {
    let unknown = problems.compactMap { if case .unknown(let name) = $0 { name } else { nil } }
    var words = problems.compactMap { unknown.count > 1 && $0.isUnknown ? nil : $0.message }
    if unknown.count > 1 { words.insert(unknown.joined(separator: ", ") + " are not options here", at: 0) }
    if !unknown.isEmpty { words.append("h lists the options") }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private var rest: Substring
  /// What a letter behind `-+` or `-!` is to do.
  private var change: (@Sendable (ReaderOption) -> OptionSetting)?

  private static let limit = 4000

  public init(_ text: some StringProtocol) {
    rest = Substring(text.prefix(Self.limit))
    while let first = rest.popFirst() {
      switch first {
      case " ", "\t", "$": change = nil
      case "-": readDash()
      case "+": readStart()
      default: read(ReaderOption(rawValue: first), named: "-\(first)", ForeignOption(letter: first))
      }
    }
  }

  private mutating func readDash() {
    let isLong = take("-")
    change = nil
    if take("+") { change = { .reset($0) } }
    if take("!") { change = { .opposite($0) } }
    guard isLong else { return }
    let name = take { !" \t=$".contains($0) }
    let option = ReaderOption(name: name)
    let isSpelledOut = rest.first == "="
    if isSpelledOut || option != nil { _ = take("=") }
    read(option, named: "--\(name)", ForeignOption(name: name), isSpelledOut: isSpelledOut)
  }

  private mutating func readStart() {
    let text = takeText()
    if let command = StartCommand(text) {
      settings.append(.start(command))
    } else {
      note(.start(String(text)))
    }
  }

  /// - Parameter isSpelledOut: an argument stands behind the name, whatever less knows of it.
  private mutating func read(
    _ option: ReaderOption?, named name: String, _ foreign: ForeignOption?, isSpelledOut: Bool = false
  ) {
    guard let option else {
      note(.unknown(name))
      takeArgument(of: foreign, isSpelledOut: isSpelledOut)
      return
    }
    if let change {
      settings.append(change(option))
      return
    }
    if option.takesValue { _ = take { $0 == " " } }
    switch option {
    case .jumpTarget:
      let value = rest
      guard let target = JumpTarget(take { "-.0123456789".contains($0) }) else {
        rest = value
        note(.value(option, String(take { !" \t$".contains($0) })))
        return
      }
      settings.append(.target(target))
    case .pattern:
      let pattern = takeText()
      if pattern.isEmpty {
        note(.value(option, ""))
      } else {
        settings.append(.start(.search(String(pattern))))
      }
    default: settings.append(.on(option))
    }
  }

  /// Takes away what belongs to an option that is none here: its letters are no options.
  private mutating func takeArgument(of foreign: ForeignOption?, isSpelledOut: Bool) {
    switch foreign?.argument {
    case .text: _ = takeText()
    case .number:
      _ = take { $0 == " " }
      _ = take { "-0123456789.,".contains($0) }
    case nil: _ = take { isSpelledOut ? !" \t$".contains($0) : "0123456789.,".contains($0) }
    }
  }

  private mutating func note(_ problem: OptionProblem) {
    if problems.count < 20, !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(while isTaken: (Character) -> Bool) -> Substring {
    let taken = rest.prefix(while: isTaken)
    rest = rest[taken.endIndex...]
    return taken
  }

  private mutating func takeText() -> Substring { take { $0 != "$" } }
}
