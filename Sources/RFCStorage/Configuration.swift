/// The settings of a run. The executable lays its options over what ``load(folders:environment:)`` found.
public struct Configuration: Hashable, Sendable {
  public enum ContentsPanel: String, Sendable {
    /// By itself where the window is wide enough.
    case auto
    case on, off
  }

  /// Nil for the RFC Editor's own server.
  public var mirror: MirrorURL?
  /// Whether the whole series comes over rsync. To name a mirror forgets a module that was named earlier, which is
  /// another server's.
  public var rsync = RsyncChoice.ofServer
  /// Folders of others that hold texts, to be read and never written. The first that has one wins.
  public var libraries: [String] = []
  /// A configuration file that curl is to read; its usual one is not read.
  public var curlConfig: String?
  public var timeout = IdleTimeout.standard
  public var contents = ContentsPanel.auto
  /// As written; who knows the themes judges it.
  public var theme: String?
  /// Nothing is asked of the network.
  public var isOffline = false

  public init() {}

  /// The configuration file, if there is one, then `RFCVIEW_MIRROR`, `RFCVIEW_RSYNC` and `RFCVIEW_OFFLINE`.
  public static func load(
    folders: StoreFolders, environment: [String: String]
  ) throws(ConfigurationError) -> Configuration {
    let path = folders.configurationFile
    var configuration = Configuration()
    do {
      if let bytes = try FileSystem.read(path, limit: 64 << 10) {
        try configuration.apply(bytes, path: path, home: environment["HOME"])
      }
    } catch let problem as FileProblem {
      throw ConfigurationError(place: .file(path), problem: .unreadable(problem))
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError(place: .file(path), problem: .unreadable(.system(0)))
    }
    if let text = environment["RFCVIEW_MIRROR"], !text.isEmpty {
      do throws(WebURL.Problem) {
        configuration.mirror = try MirrorURL(text)
        configuration.rsync = .ofServer
      } catch {
        throw ConfigurationError(place: .variable("RFCVIEW_MIRROR"), problem: .mirror(text, error))
      }
    }
    if let text = environment["RFCVIEW_RSYNC"], !text.isEmpty {
      do throws(RsyncModule.Problem) {
        configuration.rsync = try RsyncChoice(text)
      } catch {
        throw ConfigurationError(place: .variable("RFCVIEW_RSYNC"), problem: .rsync(text))
      }
    }
    if let text = environment["RFCVIEW_OFFLINE"], text != "", text != "0" { configuration.isOffline = true }
    return configuration
  }

  /// Lines `name = value`. What stands behind ` #`, and a line that begins with `#`, is a comment. A name that this
  /// version does not know may be one of a later version, and is passed over.
  mutating func apply(_ bytes: [UInt8], path: String, home: String?) throws(ConfigurationError) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = Self.withoutComment(String(decoding: line, as: UTF8.self))
      if text.isEmpty { continue }
      do throws(ConfigurationError.Problem) {
        guard let equals = text.firstIndex(of: "=") else { throw .noValue(String(text)) }
        let name = Self.trimmed(text[..<equals])
        let value = Self.trimmed(text[text.index(after: equals)...])
        try set(String(name), to: String(value), home: home)
      } catch {
        throw ConfigurationError(place: .line(path, index + 1), problem: error)
      }
    }
  }

  private mutating func set(
    _ name: String, to value: String, home: String?
  ) throws(ConfigurationError.Problem) {
    switch name {
    case "mirror":
      do throws(WebURL.Problem) {
        mirror = try MirrorURL(value)
      } catch {
        throw .mirror(value, error)
      }
    case "rsync":
      do throws(RsyncModule.Problem) {
        rsync = try RsyncChoice(value)
      } catch {
        throw .rsync(value)
      }
    case "library":
      // A library of thousands is no slower to ask than one; a thousand libraries would be.
      if libraries.count < 16 { libraries.append(try Self.path(value, home: home)) }
    case "curl-config":
      curlConfig = try Self.path(value, home: home)
    case "timeout":
      guard let timeout = IdleTimeout(value) else { throw .timeout(value) }
      self.timeout = timeout
    case "contents":
      guard let contents = ContentsPanel(rawValue: value) else { throw .contents(value) }
      self.contents = contents
    case "theme":
      theme = value
    default:
      return
    }
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

/// How long nothing may arrive before a transfer counts as stalled.
public struct IdleTimeout: Hashable, Sendable {
  /// 1...3,600,000.
  public let milliseconds: Int

  /// 20 s.
  public static let standard = IdleTimeout(milliseconds: 20_000)

  /// Seconds, as an option or a setting gives them: `20`, `0.5`. Nil for anything else, and outside 0.001...3600.
  public init?(_ seconds: some StringProtocol) {
    let parts = seconds.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.map(\.utf8).joined()
    guard (1...2).contains(parts.count), (1...4).contains(parts[0].utf8.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }), let whole = Int(parts[0])
    else { return nil }
    var thousandths = 0
    if parts.count == 2 {
      guard (1...3).contains(parts[1].utf8.count) else { return nil }
      let padded = String(parts[1]) + String(repeating: "0", count: 3 - parts[1].utf8.count)
      guard let value = Int(padded) else { return nil }
      thousandths = value
    }
    guard (1...3_600_000).contains(whole * 1000 + thousandths) else { return nil }
    milliseconds = whole * 1000 + thousandths
  }

  init(milliseconds: Int) { self.milliseconds = milliseconds }

  var nanoseconds: UInt64 { UInt64(milliseconds) * 1_000_000 }
}

extension IdleTimeout: CustomStringConvertible {
  /// `20 s`, `0.3 s`.
  public var description: String { seconds + " s" }

  /// `20`, `0.3`, as curl takes it.
  var seconds: String {
    let thousandths = milliseconds % 1000
    guard thousandths != 0 else { return String(milliseconds / 1000) }
    var fraction = String(String(1000 + thousandths).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(milliseconds / 1000).\(fraction)"
  }
}
