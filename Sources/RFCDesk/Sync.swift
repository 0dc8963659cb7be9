import RFCModel
import RFCShelf
import StoreTerms

/// What has come of a sync.
public struct SyncReport: Sendable {
  /// How many RFCs were chosen.
  public let chosen: Int
  /// Why others that were named cannot be had.
  public let problems: [StoreError]
  /// Nil where nothing was lacking.
  public let outcome: SeriesSync.Outcome?

  /// Whether everything that was asked for is here now.
  public var isWhole: Bool {
    guard problems.isEmpty else { return false }
    guard let outcome else { return chosen > 0 }
    return outcome.progress.failed == 0 && outcome.end == nil
  }
}

/// Which references a sync goes on along.
public enum FollowedReferences: Hashable, Sendable {
  case none
  /// The normative ones, and all of a document that does not tell them apart.
  case normative
  case all
}

extension Desk {
  /// Brings what a choice stands for and the cache lacks; with references to follow, also what that refers to. The
  /// client hears of each step of them before it begins: what the next ones are, only the texts of this one say.
  ///
  /// - Parameters:
  ///   - depth: how many steps of references to go, 0 and up; all the way down unless it is given.
  ///   - jobs: connections at a time, 1 and up.
  public func sync(
    _ choice: SyncChoice, following references: FollowedReferences = .none, depth: Int = .max, jobs: Int
  ) throws(DeskError) -> SyncReport {
    let report =
      references == .none
      ? try bring(plan(choice), jobs: jobs)
      : try bringCited(by: choice, isNormative: references == .normative, depth: depth, jobs: jobs)
    if report.outcome == nil { store.clearStaging() }
    return report
  }

  private func bring(_ plan: SyncPlan, jobs: Int) throws(DeskError) -> SyncReport {
    let outcome = try plan.wanted.isEmpty ? nil : bring(jobs: jobs) { (sync) in _ = sync.bring(plan.wanted) }
    return SyncReport(chosen: plan.chosen.count, problems: plan.problems, outcome: outcome)
  }

  private func bringCited(
    by choice: SyncChoice, isNormative: Bool, depth: Int, jobs: Int
  ) throws(DeskError) -> SyncReport {
    let roots = try numbers(of: choice)
    var (walk, lacking) = try atHand.askingCatalogue { (catalogue) throws(StoreError) in
      var walk = try CitationWalk(
        store, catalogue, isNormative: isNormative, refreshes: refreshes, depth: depth)
      let lacking = try walk.go(from: roots.numbers)
      return (walk, lacking)
    }
    var outcome: SeriesSync.Outcome?
    if !lacking.isEmpty {
      outcome = try bring(jobs: jobs) { (sync) throws(StoreError) in
        while !lacking.isEmpty {
          client?.hear(.bringing(try walk.step(lacking)))
          guard sync.bring(lacking) else { return }
          lacking = try walk.go(from: lacking)
        }
      }
    }
    return SyncReport(chosen: walk.reached, problems: roots.problems, outcome: outcome)
  }

  private func bring(
    jobs: Int, _ body: (SeriesSync) throws(StoreError) -> Void
  ) throws(DeskError) -> SeriesSync.Outcome {
    let client = client
    let outcome = try waiting { (interrupt) throws(StoreError) in
      let sync = try store.sync(jobs: jobs, interrupt: interrupt) { client?.see(.sync($0)) }
      try body(sync)
      return sync.outcome
    }
    if outcome.isInterrupted { client?.gaveUp(outcome.progress) }
    return outcome
  }
}
