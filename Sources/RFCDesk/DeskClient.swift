import RFCShelf
import RFCTransfer
import StoreTerms

/// Whoever waits at the desk: is shown how far a thing is, is told what there is to say on the way, and may lose
/// patience.
public protocol DeskClient: AnyObject {
  /// A server is waited for from now on.
  ///
  /// - Returns: a descriptor that becomes readable when the user no longer wants to wait; it is not read. Nil where he
  ///   waits to the end.
  func beginWaiting() -> Int32?
  /// Nothing is waited for any more.
  func endWaiting()
  /// The client has lost patience, and what was waited for has been given up: a sync, after so much, or a download.
  func gaveUp(_ sync: SyncProgress?)
  /// How far it is; nil once nothing is to be seen any more.
  func see(_ progress: DeskProgress?)
  func hear(_ notice: DeskNotice)
}

/// How far something is that takes its time.
public enum DeskProgress: Hashable, Sendable {
  case download(Resource, DownloadProgress)
  case sync(SyncProgress)
  case indexing(FullTextBuilder.Progress)
}

/// What there is to say although all goes on. The words are in ``message``.
public enum DeskNotice: Hashable, Sendable {
  case store(StoreError)
  /// The library was damaged and made anew with a catalogue: the full text is gone.
  case fullTextLost
  /// The same with a full text: the catalogue is gone.
  case catalogueLost
  case desk(DeskError)
  /// A sync begins a step.
  case bringing(SyncStep)
}
