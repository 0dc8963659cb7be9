import CLibrary

/// Hands values from one thread to another one, in order. Who puts waits while it is full, who takes while it is empty.
final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let bytes: Int
  private let count: Int
  // The mutex guards these.
  private var waiting: [(element: Element, size: Int)] = []
  private var size = 0
  private var isClosed = false

  /// - Parameters:
  ///   - bytes: that may wait in it; a larger element waits alone.
  ///   - count: of elements that may wait in it.
  init(bytes: Int, count: Int) {
    self.bytes = bytes
    self.count = count
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// - Returns: false once it is closed: nobody wants any more.
  func put(_ element: Element, size: Int) -> Bool {
    locked {
      while !isClosed, !waiting.isEmpty, self.size + size > bytes || waiting.count >= count {
        pthread_cond_wait(changed, mutex)
      }
      if isClosed { return false }
      waiting.append((element, size))
      self.size += size
      pthread_cond_broadcast(changed)
      return true
    }
  }

  /// Nil once it is closed and what was put before is taken.
  func take() -> Element? {
    locked {
      while !isClosed, waiting.isEmpty { pthread_cond_wait(changed, mutex) }
      guard !waiting.isEmpty else { return nil }
      let first = waiting.removeFirst()
      size -= first.size
      pthread_cond_broadcast(changed)
      return first.element
    }
  }

  /// By whoever puts when nothing more comes, by whoever takes when nothing more is wanted.
  func close() {
    locked {
      isClosed = true
      pthread_cond_broadcast(changed)
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
