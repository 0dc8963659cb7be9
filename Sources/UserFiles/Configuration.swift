import RFCModel
import StoreTerms
import Unix

/// The settings of a run. The executable lays its options over what ``load(folders:environment:)`` found.
public struct Configuration: Hashable, Sendable {
  public enum ContentsPanel: String, CaseIterable, Sendable {
    /// By itself where the window is wide enough.
    case auto
    case on, off
  }

  public enum Theme: String, CaseIterable, Sendable {
    case dark, light
    case eightColours = "eight-colours"
    case plain
  }

  /// How a pattern is read unless the prompt is told otherwise.
  public enum Search: String, CaseIterable, Sendable {
    case regex, literal
  }

  /// Whether upper and lower case are told apart.
  public enum LetterCase: String, CaseIterable, Sendable {
    /// Where the pattern has an upper-case letter.
    case smart
    case sensitive, insensitive
  }

  /// What the store goes by.
  public var store = StoreSettings()
  public var contents = ContentsPanel.auto
  /// Columns of the contents panel, 20...80; nil: a third of the window.
  public var contentsWidth: Int?
  /// Columns that prose is set at where the window has more, 40...200; nil: the window's.
  public var textWidth: Int?
  /// Whether documents open with their prose set anew.
  public var reflows = false
  public var search = Search.regex
  public var letterCase = LetterCase.smart
  /// Nil where the terminal says what suits it.
  public var theme: Theme?
  /// Looks of single roles, over those of the theme; the last one of a role counts.
  public var roles: [RoleSetting] = []
  /// Whether the terminal reports the mouse, which then selects no text by itself.
  public var mouse = false
  /// Settings that cannot be used and were passed over, twenty at most.
  public private(set) var problems: [ConfigurationError] = []

  public init() {}

  /// The configuration file, if there is one, then `RFCVIEW_MIRROR`, `RFCVIEW_RSYNC` and `RFCVIEW_OFFLINE`. What
  /// cannot be used is passed over and kept in ``problems``, and in ``StoreSettings/serverProblem`` where it is the server.
  public static func load(folders: StoreFolders, environment: [String: String]) -> Configuration {
    let path = folders.configurationFile
    var configuration = Configuration()
    do throws(FileProblem) {
      if let bytes = try FileSystem.read(path, limit: 64 << 10) {
        configuration.apply(bytes, path: path, home: environment["HOME"])
      }
    } catch {
      configuration.note(ConfigurationError(place: .file(path), problem: .unreadable(error)))
    }
    if let text = environment["RFCVIEW_MIRROR"], !text.isEmpty {
      do throws(WebURL.Problem) {
        try configuration.store.useMirror(text)
      } catch {
        configuration.note(.init(place: .variable("RFCVIEW_MIRROR"), problem: .mirror(text, error)))
      }
    }
    if let text = environment["RFCVIEW_RSYNC"], !text.isEmpty {
      do throws(RsyncModule.Problem) {
        try configuration.store.useRsync(text)
      } catch {
        configuration.note(.init(place: .variable("RFCVIEW_RSYNC"), problem: .rsync(text)))
      }
    }
    if let text = environment["RFCVIEW_OFFLINE"], text != "", text != "0" {
      configuration.store.isOffline = true
    }
    return configuration
  }

  /// Lines `name = value`, in UTF-8. What stands behind ` #`, and a line that begins with `#`, is a comment.
  mutating func apply(_ bytes: [UInt8], path: String, home: String?) {
    // UTF-16, or no text.
    guard !bytes.contains(0) else { return note(.init(place: .file(path), problem: .notText)) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = Self.withoutComment(String(decoding: line, as: UTF8.self))
      if text.isEmpty { continue }
      let place = ConfigurationError.Place.line(path, index + 1)
      do throws(ConfigurationError.Problem) {
        guard let equals = text.firstIndex(of: "=") else { throw .noValue(String(text)) }
        let name = Self.trimmed(text[..<equals])
        let value = Self.trimmed(text[text.index(after: equals)...])
        try set(String(name), to: String(value), home: home, at: place)
      } catch {
        note(ConfigurationError(place: place, problem: error))
      }
    }
  }

