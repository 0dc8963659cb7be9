import ArgumentParser
import RFCModel

struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide",
    abstract: "Learn rfcview: a guide in the layout of an RFC, in the reader itself.",
    discussion: "It is part of the program and needs no network.\n\nExample: rfcview guide")

  @OptionGroup var options: SharedOptions

  func run() throws {
    if Output.standard.isTerminal {
      let bytes = PackageResources.guide_txt
      let session = try ReadCommand.session(Machine(options.settings, isReader: true)) {
        try CatCommand.print(bytes)
      }
      session?.run(Opening(name: "Guide", id: nil, bytes: bytes))
    } else {
      Output.standard.write(PackageResources.guide_txt)
    }
  }
}
