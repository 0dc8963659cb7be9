import CLibrary
import RFCFormats
import RFCModel
import RFCShelf
import StoreTerms

/// What the full text costs: to make, to keep, to ask.
enum FullTextBenchmark {
  static func run(program: String, folder: String) throws {
    let cache = try Cache(over: folder)
    defer { withExtendedLifetime(cache) {} }
    let variables = cache.variables
    let folders = try StoreFolders(environment: variables)
    let store = RFCStore(folders: folders, settings: StoreSettings(), environment: variables)
    let library = folders.cache + "/library.sqlite"
    let names = Benchmarks.texts(in: folder).sorted { ($0.count, $0) < ($1.count, $1) }
    let bare = BareInserts(of: names.map { Benchmarks.bytes(of: folder + "/" + $0) }, batch: 24 << 20)

    print("\nThe full text of \(names.count) texts, median of 5")
    var times: (index: [Cost], asWeDo: [Cost], asItComes: [Cost]) = ([], [], [])
    for _ in 0..<5 {
      remove(library)
      times.index.append(Cost { _ = try? store.fullTextBuilder().run() })
      let path = folders.cache + "/bare.sqlite"
      remove(path)
      times.asWeDo.append(Cost { bare.insert(into: path, options: BareInserts.ours) })
      remove(path)
      times.asItComes.append(Cost { bare.insert(into: path, options: "") })
      remove(path)
    }
    print("rfcview index, which parses on a second thread: \(Cost.medians(times.index))")
    for (name, bare) in [("as it comes", times.asItComes), ("set as ours", times.asWeDo)] {
      print("its rows put into FTS5 bare, parsed before, \(name): \(Cost.medians(bare));")
      print("  ratios to it: \(Cost.ratios(times.index, bare))")
    }
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
}
