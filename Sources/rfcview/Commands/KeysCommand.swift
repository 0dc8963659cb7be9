import ArgumentParser
import ReaderCore

/// Prints the table that the README and the manual page repeat; the tests hold them against it.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys and the commands they mean.",
    discussion: """
      Four fields a line, separated by tabs: group, keys, command, what it does.

      Example: rfcview keys | grep search
      """)

  func run() {
    var text = ""
    for entry in CommandEntry.all {
      let fields = [entry.group.rawValue, entry.keys, entry.command.rawValue, entry.summary]
      text += fields.joined(separator: "\t") + "\n"
    }
    Output.standard.write(text)
  }
}
