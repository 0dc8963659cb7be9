/// The program on a terminal of its own, beside less.
struct Reader {
  let program: String
  let environment: [String]
  let folder: String

  private func ours(_ name: String) throws -> TimedProgram {
    try TimedProgram([program, String(name.dropFirst(3))], adding: environment)
  }

  /// Times rfcview and less in turn, from the start to a text or from the last key to its text.
  func compare(_ label: String, _ name: String, until first: String, keys: [(key: String, text: String)])
    throws
  {
    var times: (ours: [Double], less: [Double]) = ([], [])
    for _ in 0..<31 {
      for isOurs in [true, false] {
        var terminal = try isOurs ? ours(name) : TimedProgram(["less", "\(folder)/\(name).txt"])
        var time = try terminal.milliseconds(until: first)
        for (key, text) in keys {
          terminal.press(key)
          time = try terminal.milliseconds(until: text)
        }
        terminal.end()
        if isOurs { times.ours.append(time) } else { times.less.append(time) }
      }
    }
    let ratio = Benchmarks.median(zip(times.ours, times.less).map { $0 / $1 })
    let medians = [times.ours, times.less].map { Benchmarks.rounded(Benchmarks.median($0)) }
    print("\(label): \(medians[0]) ms, less \(medians[1]) ms, ratio \(Benchmarks.rounded(ratio))")
  }

  /// The most memory after reading to the end and searching for a word with thousands of matches.
  func memory(_ name: String) throws {
    var mebibytes: [Double] = []
    for _ in 0..<5 {
      var terminal = try ours(name)
      _ = try terminal.milliseconds(until: "Request for Comments")
      for key in ["G", "g", "/the\r", "n", "G"] { terminal.press(key) }
      terminal.settle()
      mebibytes.append(Double(terminal.end()) / 1024)
    }
    print("peak memory, \(name): \(Benchmarks.rounded(Benchmarks.median(mebibytes))) MiB")
  }
}
