import CLibrary
import RFCFormats
import RFCModel
import TextSearch
import Unix

/// What reading costs, beside `less` in the same run:
///
///     swift build -c release && .build/release/Benchmarks [FOLDER]
///
/// FOLDER holds the texts (`rfc9110.txt` ...), `../shared/corpus/rfc` by default. `search` behind it measures the full
/// text alone, `hour` an hour of reading, `lines` texts of one line. Absolute times move with the machine; the
/// ratios are what counts.
@main struct Benchmarks {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "../shared/corpus/rfc"
    let here = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let program = (here + ["rfcview"]).joined(separator: "/")
    let cache = try Cache(over: folder)
    defer { withExtendedLifetime(cache) {} }
    switch CommandLine.arguments.dropFirst(2).first {
    case "search": return try FullTextBenchmark.run(program: program, folder: folder)
    case "lines": return LongLines.run(of: CommandLine.arguments.dropFirst(3).first)
    case "hour": return try LongReading.run(program: program, folder: folder)
    default: break
    }
    let reader = Reader(program: program, environment: cache.environment, folder: folder)

    print("rfcview out of its cache and less, 31 runs in turn, 80x24; ratio: median of the pairs")
    try reader.compare("first paint, RFC 9110", "rfc9110", until: "HTTP Semantics", keys: [])
    try reader.compare("first Space, RFC 9110", "rfc9110", until: "HTTP Semantics", keys: [(" ", "feedback")])
    try reader.compare(
      "next Space, RFC 9110", "rfc9110", until: "HTTP Semantics",
      keys: [(" ", "feedback"), (" ", "controlling")])
    try reader.compare(
      "to the end, RFC 8881", "rfc8881", until: "Request for Comments", keys: [("G", "chuck.lever")])
    for name in ["rfc9110", "rfc5661"] { try reader.memory(name) }

    CatalogueBenchmark.run(program: program, folder: folder, cache: cache)
    try SyncBenchmark.run(program: program, folder: folder)
    try FullTextBenchmark.run(program: program, folder: folder)

    print("\nWhat is understood of a text, ms, median of 15")
    for name in ["rfc9110", "rfc5661", "rfc8881"] {
      Formats.time(name, bytes(of: folder + "/" + name + ".txt"))
    }
    Formats.timeRepeated("rfc8881", bytes(of: folder + "/rfc8881.txt"))
    Formats.timeAll(folder)
  }

  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  /// The names of the texts in a folder, in no order.
  static func texts(in folder: String) -> [String] {
    ((try? FileSystem.names(in: folder)) ?? []).filter { $0.hasSuffix(".txt") }
  }

  static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// Ours beside another program's, in milliseconds; a program that is not installed has no times.
  static func comparison(_ ours: [Double], with name: String, _ theirs: [Double]) -> String {
    let (time, other) = (median(ours), median(theirs))
    guard other > 0 else { return "\(rounded(time)) ms; \(name): not installed, no ratio" }
    return "\(rounded(time)) ms; \(name): \(rounded(other)) ms, ratio \(rounded(time / other))"
  }

  static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Milliseconds.
  static func timed(_ body: () -> Void) -> Double {
    let start = Clock.monotonic
    body()
    return Double(Clock.monotonic - start) / 1e6
  }
}
