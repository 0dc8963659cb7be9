/// One of the browsers that are tried. Source: the convention of `BROWSER` (E. S. Raymond), which man(1) and xdg-open(1)
/// follow: commands with colons between them, each tried until one of them takes the address.
struct Browser: Hashable {
  /// The program, looked for in `PATH`, and what it is given. Never empty. No shell sees it: the address is hostile.
  let arguments: [String]
  /// It is read in the terminal, as a text browser is.
  let hasTerminal: Bool

  /// As it is named to the user.
  var name: String { printable(arguments[0]) }

  /// - Parameter command: `firefox --new-tab %s`: `%s` is the address, `%%` a percent sign, `%c` a colon; without `%s` the
  ///   address comes last, a `&` behind it means that it needs no terminal.
  /// - Returns: nil for a command without words.
  init?(_ command: some StringProtocol, address: String) {
    var words = Self.words(of: command)
    let isBeside = words.last == "&"
    if isBeside { words.removeLast() }
    guard let program = words.first, !program.isEmpty else { return nil }
    var takesAddress = false
    var arguments = words.map { Self.filled($0, with: address, &takesAddress) }
    if !takesAddress { arguments.append(address) }
    self.arguments = arguments
    hasTerminal =
      !isBeside && Self.textBrowsers.contains(program.split(separator: "/").last.map(String.init) ?? "")
  }

  /// Those of `BROWSER`; else xdg-open, where there is a desktop.
  static func all(for address: String, in environment: [String: String]) -> [Browser] {
    let hasDesktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    let list = environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 } ?? (hasDesktop ? "xdg-open" : "")
    return list.split(separator: ":").compactMap { Browser($0, address: address) }
  }

  /// Those that xdg-open(1) knows, and their kin.
  private static let textBrowsers: Set = [
    "browsh", "carbonyl", "chawan", "cha", "elinks", "links", "links2", "lynx", "w3m", "www-browser",
  ]

  /// Words with blanks between them, in which `'` and `"` keep blanks together.
  private static func words(of command: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " || character == "\t" {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private static func filled(_ word: String, with address: String, _ takesAddress: inout Bool) -> String {
    var text = ""
    var rest = word[...]
    while let character = rest.popFirst() {
      guard character == "%", let letter = rest.popFirst() else {
        text.append(character)
        continue
      }
      switch letter {
      case "s":
        text += address
        takesAddress = true
      case "c": text += ":"
      case "%": text += "%"
      default: text += "%" + String(letter)
      }
    }
    return text
  }
}
