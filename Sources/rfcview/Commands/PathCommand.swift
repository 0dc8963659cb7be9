import ArgumentParser
import RFCDesk

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Print where a document is in the cache.",
    discussion: "Exit status 1 if it is not there.\n\nExample: less \"$(rfcview path 4291)\"")

  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions

  func run() throws {
    Output.standard.write(try options.desk().path(of: document.required()) + "\n")
  }
}
