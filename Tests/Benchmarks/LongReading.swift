/// An hour of reading in one run: documents opened one after the other, searched, links followed and come back from,
/// lists and the contents opened. What is left of them in memory is what counts.
enum LongReading {
  /// In each document, between opening it and the next.
  private static let keys = [
    " ", " ", "/the\r", "n", "n", ")", "\t", "\r", "B", "t", "t", "K", "\u{1B}", "W", "d", "W", "L", "q", "G",
    "ma",
  ]
  /// Looked at in between, always the same, so that what it takes itself does not count.
  private static let measured = (name: "9110", word: "HTTP Semantics")

  static func run(program: String, folder: String, documents: Int = 500, every step: Int = 50) throws {
    let cache = try Cache(over: folder)
    defer { withExtendedLifetime(cache) {} }
    let numbers = shuffled(Cache.numbers(in: folder)).prefix(documents)
    guard numbers.count == documents else { return }
    var terminal = try TimedProgram(
      [program, measured.name], adding: cache.environment + ["RFCVIEW_OFFLINE=1", "BROWSER=true"])
    _ = try terminal.milliseconds(until: measured.word)
    print(
      "\nAn hour of reading: \(documents) documents in one run, \(keys.count) keys in each; resident, MiB")
    var sizes: [Double] = []
    for (index, number) in numbers.enumerated() {
      for key in [":rfc\(number)\r"] + keys { terminal.press(key) }
      guard (index + 1).isMultiple(of: step) else { continue }
      terminal.press(":\(measured.name)\r")
      _ = try terminal.milliseconds(until: measured.word)
      terminal.settle()
      sizes.append(terminal.resident)
      print("after \(index + 1): \(Benchmarks.rounded(terminal.resident))")
    }
    terminal.end()
    if let first = sizes.first, let last = sizes.last {
      print("the last to the first: \(Benchmarks.rounded(last / first))")
    }
  }

  /// The same order in every run.
  private static func shuffled(_ numbers: [Int]) -> [Int] {
    var seed: UInt64 = 1
    return numbers.map { number in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33, number)
    }.sorted { $0 < $1 }.map(\.1)
  }
}
