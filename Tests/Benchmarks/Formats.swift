import CLibrary
import RFCFormats
import RFCModel
import TextSearch

/// What it costs to understand a text.
enum Formats {
  /// Each part by itself, and all of it.
  static func time(_ name: String, _ bytes: [UInt8]) {
    var parts: [(name: String, times: [Double])] = []
    for round in 0..<15 {
      var times: [(String, Double)] = []
      understand(bytes) { times.append(($0, $1)) }
      if round == 0 { parts = times.map { ($0.0, []) } }
      for (index, time) in times.enumerated() { parts[index].times.append(time.1) }
    }
    let medians = parts.map { ($0.name, Benchmarks.median($0.times)) }
    let words = medians.map { "\($0) \(Benchmarks.rounded($1))" }.joined(separator: ", ")
    let total = Benchmarks.rounded(medians.reduce(0) { $0 + $1.1 })
    print("\(name), \(bytes.count / 1000) kB: \(words); all \(total)")
  }

  /// One text repeated: the cost is to grow as the length does.
  static func timeRepeated(_ name: String, _ bytes: [UInt8]) {
    let times = [1, 2, 4, 8].map { count in
      let text = Array(repeatElement(bytes, count: count).joined())
      return
        "\(count) times \(Benchmarks.rounded(Benchmarks.median((0..<3).map { _ in Benchmarks.timed { understand(text) } })))"
    }
    print("\(name) repeated: \(times.joined(separator: ", "))")
  }

  /// Every text of a folder, one after the other on one core, and the most memory that took.
  static func timeAll(_ folder: String) {
    var texts = 0
    var size = 0
    var time = 0.0
    for name in Benchmarks.texts(in: folder) {
      let bytes = Benchmarks.bytes(of: folder + "/" + name)
      texts += 1
      size += bytes.count
      time += Benchmarks.timed { understand(bytes) }
    }
    print("all \(texts) texts, \(size / 1_000_000) MB: \(Benchmarks.rounded(time / 1000)) s")
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF
    print("most memory of this benchmark, the repeated text included: \(usage.ru_maxrss / 1024) MiB")
  }

  private static func understand(_ bytes: [UInt8], report: (String, Double) -> Void = { _, _ in }) {
    var text: ParsedText?
    report("decode", Benchmarks.timed { text = ParsedText(TextDecoder.document(from: bytes)) })
    guard let text else { return }
    report("pages", Benchmarks.timed { _ = text.pagination })
    report("front", Benchmarks.timed { _ = text.frontMatter })
    report("sections", Benchmarks.timed { _ = text.outline })
    report("blocks", Benchmarks.timed { _ = text.blocks })
    report("bibliography", Benchmarks.timed { _ = text.bibliography })
    report("citations", Benchmarks.timed { _ = text.citations })
    report("requirements", Benchmarks.timed { _ = text.requirements })
  }
}
