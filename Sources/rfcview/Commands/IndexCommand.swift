import ArgumentParser
import RFCShelf

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index the texts in the cache, for search and refs --to.",
    discussion: """
      Adds what is new or has changed since the last run. It may be interrupted: the next run goes on. A damaged library \
      is rebuilt. --rebuild takes three times the space of the index while it works.

      Example: rfcview index
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "Print nothing unless something goes wrong.") var quiet = false
  @Flag(help: "Rebuild the index; the old one stays in use until then.") var rebuild = false

  func run() throws {
    var settings = options.settings
    settings.showsProgress = !quiet
    let outcome = try Machine(settings).desk.index(rebuilds: rebuild)
    if !quiet { Output.standard.write(outcome.words + "\n") }
  }
}

extension FullTextBuilder.Outcome {
  /// What has come of it, in a line.
  var words: String {
    let all = "\(passages) sections of \(documents) documents"
    if added == 0, removed == 0 { return "The index is up to date: \(all)." }
    return "The index has \(all): \(added) new or changed\(removed > 0 ? ", \(removed) removed" : "")."
  }
}
