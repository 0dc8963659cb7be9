import CLibrary
import StoreTerms
import Unix

extension Download {
  /// Drives the download to its end, for a caller with nothing else to do.
  ///
  /// - Parameters:
  ///   - interrupt: a descriptor that becomes readable when the user no longer wants it (the pipe of a signal
  ///     handler); it is not read.
  ///   - onProgress: is called when something has changed, and about once a second while a retry is waited for.
  /// - Returns: what was asked for; nil where it is not modified.
  /// - Throws: ``StoreError/cancelled(_:)`` after an interrupt.
  @discardableResult
  public func run(
    interrupt: Int32? = nil, onProgress: (DownloadProgress) -> Void = { _ in }
  ) throws(StoreError) -> [UInt8]? {
    var last: DownloadProgress?
    while true {
      let progress = try advance()
      switch progress {
      case .finished(let bytes): return bytes
      case .notModified: return nil
      case .connecting, .receiving, .waitingToRetry: break
      }
      if progress != last {
        onProgress(progress)
        last = progress
      }
      var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if let interrupt { polled.append(pollfd(fd: interrupt, events: Int16(POLLIN), revents: 0)) }
      // A full megabyte was taken in: there may be more, which poll tells at once.
      let ready = poll(&polled, nfds_t(polled.count), waitingTime)
      if ready > 0, interrupt != nil, let last = polled.last, last.revents != 0 {
        cancel()
      }
    }
  }

  /// Milliseconds for `poll` until the deadline, rounded up, and at most a second.
  private var waitingTime: Int32 {
    guard let deadline else { return 0 }
    let now = Clock.monotonic
    guard deadline > now else { return 0 }
    return Int32(min(1000, (deadline - now + 999_999) / 1_000_000))
  }
}
