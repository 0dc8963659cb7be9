import CLibrary

/// The clocks.
public enum Clock {
  /// Nanoseconds since some moment; never set back.
  public static var monotonic: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The same in milliseconds.
  public static var milliseconds: Int { Int(monotonic / 1_000_000) }

  /// Seconds since 1970, UTC.
  public static var wall: Int { Int(time(nil)) }
}
