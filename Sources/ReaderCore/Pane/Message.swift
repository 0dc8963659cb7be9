import RFCModel

/// A line for the status row, until the next key.
struct Message: Hashable, Sendable {
  let text: String
  let isWarning: Bool
  /// Enter takes it away and does nothing else: less waits for it there, and hands have learnt it.
  var awaitsEnter = false

  init(_ text: String) {
    self.text = text
    isWarning = false
  }

  init(warning text: String) {
    self.text = text
    isWarning = true
  }
}

/// A download under way.
struct DownloadProgress: Hashable, Sendable {
  let id: DocumentID
  let received: Int
  let expected: Int?
}
