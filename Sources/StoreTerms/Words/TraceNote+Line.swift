import RFCModel

extension TraceNote {
  /// A line of the trace, marked as curl marks what it does.
  package var line: String {
    switch self {
    case .redirected(let url): "* Redirected to \(url)"
    case .tryAgain(let attempt, let tries, let pause): "* Try \(attempt) of \(tries) in \(pause)"
    case .askedOnceMore: "* The text ends in the middle of a page or a sentence: asked for once more"
    case .partOfCurlConfig(let names, let owner):
      "* Of curl-config \(names.joined(separator: ", ")) goes along: the rest is for \(owner.origin)"
    case .noCurlConfig(let problem, let owner):
      "* Nothing of curl-config goes along\(problem.map { " (\($0.message))" } ?? ""): it is for \(owner.origin)"
    }
  }
}

extension CurlConfigProblem {
  fileprivate var message: String {
    switch self {
    case .unreadable(let limit): "it cannot be read, or has over \(limit >> 10) KiB"
    case .holdsNUL: "it holds a NUL"
    case .unclear(let line): "line \(line) is unclear"
    }
  }
}

extension WebURL {
  /// `https://www.rfc-editor.org`.
  fileprivate var origin: String { "\(scheme.rawValue)://\(authority)" }
}
