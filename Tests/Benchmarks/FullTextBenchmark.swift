import RFCFormats
import RFCModel
import RFCStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the full text costs: to make, to keep, to ask. Times of the processor, where others may be at work too.
enum FullTextBenchmark {
  static func run(program: String, folder: String) throws {
    let cache = try Cache(over: folder)
    let variables = cache.variables
    let folders = try StoreFolders(environment: variables)
    let store = RFCStore(folders: folders, configuration: Configuration(), environment: variables)
    let library = folders.cache + "/library.sqlite"
    let names = Benchmarks.texts(in: folder).sorted { ($0.count, $0) < ($1.count, $1) }
    let bare = BareInserts(of: names.map { Benchmarks.bytes(of: folder + "/" + $0) }, batch: 24 << 20)

    print("\nThe full text of \(names.count) texts, median of 5")
    var times: (index: [Double], asWeDo: [Double], asItComes: [Double]) = ([], [], [])
    for _ in 0..<5 {
      remove(library)
      times.index.append(processorTime { _ = try? store.fullTextBuilder().run() })
      let path = folders.cache + "/bare.sqlite"
      remove(path)
      times.asWeDo.append(processorTime { bare.insert(into: path, options: BareInserts.ours) })
      remove(path)
      times.asItComes.append(processorTime { bare.insert(into: path, options: "") })
      remove(path)
    }
    let (index, ours, usual) = (
      Benchmarks.median(times.index), Benchmarks.median(times.asWeDo), Benchmarks.median(times.asItComes)
    )
    print(
      "rfcview index: \(Benchmarks.rounded(index)) ms; the same \(bare.count) rows put into FTS5 bare:"
        + " \(Benchmarks.rounded(usual)) ms as it comes, ratio \(Benchmarks.rounded(index / usual));"
        + " \(Benchmarks.rounded(ours)) ms set as ours, ratio \(Benchmarks.rounded(index / ours))")
    var status = stat()
    stat(library, &status)
    print("library: \(Double(status.st_size) / 1_000_000) MB for \(bare.bytes / 1_000_000) MB of text")

    for words in [
      ["congestion"], ["\"slow start threshold\""], ["the"], ["inter*"], ["in:title", "congestion"],
    ] {
      let processes = (0..<31).compactMap { _ in
        Spawned.milliseconds([program, "search"] + words, environment: cache.environment)
      }
      print(
        "rfcview search \(words.joined(separator: " ")): \(Benchmarks.rounded(Benchmarks.median(processes))) ms"
      )
    }
    try keys(of: "congestion control", store)
    try keys(of: "the inter", store)
  }

  /// What each key costs while somebody types.
  private static func keys(of words: String, _ store: RFCStore) throws {
    guard let fullText = try store.fullText() else { return }
    let times = try words.indices.map { end in
      let query = try FullTextQuery(typed: words[...end], isComplete: false)
      return Benchmarks.median(
        (0..<7).map { _ in Benchmarks.timed { _ = try? fullText.search(query, limit: 200) } })
    }
    let all = times.map { Benchmarks.rounded($0) }.joined(separator: " ")
    print("keys of `\(words)`, ms: \(all); the slowest \(Benchmarks.rounded(times.max() ?? 0))")
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Milliseconds, of this process and of the system for it.
  private static func processorTime(_ body: () -> Void) -> Double {
    func now() -> Double {
      var usage = rusage()
      getrusage(0, &usage)  // RUSAGE_SELF
      return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3
    }
    let start = now()
    body()
    return now() - start
  }
}
