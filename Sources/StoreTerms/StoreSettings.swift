import RFCModel

/// What the store goes by: which servers it asks and how, and whose folders it reads besides its own.
public struct StoreSettings: Hashable, Sendable {
  /// Nil for the RFC Editor's own server.
  public var mirror: MirrorURL?
  /// Whether the whole series comes over rsync.
  public var rsync = RsyncChoice.ofServer
  /// Folders of others that hold texts, to be read and never written. The first that has one wins.
  public var textFolders: [String] = []
  /// A configuration file that curl is to read; its usual one is not read.
  public var curlConfig: String?
  public var timeout = IdleTimeout.standard
  /// Nothing is asked of the network.
  public var isOffline = false
  private var serverProblems: [ConfigurationError] = []

  public init() {}

  /// The server that is asked by name.
  public var server: MirrorURL { mirror ?? .rfcEditor }

  /// Nil where the series comes over HTTP.
  package var rsyncModule: RsyncModule? {
    switch rsync {
    case .ofServer: mirror == nil ? .rfcEditor : nil
    case .off: nil
    case .module(let module): module
    }
  }

  /// Why nobody can tell which server is meant; nil where it is known. The network is not asked then: it would be a
  /// server that nobody has named.
  public var serverProblem: ConfigurationError? { serverProblems.first }

  /// Keeps a setting that may have been meant to name the server, and cannot be used.
  package mutating func noteServer(_ problem: ConfigurationError) {
    if serverProblems.count < 20 { serverProblems.append(problem) }
  }

  /// Asks a server whatever was named before: a module that was is another server's, and it no longer matters what of
  /// it cannot be used.
  public mutating func useMirror(_ text: String) throws(WebURL.Problem) {
    mirror = try MirrorURL(text)
    rsync = .ofServer
    serverProblems = []
  }

  /// The same for the whole series: `off`, or a module.
  public mutating func useRsync(_ text: String) throws(RsyncModule.Problem) {
    rsync = try RsyncChoice(text)
    serverProblems.removeAll(where: \.isOfRsync)
  }

  public static let table: [Setting<StoreSettings>] = [
    Setting(
      "mirror", takes: "a URL, http or https", "the server to download from",
      show: { $0.server.description },
      set: { (settings, text) throws(SettingProblem) in
        do throws(WebURL.Problem) {
          settings.mirror = try MirrorURL(text.value)
        } catch {
          throw .mirror(text.value, error)
        }
      }),
    Setting(
      "rsync", takes: "HOST::MODULE, an rsync URL, off", unset: "off",
      "where sync downloads the series from",
      show: { $0.rsyncModule?.description },
      set: { (settings, text) throws(SettingProblem) in
        do throws(RsyncModule.Problem) {
          settings.rsync = try RsyncChoice(text.value)
        } catch {
          throw .rsync(text.value)
        }
      }),
    Setting(
      "library", takes: "a folder, on up to 16 lines", unset: "none",
      "texts that are read and never written",
      show: { $0.textFolders.isEmpty ? nil : $0.textFolders.joined(separator: ", ") },
      set: { (settings, text) throws(SettingProblem) in
        // A library of thousands is no slower to ask than one; a thousand libraries would be.
        if settings.textFolders.count < 16 { settings.textFolders.append(try text.path) }
      }),
    Setting(
      "curl-config", takes: "a file", unset: "none",
      "a configuration file for curl, in place of its usual one",
      show: \.curlConfig,
      set: { (settings, text) throws(SettingProblem) in settings.curlConfig = try text.path }),
    Setting(
      "timeout", takes: "0.001 to 3600 seconds", "how long a server may be silent",
      show: { $0.timeout.seconds },
      set: { (settings, text) throws(SettingProblem) in
        guard let timeout = IdleTimeout(text.value) else { throw .timeout(text.value) }
        settings.timeout = timeout
      }),
  ]
}
