import RFCFormats
import RFCModel
import TextSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What reading costs, beside `less` in the same run:
///
///     swift build -c release && .build/release/Benchmarks [FOLDER]
///
/// FOLDER holds the texts (`rfc9110.txt` ...), `../shared/corpus/rfc` by default. Absolute times move with the
/// machine; the ratios are what counts.
@main struct Benchmarks {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "../shared/corpus/rfc"
    let here = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let reader = [(here + ["rfcview"]).joined(separator: "/"), "--file"]
    print("median of 31 runs in turn; ratio: median of the pairs")
    try compare("first paint, RFC 9110", folder + "/rfc9110.txt", reader, until: "HTTP Semantics", keys: [])
    try compare(
      "Space, RFC 9110", folder + "/rfc9110.txt", reader, until: "HTTP Semantics",
      keys: [(" ", "Table of Contents")])
    try compare(
      "to the end, RFC 8881", folder + "/rfc8881.txt", reader, until: "Request for Comments",
      keys: [("G", "David")])
    try memory("peak memory, RFC 9110", folder + "/rfc9110.txt", reader)
    try memory("peak memory, RFC 5661", folder + "/rfc5661.txt", reader)
    for name in ["rfc9110", "rfc5661", "rfc8881"] { formats(name, folder) }
  }

  /// Times rfcview and less in turn, from the start to a text or from a key to a text.
  private static func compare(
    _ label: String, _ file: String, _ reader: [String], until first: String,
    keys: [(key: String, text: String)]
  ) throws {
    var times: (ours: [Double], less: [Double]) = ([], [])
    for _ in 0..<31 {
      for (index, command) in [reader + [file], ["less", file]].enumerated() {
        var terminal = try PseudoTerminal(command)
        var time = try terminal.milliseconds(until: first)
        for (key, text) in keys {
          terminal.press(key)
          time = try terminal.milliseconds(until: text)
        }
        terminal.end()
        if index == 0 { times.ours.append(time) } else { times.less.append(time) }
      }
    }
    let ratios = zip(times.ours, times.less).map { $0 / $1 }
    print(
      "\(label): \(rounded(median(times.ours))) ms, less \(rounded(median(times.less))) ms, ratio \(rounded(median(ratios)))"
    )
  }

  private static func memory(_ label: String, _ file: String, _ reader: [String]) throws {
    var kilobytes: [Double] = []
    for _ in 0..<5 {
      var terminal = try PseudoTerminal(reader + [file])
      _ = try terminal.milliseconds(until: "Request for Comments")
      // To the end and through a search: all that grows has grown.
      for key in ["G", "g", "/the\r", "n"] { terminal.press(key) }
      terminal.press("G")
      kilobytes.append(Double(terminal.end()))
    }
    print("\(label): \(rounded(median(kilobytes) / 1024)) MiB")
  }

  private static func formats(_ name: String, _ folder: String) {
    guard let bytes = read(folder + "/" + name + ".txt") else { return }
    var phases: [String: [Double]] = [:]
    func timed<T>(_ phase: String, _ body: () -> T) -> T {
      var start = timespec()
      var end = timespec()
      clock_gettime(CLOCK_MONOTONIC, &start)
      let result = body()
      clock_gettime(CLOCK_MONOTONIC, &end)
      let time = Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
      phases[phase, default: []].append(time)
      return result
    }
    for _ in 0..<15 {
      let document = timed("decode") { TextDecoder.document(from: bytes) }
      let pages = timed("pages") { Pagination(of: document) }
      _ = timed("front") { FrontMatter(of: document) }
      _ = timed("sections") { Outline(of: document, pagination: pages) }
      timed("search") {
        guard let query = try? Query(pattern: "must not") else { return }
        var scan = Scan(query, in: document.bytes)
        while scan.advance(slices: .max) {}
      }
    }
    let parts = ["decode", "pages", "front", "sections", "search"].map {
      "\($0) \(rounded(median(phases[$0] ?? [])))"
    }
    print("\(name), \(bytes.count / 1000) kB, ms: \(parts.joined(separator: ", "))")
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
