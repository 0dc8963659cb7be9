import RFCModel
import StoreTerms
import Unix

/// The settings of a run. The executable lays its options over what ``load(folders:environment:)`` found.
public struct Configuration: Hashable, Sendable {
  public var store = StoreSettings()
  public var reading = ReadingSettings()
  public var screen = ScreenSettings()
  /// Settings that cannot be used and were passed over, twenty at most.
  public private(set) var problems: [ConfigurationError] = []
  /// Where a setting was last set; no entry where its default holds.
  private var origins: [String: ConfigurationError.Place] = [:]

  public init() {}

  /// Every setting there is. Each stands beside the field that it sets.
  public static let table: [Setting<Configuration>] =
    StoreSettings.table.map { $0.within(\.store) } + ReadingSettings.table.map { $0.within(\.reading) }
    + ScreenSettings.table.map { $0.within(\.screen) }

  /// Where what is in force was set: `RFCVIEW_MIRROR`, `/home/u/.config/rfcview/config:3`. Nil where it is the default.
  public func origin(of setting: Setting<Configuration>) -> ConfigurationError.Place? {
    origins[setting.name]
  }

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
        try configuration.useMirror(text, by: "RFCVIEW_MIRROR")
      } catch {
        configuration.note(.init(place: .variable("RFCVIEW_MIRROR"), problem: .value(.mirror(text, error))))
      }
    }
    if let text = environment["RFCVIEW_RSYNC"], !text.isEmpty {
      do throws(RsyncModule.Problem) {
        try configuration.useRsync(text, by: "RFCVIEW_RSYNC")
      } catch {
        configuration.note(.init(place: .variable("RFCVIEW_RSYNC"), problem: .value(.rsync(text))))
      }
    }
    if let text = environment["RFCVIEW_OFFLINE"], text != "", text != "0" {
      configuration.store.isOffline = true
    }
    return configuration
  }

  /// - Parameter source: the variable or the option that says so.
  public mutating func useMirror(_ text: String, by source: String) throws(WebURL.Problem) {
    try store.useMirror(text)
    origins["mirror"] = .variable(source)
    origins["rsync"] = nil
  }

  /// - Parameter source: the variable or the option that says so.
  public mutating func useRsync(_ text: String, by source: String) throws(RsyncModule.Problem) {
    try store.useRsync(text)
    origins["rsync"] = .variable(source)
  }

  /// - Parameter source: the variable or the option that says so.
  public mutating func use(_ timeout: IdleTimeout, by source: String) {
    store.timeout = timeout
    origins["timeout"] = .variable(source)
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

  private mutating func note(_ problem: ConfigurationError) {
    if problem.problem.concernsServer { store.noteServer(problem) }
    if problems.count < 20 { problems.append(problem) }
  }

  private mutating func set(
    _ name: String, to value: String, home: String?, at place: ConfigurationError.Place
  ) throws(ConfigurationError.Problem) {
    for setting in Self.table {
      guard let member = setting.member(named: name) else { continue }
      do throws(SettingProblem) {
        try setting.apply(.init(value, member: member, home: home), to: &self)
      } catch {
        throw .value(error)
      }
      origins[setting.name] = place
      return
    }
    throw .unknownName(name, nearest: nearest(to: name, among: Self.names))
  }

  /// Those that may be meant by a name that is none.
  fileprivate static let names = table.map(\.name).filter { !$0.hasSuffix(".NAME") }

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
  fileprivate var concernsServer: Bool {
    switch self {
    case .value(.mirror), .value(.rsync), .unreadable, .notText: true
    case .noValue(let text):
      Self.namesServer(nearest(to: String(text.prefix { $0.isLetter }), among: Configuration.names))
    case .unknownName(_, let nearest): Self.namesServer(nearest)
    case .value: false
    }
  }

  private static func namesServer(_ setting: String?) -> Bool { setting == "mirror" || setting == "rsync" }
}
