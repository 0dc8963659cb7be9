import RFCModel

extension Desk {
  /// The revision of a draft before another one.
  ///
  /// - Throws: ``DeskError/noPreviousRevision(_:)``
  public func previousRevision(of id: DocumentID) throws(DeskError) -> DocumentID {
    guard case .draft(let name) = id, let previous = DraftName(name.series, revision: name.revision - 1)
    else {
      throw .noPreviousRevision(id)
    }
    return .draft(previous)
  }
}
