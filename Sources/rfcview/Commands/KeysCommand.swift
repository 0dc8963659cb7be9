import ArgumentParser
import ReaderCore

/// Prints the table that the README and the manual page repeat; the tests hold them against it.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys and the commands they mean.",
    discussion: """
      Four fields per line, separated by tabs: group, keys in force, command, what it does. --file prints a key file to \
      start from, with every default key in it.

      Example: rfcview keys | grep search
               rfcview keys --file > ~/.config/rfcview/keys
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "Print a key file with the default keys.")
  var file = false

  func run() throws {
    if file {
      Output.standard.write(KeyFile.template)
      return
    }
    let own = try Machine(options.settings).keyFile()
    for problem in own.problems { Output.error.write("rfcview: \(problem)\n") }
    let keyMap = KeyMap(own)
    var text = ""
    for entry in CommandEntry.all {
      let fields = [entry.group.rawValue, keyMap.keys(of: entry), entry.command.rawValue, entry.summary]
      text += fields.joined(separator: "\t") + "\n"
    }
    Output.standard.write(text)
  }
}
