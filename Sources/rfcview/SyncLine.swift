import RFCShelf

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a sync shows how far it is: one line on a terminal, drawn again and again; elsewhere a line every ten seconds.
final class SyncLine {
  private var line: ProgressLine
  private let isTerminal: Bool
  private let start = seconds()
  private var shown: Double
  private var last: SyncProgress?

  init() {
    isTerminal = Output.error.isTerminal
    line = ProgressLine(isShown: isTerminal)
    shown = start
  }

  func show(_ progress: SyncProgress) {
    guard progress != last, progress.wanted > 0 else { return }
    let now = seconds()
    guard now >= shown + (isTerminal ? 0.1 : 10) else { return }
    shown = now
    last = progress
    let text = Self.text(progress, elapsed: now - start)
    if isTerminal {
      line.draw(Self.bar(progress) + " " + text)
    } else {
      Output.error.write("rfcview: " + text + "\n")
    }
  }

  func clear() { line.clear() }

  /// Seconds since it began.
  var elapsed: Double { seconds() - start }

  private static func bar(_ progress: SyncProgress) -> String {
    let filled = (progress.arrived + progress.failed) * 16 / max(1, progress.wanted)
    return ProgressLine.bar(filled: filled, of: 16)
  }

  /// `812 of 1216  53.4 MB  12.1 MB/s  3 s left`.
  static func text(_ progress: SyncProgress, elapsed: Double) -> String {
    let done = progress.arrived + progress.failed
    var text = "\(done) of \(progress.wanted)  \(megabytes(Double(progress.bytes)))"
    switch progress.phase {
    case .connecting: return text + "  connecting"
    case .waiting(let seconds): return text + "  busy: asking again in \(seconds) s"
    case .receiving: break
    }
    guard elapsed > 0, progress.arrived > 0 else { return text }
    text += "  \(megabytes(Double(progress.bytes) / elapsed))/s"
    let left = elapsed / Double(done) * Double(progress.wanted - done)
    return text + "  \(duration(left)) left"
  }

  static func megabytes(_ bytes: Double) -> String {
    let tenths = Int(bytes / 100_000)
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  /// `40 s`, `12 min`, `2 h 5 min`.
  static func duration(_ seconds: Double) -> String {
    let seconds = Int(min(seconds, 1e7).rounded(.up))
    if seconds < 100 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}

/// Of a clock that is never set back.
private func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
