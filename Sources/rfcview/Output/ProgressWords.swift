import RFCDesk
import RFCShelf
import RFCTransfer

// What a progress line says of each thing that takes its time.

extension DeskProgress {
  /// Whether it may take minutes, so that a log is to tell of it.
  var isLong: Bool {
    switch self {
    case .download: false
    case .sync, .indexing: true
    }
  }

  /// Milliseconds between two pictures on a terminal. Of a download each change is shown: the next one may be long in
  /// coming.
  var pause: Int {
    switch self {
    case .download, .indexing: 0
    case .sync: 100
    }
  }

  /// Nil where there is nothing to say of it.
  ///
  /// - Parameter seconds: since it began.
  func words(after seconds: Double, hasBar: Bool) -> String? {
    switch self {
    case .download(let resource, let progress):
      progress.words(hasBar: hasBar).map { "\(resource)   \($0)" }
    case .sync(let progress): progress.words(after: seconds, hasBar: hasBar)
    case .indexing(let progress):
      progress.total == 0
        ? nil
        : "indexing \(progress.done * 100 / progress.total) %: \(progress.done) of \(progress.total) documents"
    }
  }
}

extension DownloadProgress {
  /// `26 kB of 40 kB`.
  fileprivate func words(hasBar: Bool) -> String? {
    switch self {
    case .connecting: "connecting"
    case .receiving(let bytes, nil): kilobytes(bytes)
    case .receiving(let bytes, let expected?):
      "\(kilobytes(bytes)) of \(kilobytes(expected))" + (hasBar ? "   " + bar(bytes, of: expected, 24) : "")
    case .waitingToRetry(let seconds): "the server is busy: asking again in \(seconds) s"
    case .finished, .notModified: nil
    }
  }
}

extension SyncProgress {
  /// `812 of 1216  53.4 MB  12.1 MB/s  3 s left`.
  fileprivate func words(after seconds: Double, hasBar: Bool) -> String? {
    guard wanted > 0 else { return nil }
    let done = arrived + failed
    var text = hasBar ? bar(done, of: wanted, 16) + " " : ""
    text += "\(done) of \(wanted)  \(megabytes(Double(bytes)))"
    switch phase {
    case .connecting: return text + "  connecting"
    case .waiting(let seconds): return text + "  busy: asking again in \(seconds) s"
    case .receiving: break
    }
    guard seconds > 0, arrived > 0 else { return text }
    text += "  \(megabytes(Double(bytes) / seconds))/s"
    return text + "  \(duration(seconds / Double(done) * Double(wanted - done))) left"
  }
}

func counted(_ count: Int) -> String { count == 1 ? "1 RFC" : "\(count) RFCs" }

func megabytes(_ bytes: Double) -> String {
  let tenths = Int(bytes / 100_000)
  return "\(tenths / 10).\(tenths % 10) MB"
}

/// `40 s`, `12 min`, `2 h 5 min`.
func duration(_ seconds: Double) -> String {
  let seconds = Int(min(seconds, 1e7).rounded(.up))
  if seconds < 100 { return "\(seconds) s" }
  let minutes = (seconds + 30) / 60
  return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
}

private func kilobytes(_ bytes: Int) -> String { "\((bytes + 500) / 1000) kB" }

private func bar(_ done: Int, of whole: Int, _ width: Int) -> String {
  let filled = whole > 0 ? max(0, min(width, done * width / whole)) : 0
  return String(repeating: "\u{2588}", count: filled) + String(repeating: "\u{2591}", count: width - filled)
}
