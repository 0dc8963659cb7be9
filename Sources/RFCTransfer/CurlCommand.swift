import CLibrary
import RFCModel
import StoreTerms

/// How curl is called. Nothing newer than curl 7.88 (Debian 12) is used.
package struct CurlCommand {
  static let userAgent = "rfcview/\(Release.number) (terminal reader for RFCs)"

  let path: String
  let arguments: [String]
  let environment: [String]
  /// For its standard input: options that a list of processes must not show.
  let input: [UInt8]
  /// What a trace says of the user's own settings; nil where all of them hold.
  let note: TraceNote?

  /// - Parameters:
  ///   - entityTag: of what is known already: the server may answer 304.
  ///   - isRepeated: whether it has come before, and no cache on the way is to answer in the server's place.
  init(
    path: String, url: WebURL, settings: StoreSettings, environment: [String: String],
    entityTag: String? = nil, isRepeated: Bool = false
  ) {
    self.path = path
    let own = Self.ownSettings(for: url, settings)
    (input, note) = (own.input, own.note)
    var arguments = Self.arguments(own.arguments, for: url.scheme, settings)
    arguments += [
      "--no-buffer",
      // Messages say where it stands, which address it tries, and which proxy it took from the environment.
      "--verbose",
      "--write-out", CurlReport.format,
      "--url", url.description,
    ]
    if isRepeated { arguments += Self.pastCaches }
    if let entityTag { arguments += ["--header", "If-None-Match: \(entityTag)"] }
    self.arguments = arguments
    self.environment = Self.variables(environment)
  }

  /// For many documents side by side.
  ///
  /// - Parameters:
  ///   - list: a file with their URLs and names, as ``CurlBatch/list(_:)`` makes it.
  ///   - base: what all the URLs are below of.
  ///   - folder: where they are to land.
  package init(
    path: String, list: String, base: WebURL, folder: String, jobs: Int,
    settings: StoreSettings, environment: [String: String], isRepeated: Bool = false
  ) {
    self.path = path
    let own = Self.ownSettings(for: base, settings)
    (input, note) = (own.input, own.note)
    arguments =
      Self.arguments(own.arguments, for: base.scheme, settings) + [
        "--parallel", "--parallel-max", String(jobs),
        "--write-out", BatchAnswer.format,
        "--output-dir", folder,
        "--config", list,
      ]
      + (isRepeated ? Self.pastCaches : [])
    self.environment = Self.variables(environment)
  }

  private static let pastCaches = ["--header", "Cache-Control: no-cache"]

  /// What a server gets of the settings that the user has for curl.
  private static func ownSettings(
    for url: WebURL, _ settings: StoreSettings
  ) -> (arguments: [String], input: [UInt8], note: TraceNote?) {
    guard let file = CurlConfigFile(settings) else { return ([], [], nil) }
    let share = file.share(for: url)
    switch share {
    case .all: return (["--config", file.path], [], nil)
    case .route(let lines, _, _): return (["--config", "-"], lines, file.note(on: share))
    case .none: return ([], [], file.note(on: share))
    }
  }

  private static func arguments(
    _ own: [String], for scheme: WebURL.Scheme, _ settings: StoreSettings
  ) -> [String] {
    let timeout = settings.timeout
    // --disable counts only in the first place. What is the user's own comes next, so that what follows wins.
    return ["--disable"] + own + [
      "--silent", "--fail", "--globoff", "--compressed",
      "--proto", scheme == .https ? "=https" : "=http",
      "--max-redirs", "0",
      "--connect-timeout", timeout.seconds,
      // Should we be killed while the server is silent: curl then has nothing to write, and would wait for ever.
      "--speed-limit", "1", "--speed-time", String(timeout.milliseconds / 1000 + 5),
      "--user-agent", userAgent,
      "--header", "Accept: text/plain, */*;q=0.1",
    ]
  }

  private static func variables(_ environment: [String: String]) -> [String] {
    var environment = environment
    // curl translates the system's words, which the report reads.
    environment["LC_ALL"] = "C"
    return environment.map { "\($0.key)=\($0.value)" }
  }

  /// The first curl of `PATH`; nil where there is none. Relative folders are passed over.
  package static func find(in environment: [String: String]) -> String? { find("curl", in: environment) }

  /// The first program of that name.
  package static func find(_ name: String, in environment: [String: String]) -> String? {
    let folders = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
    }
    return nil
  }
}
