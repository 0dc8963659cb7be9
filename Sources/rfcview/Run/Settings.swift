import ReaderCore

/// What a command line sets, over the environment and the configuration file.
struct Settings {
  /// Pages as printed, without title and status line.
  var isBare = false
  var mirror: String?
  var isOffline = false
  var refreshes = false
  var timeout: String?
  /// The options of less.
  var reader: [OptionSetting] = []
  /// Of `sync` alone.
  var rsync: String?
  /// Whether standard error shows how far something is.
  var showsProgress = true
}
