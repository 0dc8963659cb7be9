import ArgumentParser
import ReaderCore

/// Prints the table of keys for the manual page and the README, which the tests hold against it.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys and the commands they mean.",
    discussion: "Example: rfcview keys | grep search")

  func run() {
    var text = ""
    for entry in CommandEntry.all {
      let fields = [entry.keys, entry.command.rawValue, entry.summary]
      text += fields.joined(separator: "\t") + "\n"
    }
    Output.standard.write(text)
  }
}
