#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How curl is called. Nothing newer than curl 7.88 (Debian 12) is used.
struct CurlCommand {
  static let userAgent = "rfcview/0.1.0 (terminal reader for RFCs)"

  let path: String
  let arguments: [String]
  let environment: [String]

  /// - Parameter entityTag: of what is known already: the server may answer 304.
  init(
    path: String, url: WebURL, configuration: Configuration, environment: [String: String],
    entityTag: String? = nil
  ) {
    self.path = path
    let timeout = configuration.timeout
    // --disable counts only in the first place. A file of the user's own comes next, so that what follows wins.
    var arguments = ["--disable"]
    if let file = configuration.curlConfig { arguments += ["--config", file] }
    arguments += [
      "--silent", "--fail", "--globoff", "--compressed", "--no-buffer",
      // Messages say where it stands, which address it tries, and which proxy it took from the environment.
      "--verbose",
      "--proto", url.scheme == .https ? "=https" : "=http",
      "--max-redirs", "0",
      "--connect-timeout", timeout.seconds,
      // Should we be killed while the server is silent: curl then has nothing to write, and would wait for ever.
      "--speed-limit", "1", "--speed-time", String(timeout.milliseconds / 1000 + 5),
      "--user-agent", Self.userAgent,
      "--header", "Accept: text/plain, */*;q=0.1",
      "--write-out", CurlReport.format,
      "--url", url.description,
    ]
    if let entityTag { arguments += ["--header", "If-None-Match: \(entityTag)"] }
    self.arguments = arguments

    var environment = environment
    // curl translates the system's words, which the report reads.
    environment["LC_ALL"] = "C"
    self.environment = environment.map { "\($0.key)=\($0.value)" }
  }

  /// The first curl of `PATH`; nil where there is none. Relative folders are passed over.
  static func find(in environment: [String: String]) -> String? {
    let folders = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/curl"
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
    }
    return nil
  }
}
