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

  private func file(of subject: Bookmark.Subject) -> ChecklistFile {
    ChecklistFile(of: subject, folders: store.folders)
  }
}
