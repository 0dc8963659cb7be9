import RFCFormats
import RFCModel
import StoreTerms
import UserFiles

extension Desk {
  /// What is noted of a document's requirements.
  public func checklist(of subject: Bookmark.Subject) throws(DeskError) -> [ChecklistEntry] {
    try askingStore { () throws(StoreError) in try file(of: subject).load() }
  }

  /// Changes some of it, all of what is asked or nothing.
  ///
  /// - Returns: all that is kept then.
  @discardableResult
  public func note(_ changes: [ChecklistChange], of subject: Bookmark.Subject) throws(DeskError)
    -> [ChecklistEntry]
  {
    try askingStore { () throws(StoreError) in try file(of: subject).apply(changes) }
  }

  /// An RFC and those that it refers to, ascending behind it; a sub-series stands for its members. The text is
  /// downloaded where it must be.
  ///
  /// - Parameter isNormative: whether only normative references count. A document that does not tell the two kinds apart
  ///   may need any of its references, so all of them count then.
  public func withReferences(of number: RFCNumber, isNormative: Bool) throws(DeskError) -> [RFCNumber] {
    let bytes = try bytes(of: .stored(Locator(.rfc(number))))
    let bibliography = ParsedText(TextDecoder.document(from: bytes), of: .rfc(number)).bibliography
    var numbers: Set<RFCNumber> = []
    var subSeries: [(SubSeries, Int)] = []
    for reference in bibliography.references where !isNormative || reference.kind != .informative {
      switch reference.target {
      case .rfc(let number): numbers.insert(number)
      case .subSeries(let series, let number): subSeries.append((series, number))
      case .draft, .url, nil: continue
      }
    }
    if !subSeries.isEmpty {
      let named = subSeries
      numbers.formUnion(
        try askingCatalogue { (catalogue) throws(StoreError) in
          var members: [RFCNumber] = []
          for (series, number) in named { members += try catalogue.subSeries(series, number)?.members ?? [] }
          return members
        })
    }
    numbers.remove(number)
    return [number] + numbers.sorted()
  }

  private func file(of subject: Bookmark.Subject) -> ChecklistFile {
    ChecklistFile(of: subject, folders: store.folders)
  }
}