  /// Keeps a problem that others find: a role that there is none of.
  public mutating func note(_ problem: ConfigurationError) {
    if problem.problem.concernsServer { store.noteServer(problem) }
    if problems.count < 20 { problems.append(problem) }
  }

  static let names = [
    "mirror", "rsync", "library", "curl-config", "timeout", "contents", "contents-width", "text-width",
    "reflow",
    "search", "case", "theme", "mouse",
  ]

  private mutating func set(
    _ name: String, to value: String, home: String?, at place: ConfigurationError.Place
  ) throws(ConfigurationError.Problem) {
    switch name {
    case "mirror":
      do throws(WebURL.Problem) {
        store.mirror = try MirrorURL(value)
      } catch {
        throw .mirror(value, error)
      }
    case "rsync":
      do throws(RsyncModule.Problem) {
        store.rsync = try RsyncChoice(value)
      } catch {
        throw .rsync(value)
      }
    case "library":
      // A library of thousands is no slower to ask than one; a thousand libraries would be.
      if store.libraries.count < 16 { store.libraries.append(try Self.path(value, home: home)) }
    case "curl-config":
      store.curlConfig = try Self.path(value, home: home)
    case "timeout":
      guard let timeout = IdleTimeout(value) else { throw .timeout(value) }
      store.timeout = timeout
    case "contents": contents = try Self.choice(value)
    case "contents-width": contentsWidth = try Self.columns(value, 20...80)
    case "text-width": textWidth = try Self.columns(value, 40...200)
    case "reflow": reflows = try Self.isOn(value)
    case "search": search = try Self.choice(value)
    case "case": letterCase = try Self.choice(value)
    case "theme": theme = try Self.choice(value)
    case "mouse": mouse = try Self.isOn(value)
    default:
      if name.hasPrefix("role.") {
        guard let look = RoleLook(value) else { throw .look(value) }
        roles.append(RoleSetting(role: String(name.dropFirst(5)), look: look, place: place))
      } else {
        throw .unknownName(name, nearest: nearest(to: name, among: Self.names))
      }
    }
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: String
  ) throws(ConfigurationError.Problem) -> Choice {
    guard let choice = Choice(rawValue: value) else {
      throw .choice(value, of: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  private static func isOn(_ value: String) throws(ConfigurationError.Problem) -> Bool {
    guard value == "on" || value == "off" else { throw .choice(value, of: ["on", "off"]) }
    return value == "on"
  }

  private static func columns(
    _ value: String, _ range: ClosedRange<Int>
  ) throws(ConfigurationError.Problem) -> Int {
    guard value.utf8.count <= 4, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let columns = Int(value),
      range.contains(columns)
    else { throw .columns(value, range) }
    return columns
  }

  /// Absolute; `~/` is the home folder.
  private static func path(
    _ value: String, home: String?
  ) throws(ConfigurationError.Problem) -> String {
    if value.hasPrefix("~/"), let home { return home + value.dropFirst() }
    guard value.hasPrefix("/") else { throw .relativePath(value) }
    return value
  }

  private static func withoutComment(_ line: String) -> Substring {
    let text = trimmed(line[...])
    if text.hasPrefix("#") { return "" }
    var previous: Character = "="
    for index in text.indices {
      if text[index] == "#", previous == " " || previous == "\t" { return trimmed(text[..<index]) }
      previous = text[index]
    }
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}

extension ConfigurationError.Problem {
  /// Whether asking the network would ask a server that nobody has named.
  var concernsServer: Bool {
    switch self {
    case .mirror, .rsync, .unreadable, .notText: true
    case .noValue(let text):
      Self.namesServer(nearest(to: String(text.prefix { $0.isLetter }), among: Configuration.names))
    case .unknownName(_, let nearest): Self.namesServer(nearest)
    case .relativePath, .timeout, .choice, .columns, .look, .unknownRole: false
    }
  }

  private static func namesServer(_ setting: String?) -> Bool { setting == "mirror" || setting == "rsync" }
}
