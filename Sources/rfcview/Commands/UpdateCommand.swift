import ArgumentParser
import RFCDesk

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring the catalogue and the errata up to date.",
    discussion: """
      Asks the server for its index of RFCs and its list of errata, unless it still has those that are here. The reader \
      does the same in the background, at most once a day.

      Example: rfcview update
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "Print nothing unless something goes wrong.") var quiet = false

  func run() throws {
    let desk = try options.desk()
    let catalogue =
      switch try desk.update() {
      case .upToDate(let count): "The catalogue is up to date: \(count) RFCs."
      case .taken(let count): "The catalogue has \(count) RFCs."
      }
    if !quiet { Output.standard.write(catalogue + "\n") }
    do throws(DeskError) {
      let errata =
        switch try desk.updateErrata() {
        case .upToDate(let count): "The errata are up to date: \(count)."
        case .taken(let count): "There are \(count) errata."
        }
      if !quiet { Output.standard.write(errata + "\n") }
    } catch {
      // Not every mirror has them, and the catalogue is here.
      if !quiet { Output.error.write("rfcview: \(error.message)\n") }
    }
  }
}
