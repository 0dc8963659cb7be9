import ArgumentParser
import RFCDesk

/// What every command understands, before its name and behind it.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use this server instead of www.rfc-editor.org.", valueName: "URL"))
  var mirror: String?

  @Flag(help: "Never touch the network.")
  var offline = false

  @Flag(help: "Download again; the cached file is only replaced by a valid one.")
  var refresh = false

  @Option(
    help: ArgumentHelp(
      "Give up after this long without data: 0.001 to 3600, 20 by default.", valueName: "SECONDS"))
  var timeout: String?

  var settings: Settings {
    Settings(mirror: mirror, isOffline: offline, refreshes: refresh, timeout: timeout)
  }

  /// The desk of this command line.
  func desk() throws(Failure) -> Desk { try Machine(settings).desk }
}
