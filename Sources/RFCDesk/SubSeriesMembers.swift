import RFCModel
import StoreTerms

extension Desk {
  /// The RFCs that `BCP 14` stands for; never none.
  public func members(of series: SubSeries, _ number: Int) throws(DeskError) -> [RFCNumber] {
    try askingCatalogue { (catalogue) throws(StoreError) in
      let members = try catalogue.subSeries(series, number)?.members ?? []
      if members.isEmpty { throw .noSuchSubSeries(series, number) }
      return members
    }
  }

  /// A sub-series of one member is that RFC; everything else is what it is.
  public func resolve(_ text: Text) throws(DeskError) -> Text {
    guard case .subSeries(let series, let number, let anchor) = text else { return text }
    let members = try members(of: series, number)
    guard members.count == 1, let only = members.first else { return text }
    return .stored(Locator(.rfc(only), at: anchor))
  }

  /// The problem of one that stands for several where one document is meant.
  func several(_ series: SubSeries, _ number: Int) throws(DeskError) -> DeskError {
    .several(series, number, try members(of: series, number))
  }
}
