import RFCModel

extension ConfigurationError {
  /// One line: `/home/u/.config/rfcview/config:3: port 66000 cannot be: ports go from 1 to 65535`.
  public var message: String { "\(place): \(problem.message)" }
}

extension ConfigurationError.Place: CustomStringConvertible {
  /// `/home/u/.config/rfcview/config:3`, `RFCVIEW_MIRROR`.
  public var description: String {
    switch self {
    case .file(let path): printable(path)
    case .line(let path, let line): "\(printable(path)):\(line)"
    case .variable(let name): name
    }
  }
}

extension ConfigurationError.Problem {
  var message: String {
    switch self {
    case .unreadable(let problem): problem.message
    case .notText: "not text in UTF-8"
    case .noValue(let text): "`\(printable(text))` is not a setting; write `name = value`"
    case .value(let problem): problem.message
    case .unknownName(let text, let nearest):
      "`\(printable(text))` is not a setting"
        + (nearest.map { ". Did you mean \($0)?" } ?? "; see man rfcview")
    }
  }
}

extension SettingProblem {
  var message: String {
    switch self {
    case .mirror(let text, let problem): problem.message(about: text)
    case .rsync(let text): RsyncModule.Problem().message(about: text)
    case .relativePath(let text): "`\(printable(text))` is not an absolute path; begin it with / or ~/"
    case .timeout(let text):
      "`\(printable(text))` is not a time-out; give seconds from 0.001 to 3600, such as 20"
    case .choice(let text, let choices):
      "`\(printable(text))` is not one of \(choices.joined(separator: ", "))"
    case .columns(let text, let range):
      "`\(printable(text))` is not a width; give columns from \(range.lowerBound) to \(range.upperBound)"
    case .look(let text):
      "`\(printable(text))` is not a look; write bold, underline, reverse, a colour from 0 to 255 or default, and `on`"
        + " with another one: `bold 230 on 58`"
    case .unknownRole(let text, let known):
      "there is no role `\(printable(text))`; there are \(known.joined(separator: ", "))"
    }
  }
}

extension RsyncModule.Problem {
  /// What would be right instead of `text`.
  public func message(about text: String) -> String {
    "`\(printable(text))` is not an rsync module; write host::module, rsync://host:port/module or off"
  }
}

extension WebURL.Problem {
  /// What is wrong with `text`, and what would be right.
  public func message(about text: String) -> String {
    let text = printable(text)
    return switch self {
    case .scheme: "`\(text)` is not a mirror; it must begin with https:// or http://"
    case .host:
      "`\(text)` has no valid host; write https://name, https://192.0.2.1 or https://[2001:db8::1]"
    case .port(let port): "port \(printable(port)) in `\(text)` is out of range; ports go from 1 to 65535"
    case .userInformation: "`\(text)` contains a user name; put it in curl's configuration (see curl-config)"
    case .character: "`\(text)` contains a character that a URL cannot: a blank, a backslash or non-ASCII"
    case .tooLong: "`\(text)` is too long for a mirror"
    case .notABase: "`\(text)` contains a query or a fragment; a mirror is a base URL that paths are added to"
    }
  }
}
