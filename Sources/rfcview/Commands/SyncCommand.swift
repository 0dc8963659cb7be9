import ArgumentParser
import RFCModel
import RFCShelf
import StoreTerms

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Bring the whole series, or a part of it, into the cache.",
    discussion: """
      Without words, every RFC that the catalogue lists and the cache lacks. Numbers, ranges, bcp14 and its kin choose \
      some; words of titles and fields, as for find, narrow the choice. --cited-by follows the references of an RFC, and \
      theirs, all the way down.

      rsync is used where it is installed and the server has a module for it, otherwise curl. ^C loses nothing that has \
      arrived; the next run goes on from there.

      Example: rfcview sync
               rfcview sync 9000-9999 status:std
               rfcview sync --cited-by 9114 --normative
      """)

  @Argument(
    help: "Numbers, ranges (9000-9999), words of titles, fields (status:std).", completion: .listedRFC)
  var words: [String] = []
  @OptionGroup var options: SharedOptions

  @Option(
    help: ArgumentHelp("This RFC and what it refers to, all the way down.", valueName: "RFC"),
    completion: .listedRFC)
  var citedBy: String?

  @Flag(help: "With --cited-by: only the normative references.")
  var normative = false

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
    let choice = try SyncChoice(words: citedBy.map { [$0] } ?? words)
    var settings = options.settings
    settings.rsync = rsync
    let machine = try Machine(settings)
    try machine.refreshCatalogue()
    let isWhole =
      citedBy == nil
      ? try machine.sync(choice, jobs: jobs)
      : try machine.syncCited(by: choice, isNormative: normative, jobs: jobs)
    if let words = try machine.indexWhatIsNew(isQuiet: false) { Output.standard.write(words + "\n") }
    if !isWhole { throw ExitCode(ExitStatus.failed) }
  }
}

/// What has come of a sync, and how long it took.
struct SyncResult {
  let outcome: SeriesSync.Outcome
  let seconds: Double
}

extension Machine {
  /// Brings what a choice stands for and the cache lacks, and says what has come of it.
  ///
  /// - Returns: whether everything is there now.
  fileprivate func sync(_ choice: SyncChoice, jobs: Int) throws(Failure) -> Bool {
    let chosen = try numbers(of: choice)
    let wanted = refreshes ? store.withText(chosen.numbers) : try lacking(chosen.numbers)
    let result = try wanted.isEmpty ? nil : bring(jobs: jobs) { (sync) in _ = sync.bring(wanted) }
    return report(result, chosen: store.withText(chosen.numbers).count, chosen.problems)
  }

  fileprivate func syncCited(
    by choice: SyncChoice, isNormative: Bool, jobs: Int
  ) throws(Failure) -> Bool {
    let roots = try numbers(of: choice)
    let (result, count) = try bringCited(by: roots.numbers, isNormative: isNormative, jobs: jobs)
    return report(result, chosen: count, roots.problems)
  }

  /// Where the catalogue is missing, damaged or a day old. An old one does where no newer one can be had.
  fileprivate func refreshCatalogue() throws(Failure) {
    guard refreshes || store.wantsNewerIndex() ?? true || !store.hasSoundCatalogue else { return }
    do throws(Failure) {
      _ = try updateCatalogue()
    } catch {
      if !store.hasSoundCatalogue { throw error }
    }
  }

  private func lacking(_ numbers: [RFCNumber]) throws(Failure) -> [RFCNumber] {
    do throws(StoreError) {
      return try store.lacking(numbers)
    } catch {
      throw Failure(error.message)
    }
  }

  /// Runs a sync to its end, with its progress on standard error. ^C ends it, and the program.
  func bring(
    jobs: Int, _ body: (SeriesSync) throws(StoreError) -> Void
  ) throws(Failure) -> SyncResult {
    let line = SyncLine()
    let interrupts = InterruptPipe()
    defer { interrupts.close() }
    let outcome: SeriesSync.Outcome
    do throws(StoreError) {
      let sync = try store.sync(jobs: jobs, interrupt: interrupts.descriptor) { line.show($0) }
      try body(sync)
      outcome = sync.outcome
    } catch {
      line.clear()
      throw failure(error)
    }
    line.clear()
    if outcome.isInterrupted {
      let progress = outcome.progress
      Output.error.write(
        "rfcview: interrupted; \(progress.arrived) of \(counted(progress.wanted)) came. The next sync goes on.\n"
      )
      interrupts.endByInterrupt()
    }
    return SyncResult(outcome: outcome, seconds: line.elapsed)
  }

  /// - Returns: whether everything has come.
  private func report(_ result: SyncResult?, chosen: Int, _ problems: [StoreError]) -> Bool {
    for problem in problems { Output.error.write("rfcview: \(problem.message)\n") }
    guard let result else {
      store.clearStaging()
      Output.standard.write(
        chosen == 0 ? "Nothing is chosen.\n" : "Nothing is lacking: \(counted(chosen)).\n")
      return problems.isEmpty && chosen > 0
    }
    let outcome = result.outcome
    let progress = outcome.progress
    for notice in outcome.notices { Output.error.write("rfcview: \(notice.message)\n") }
    for failure in outcome.failures { Output.error.write("rfcview: \(failure.message)\n") }
    let unnamed = progress.failed - outcome.failures.count
    if unnamed > 0 { Output.error.write("rfcview: \(unnamed) more cannot be had.\n") }
    if progress.arrived > 0 {
      Output.standard.write(
        "\(counted(progress.arrived)) came, \(SyncLine.megabytes(Double(progress.bytes))), in"
          + " \(SyncLine.duration(result.seconds)).\n")
    }
    if let end = outcome.end { Output.error.write("rfcview: \(end.message)\n") }
    return problems.isEmpty && progress.failed == 0 && outcome.end == nil
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 RFC" : "\(count) RFCs" }
}
