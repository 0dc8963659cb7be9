import ArgumentParser
import RFCDesk
import StoreTerms
import Unix

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Download the whole series, or part of it, into the cache.",
    discussion: """
      Without words, every RFC in the catalogue that is not cached. Numbers, ranges, and names such as bcp14 choose \
      some; words of titles and fields, as for find, narrow the choice. --cited-by follows the references of an RFC, and \
      theirs in turn, as many steps as --depth says; before each step it says how many documents that is, and about how \
      much, by the pages that the catalogue knows of.

      rsync is used where it is installed and the server has a module for it, otherwise curl. ^C loses nothing that has \
      arrived; the next run goes on from there.

      Example: rfcview sync
               rfcview sync 9000-9999 status:std
               rfcview sync --cited-by 9114 --normative
               rfcview sync --cited-by 9114 --depth 1
      """)

  @Argument(
    help: "Numbers, ranges (9000-9999), words of titles, fields (status:std).", completion: .listedRFC)
  var words: [String] = []
  @OptionGroup var options: SharedOptions

  @Option(
    help: ArgumentHelp("This RFC and everything it refers to, directly or not.", valueName: "RFC"),
    completion: .listedRFC)
  var citedBy: String?

  @Flag(help: "With --cited-by, follow only normative references.")
  var normative = false

  @Option(
    help: ArgumentHelp(
      "With --cited-by, so many steps of references: 1 is those of the RFC itself, and without it there is no end.",
      valueName: "N"))
  var depth: Int?

  @Option(help: ArgumentHelp("HTTP connections at a time, 1 to 16.", valueName: "N"))
  var jobs: Int = 6

  @Option(
    help: ArgumentHelp(
      "Use rsync from host::module or rsync://host:port/module; off: use curl, over HTTP.",
      valueName: "MODULE"),
    completion: .list(["off"]))
  var rsync: String?

  func run() throws {
    guard (1...16).contains(jobs) else { throw Failure.usage("--jobs takes a number from 1 to 16.") }
    guard citedBy == nil || words.isEmpty else {
      throw Failure.usage("--cited-by chooses the RFCs; `\(printable(words[0]))` does too.")
    }
    guard citedBy != nil || !normative else { throw Failure.usage("--normative goes with --cited-by.") }
    guard citedBy != nil || depth == nil else { throw Failure.usage("--depth goes with --cited-by.") }
    guard depth.map({ (0...99).contains($0) }) ?? true else {
      throw Failure.usage("--depth takes a number from 0 to 99.")
    }
    let choice = try SyncChoice(words: citedBy.map { [$0] } ?? words)
    var settings = options.settings
    settings.rsync = rsync
    let desk = try Machine(settings).desk
    try desk.updateWhereDue()
    let references: FollowedReferences = citedBy == nil ? .none : normative ? .normative : .all
    let start = Clock.milliseconds
    let report = try desk.sync(choice, following: references, depth: depth ?? .max, jobs: jobs)
    Self.tell(report, after: Double(Clock.milliseconds - start) / 1000)
    if let outcome = try desk.indexWhatIsNew() { Output.standard.write(outcome.words + "\n") }
    if !report.isWhole { throw ExitCode(ExitStatus.failed) }
  }

  private static func tell(_ report: SyncReport, after seconds: Double) {
    func say(_ problem: StoreError) { Output.error.write("rfcview: \(problem.message)\n") }
    report.problems.forEach(say)
    guard let outcome = report.outcome else {
      let chosen = report.chosen
      Output.standard.write(
        chosen == 0
          ? "No RFC matches.\n"
          : "Nothing to do: \(chosen == 1 ? "1 RFC is" : "all \(chosen) RFCs are") here.\n")
      return
    }
    let progress = outcome.progress
    outcome.notices.forEach(say)
    outcome.failures.forEach(say)
    let unnamed = progress.failed - outcome.failures.count
    if unnamed > 0 { Output.error.write("rfcview: \(unnamed) more could not be downloaded.\n") }
    if progress.arrived > 0 {
      Output.standard.write(
        "\(counted(progress.arrived)) downloaded, \(megabytes(Double(progress.bytes))), in \(duration(seconds)).\n"
      )
    }
    if let end = outcome.end { say(end) }
  }
}
