import RFCModel
import StoreTerms

/// Which RFCs a sync is to bring.
public struct SyncPlan: Hashable, Sendable {
  /// All that were chosen and have a text, ascending.
  public let chosen: [RFCNumber]
  /// Those of them to be asked for.
  public let wanted: [RFCNumber]
  /// Why others that were named cannot be had.
  public let problems: [StoreError]
}

extension Desk {
  /// What a choice stands for and the cache lacks, by the catalogue as it is here.
  public func plan(_ choice: SyncChoice) throws(DeskError) -> SyncPlan {
    let (numbers, problems) = try numbers(of: choice)
    let chosen = store.withText(numbers)
    let wanted =
      refreshes ? chosen : try askingStore { () throws(StoreError) in try store.lacking(numbers) }
    return SyncPlan(chosen: chosen, wanted: wanted, problems: problems)
  }

  /// The RFCs that a choice stands for, ascending, and why others that it names cannot be had.
  func numbers(of choice: SyncChoice) throws(DeskError) -> (numbers: [RFCNumber], problems: [StoreError]) {
    let surroundings = try surroundings(for: choice.filter)
    return try atHand.askingCatalogue { (catalogue) throws(StoreError) in
      let listed = try catalogue.numbers()
      var numbers = choice.isEverything ? listed : []
      var problems: [StoreError] = []
      for range in choice.ranges {
        let found = listed.filter { range.contains($0.value) }
        numbers += found
        // A range takes what there is; a single number was meant.
        guard found.isEmpty, range.count == 1, let number = RFCNumber(range.lowerBound) else { continue }
        problems.append(try catalogue.problem(with: number))
      }
      for case .subSeries(let series, let number) in choice.subSeries {
        let members = try catalogue.subSeries(series, number)?.members ?? []
        if members.isEmpty { problems.append(.noSuchSubSeries(series, number)) }
        numbers += members
      }
      if !choice.filter.isEmpty {
        let matching = Set(try catalogue.rows(matching: choice.filter, in: surroundings).map(\.id))
        numbers.removeAll { !matching.contains(.rfc($0)) }
      }
      return (Set(numbers).sorted(), problems)
    }
  }
}
