import ArgumentParser
import RFCModel
import StoreTerms

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Print where a document is in the cache.",
    discussion: "Exit status 1 if it is not there.\n\nExample: less \"$(rfcview path 4291)\"")

  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions

  func run() throws {
    let machine = try Machine(options.settings)
    switch try machine.resolve(try document.required()) {
    case .file(let path): Output.standard.write(path + "\n")
    case .standardInput: throw Failure.usage("Standard input has no path.")
    case .subSeries(let series, let number):
      throw Failure.usage("\(series.rawValue) \(number) is several RFCs.")
    case .stored(let locator):
      let bytes: [UInt8]?
      do throws(StoreError) {
        bytes = try machine.store.load(locator.document)
      } catch {
        throw Failure(error.message)
      }
      guard bytes != nil else {
        throw Failure("\(locator.document) is not in the cache. `rfcview fetch` downloads it.")
      }
      Output.standard.write(machine.store.path(of: locator.document) + "\n")
    }
  }
}
