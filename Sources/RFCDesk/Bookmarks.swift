import CLibrary
import RFCModel
import StoreTerms
import Unix
import UserFiles

extension Desk {
  /// By document, then by line.
  public func bookmarks() throws(DeskError) -> [Bookmark] {
    try askingStore { () throws(StoreError) in try bookmarkFile.load() }
  }

  /// Adds one, of today, in the place of another one that was there, whose day it keeps.
  public func add(_ bookmark: Bookmark) throws(DeskError) {
    try askingStore { () throws(StoreError) in try bookmarkFile.add(bookmark, on: .today) }
  }

  /// Removes the one at this place, if there is one.
  public func remove(_ bookmark: Bookmark) throws(DeskError) {
    try askingStore { () throws(StoreError) in try bookmarkFile.remove(bookmark) }
  }

  private var bookmarkFile: BookmarkFile { BookmarkFile(folders: store.folders) }
}

extension CalendarDate {
  /// By the clock and in the time zone of this machine.
  fileprivate static var today: CalendarDate? {
    var now = time_t(Clock.wall)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
