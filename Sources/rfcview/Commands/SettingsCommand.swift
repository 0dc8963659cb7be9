import ArgumentParser
import RFCModel
import StoreTerms
import UserFiles

/// Prints the table that the README and the manual page repeat; the tests hold them against it.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Print the settings, and where each was set.",
    discussion: """
      Five fields per line, separated by tabs: name, value in force, where it was set (empty for the default), default, \
      what it is for. `rfcview --mirror URL settings` shows what an option makes of them.

      JSON: an array of objects with name, value, origin (null for the default), default, takes and summary.

      Example: rfcview settings | grep config:
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON: an array of objects, one per line.")
  var json = false

  func run() throws {
    let configuration = try Machine(options.settings).configuration
    let rows = Configuration.table.map { SettingRow($0, in: configuration) }
    Output.standard.write(json ? JSONText.settings(rows) : rows.map(\.line).joined())
  }
}

/// A setting as it is printed.
struct SettingRow {
  let name: String
  let value: String
  /// Nil for the default.
  let origin: String?
  let defaultValue: String
  let takes: String
  let summary: String

  init(_ setting: Setting<Configuration>, in configuration: Configuration) {
    name = setting.name
    value = setting.value(in: configuration)
    origin = configuration.origin(of: setting)?.description
    defaultValue = setting.value(in: Configuration())
    takes = setting.takes
    summary = setting.summary
  }

  var line: String {
    [name, value, origin ?? "", defaultValue, summary].map { printable($0) }.joined(separator: "\t") + "\n"
  }
}
