import ArgumentParser
import RFCModel
import RFCStorage

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Bring the whole series, or a part of it, into the cache.",
    discussion: """
      Without words: every RFC that the catalogue lists and the cache lacks. Numbers, ranges, bcp14 and its kin choose \
      some; words of titles and fields, as find has them, narrow it. --cited-by follows the references of an RFC, and \
      of what they name, all the way down.

      ^C loses nothing that has arrived; the next run goes on from there.

      Examples: rfcview sync
                rfcview sync 9000-9999 status:std
                rfcview sync --cited-by 9114 --normative
      """)

  @Argument(help: "Numbers, ranges (9000-9999), words of titles, fields (status:std).") var words: [String] =
    []
  @OptionGroup var options: SharedOptions

  @Option(help: ArgumentHelp("Connections at a time, 1 to 16 (6).", valueName: "N"))
  var jobs: Int = 6

  func run() throws {
    guard (1...16).contains(jobs) else { throw Failure.usage("--jobs takes a number from 1 to 16.") }
    let choice = try SyncChoice(words: words)
    let machine = try Machine(options.settings)
    let isWhole = try machine.sync(choice, jobs: jobs)
    // The full text of what has arrived is to be indexed here.
    if !isWhole { throw ExitCode(ExitStatus.failed) }
  }
}

extension Machine {
  /// Brings what a choice stands for and the cache lacks, and says what has come of it.
  ///
  /// - Returns: whether everything is there now.
  func sync(_ choice: SyncChoice, jobs: Int) throws(Failure) -> Bool {
    try refreshCatalogue()
    let (chosen, problems) = try numbers(of: choice)
    let wanted = refreshes ? store.withText(chosen) : try lacking(chosen)
    for problem in problems { Output.error.write("rfcview: \(problem.message)\n") }
    if wanted.isEmpty {
      Output.standard.write(
        chosen.isEmpty ? "No RFC is chosen.\n" : "Nothing is lacking: \(counted(chosen.count)).\n")
      return problems.isEmpty && !chosen.isEmpty
    }
    let outcome = try bring(jobs: jobs) { $0.bring(wanted) }
    return report(outcome) && problems.isEmpty
  }

  /// Where the catalogue is missing or a day old. One that is old does when no newer one can be had.
  private func refreshCatalogue() throws(Failure) {
    guard refreshes || store.wantsIndex() else { return }
    do throws(Failure) {
      _ = try updateCatalogue()
    } catch {
      if store.catalogue() == nil { throw error }
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
  func bring(jobs: Int, _ body: (SeriesSync) -> Bool) throws(Failure) -> (SeriesSync.Outcome, seconds: Double)
  {
    let line = SyncLine()
    let interrupts = InterruptPipe()
    defer { interrupts.close() }
    let outcome: SeriesSync.Outcome
    do throws(StoreError) {
      let sync = try store.sync(jobs: jobs, interrupt: interrupts.descriptor) { line.show($0) }
      _ = body(sync)
      outcome = sync.outcome
    } catch {
      throw Failure(error.message)
    }
    line.clear()
    if outcome.isInterrupted {
      let progress = outcome.progress
      Output.error.write(
        "rfcview: interrupted; \(progress.arrived) of \(counted(progress.wanted)) came. The next sync goes on.\n")
      interrupts.endByInterrupt()
    }
    return (outcome, line.elapsed)
  }

  /// - Returns: whether everything has come.
  private func report(_ result: (outcome: SeriesSync.Outcome, seconds: Double)) -> Bool {
    let outcome = result.outcome
    let progress = outcome.progress
    for failure in outcome.failures { Output.error.write("rfcview: \(failure.message)\n") }
    let unnamed = progress.failed - outcome.failures.count
    if unnamed > 0 { Output.error.write("rfcview: \(counted(unnamed)) more cannot be had.\n") }
    if progress.arrived > 0 {
      Output.standard.write(
        "\(counted(progress.arrived)) came, \(SyncLine.megabytes(Double(progress.bytes))), in"
          + " \(SyncLine.duration(result.seconds)).\n")
    }
    if let end = outcome.end { Output.error.write("rfcview: \(end.message)\n") }
    return progress.failed == 0 && outcome.end == nil
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 RFC" : "\(count) RFCs" }
}
