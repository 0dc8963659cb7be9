import RFCModel
import StoreTerms
import UserFiles

extension Desk {
  /// By document, then by line.
  public func bookmarks() throws(DeskError) -> [Bookmark] {
    try askingStore { () throws(StoreError) in try bookmarkFile.load() }
  }

  /// Adds one, in the place of another one that was there.
  public func add(_ bookmark: Bookmark) throws(DeskError) {
    try askingStore { () throws(StoreError) in try bookmarkFile.add(bookmark) }
  }

  /// Removes the one at this place, if there is one.
  public func remove(_ bookmark: Bookmark) throws(DeskError) {
    try askingStore { () throws(StoreError) in try bookmarkFile.remove(bookmark) }
  }

  private var bookmarkFile: BookmarkFile { BookmarkFile(folders: store.folders) }
}
