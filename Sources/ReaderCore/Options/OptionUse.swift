/// What is done with the option that is typed behind `-` or `_`. Source: less(1), `-` and `_`.
enum OptionUse: Hashable, Sendable {
  case change, show

  var label: String { self == .change ? "-" : "_" }

  /// The long names as they are typed behind it.
  var words: [String] { ReaderOption.allCases.map { label + $0.name }.sorted() }

  /// Whether what is typed is a whole option, so that no Enter is waited for.
  func isComplete(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if String(first) == label { return false }
    if first == "+" || first == "!" { return text.count > 1 }
    if self == .show { return true }
    return ReaderOption(rawValue: first)?.takesValue != true && ForeignOption(letter: first)?.argument == nil
  }

  /// What may be typed.
  func hint(_ text: String) -> String {
    switch text {
    case "":
      ReaderOption.allCases.map { String($0.rawValue) }.joined(separator: " ") + ", or \(label) and a name"
    case "j": "5, -3 from the end, .5 the middle"
    default: ""
    }
  }
}
