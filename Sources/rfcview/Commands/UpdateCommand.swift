import ArgumentParser
import RFCDesk

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring the catalogue up to date.",
    discussion: """
      Asks the server for its index of RFCs, unless it still has the one that the catalogue was made of. The reader \
      does the same in the background, at most once a day.

      Example: rfcview update
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "Print nothing unless something goes wrong.") var quiet = false

  func run() throws {
    let words =
      switch try options.desk().update() {
      case .upToDate(let count): "The catalogue is up to date: \(count) RFCs."
      case .taken(let count): "The catalogue has \(count) RFCs."
      }
    if !quiet { Output.standard.write(words + "\n") }
  }
}
