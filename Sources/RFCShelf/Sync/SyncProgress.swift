/// How far a sync is.
public struct SyncProgress: Hashable, Sendable {
  public enum Phase: Hashable, Sendable {
    case connecting
    case receiving
    /// The server was busy; it is asked again in so many seconds.
    case waiting(seconds: Int)
  }

  public var phase = Phase.connecting
  /// How many documents were asked for, in all.
  public var wanted = 0
  /// How many of them are in the cache now.
  public var arrived = 0
  /// How many cannot be had.
  public var failed = 0
  /// Of those that have arrived, unpacked.
  public var bytes = 0

  public init() {}
}
