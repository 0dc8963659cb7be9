import CellGrid
import RFCModel
import RFCShelf
import ReaderCore
import StoreTerms

/// What the catalogue costs: to take in, to ask, to have while an RFC is opened.
enum CatalogueBenchmark {
  static func run(program: String, folder: String, cache: Cache) {
    let index = folder + "/../rfc-index.xml"
    let bytes = Benchmarks.bytes(of: index)
    let variables = cache.variables
    guard !bytes.isEmpty, let folders = try? StoreFolders(environment: variables) else { return }
    let store = RFCStore(folders: folders, settings: StoreSettings(), environment: variables)

    let taking = (0..<5).map { _ in
      Benchmarks.timed { _ = try? store.takeFeed(bytes, entityTag: nil) }
    }
    print("\nThe catalogue, median of 5 and of 31")
    print(
      "take in \(bytes.count / 1_000_000) MB of index: \(Benchmarks.rounded(Benchmarks.median(taking))) ms")

    var times: (ours: [Double], rg: [Double]) = ([], [])
    for _ in 0..<31 {
      if let time = Spawned.milliseconds(
        [program, "find", "ipv6", "address"], environment: cache.environment)
      {
        times.ours.append(time)
      }
      if let time = Spawned.milliseconds(["rg", "-i", "<title>.*ipv6.*address", index]) {
        times.rg.append(time)
      }
    }
    print(
      "rfcview find ipv6 address: "
        + Benchmarks.comparison(times.ours, with: "rg over the index", times.rg))

    let looking = (0..<31).map { _ in
      Benchmarks.timed {
        guard let catalogue = try? store.catalogue(), let number = RFCNumber(9110) else { return }
        _ = try? catalogue.row(of: number)
      }
    }
    print("open it and look up an RFC: \(Benchmarks.rounded(Benchmarks.median(looking))) ms")
    let reading = (0..<31).map { _ in Benchmarks.timed { _ = try? store.catalogue()?.rows() } }
    print("every row of it, for the library screen: \(Benchmarks.rounded(Benchmarks.median(reading))) ms")
    if let rows = try? store.catalogue()?.rows() { libraryKeys(rows) }
    do {
      try firstPaint(program: program, folder: folder, with: cache)
    } catch {
      print("first paint: \(error)")
    }
  }

  /// What a letter of a filter costs on the screen: the state's change and the frame.
  private static func libraryKeys(_ known: [CatalogueRow]) {
    // More RFCs than there will be for years.
    let more = known.prefix(max(0, 12_000 - known.count)).enumerated().compactMap { offset, row in
      RFCNumber(20_000 + offset).map { CatalogueRow(id: .rfc($0), title: row.title, authors: row.authors) }
    }
    let contents = LibraryContents(rows: known + more, surroundings: .init(), note: "")
    var workspace = Workspace(size: Size(columns: 140, rows: 45))
    _ = update(&workspace, .showLibrary(contents, filter: "", asks: false))
    _ = update(&workspace, .key(.character("/")))
    var times: [Double] = []
    for _ in 0..<15 {
      for letter in "transport layer".unicodeScalars {
        times.append(
          Benchmarks.timed {
            _ = update(&workspace, .key(.character(letter)))
            _ = render(workspace)
          })
      }
      _ = update(&workspace, .key(.control("u")))
    }
    print(
      "a letter of a filter over \(contents.rows.count) RFCs, update and frame: median"
        + " \(Benchmarks.rounded(Benchmarks.median(times))) ms, at most \(Benchmarks.rounded(times.max() ?? 0)) ms"
    )
  }

  /// The first screen of an RFC with the catalogue and without, in turn.
  private static func firstPaint(program: String, folder: String, with cache: Cache) throws {
    let without = try Cache(over: folder)
    defer { withExtendedLifetime(without) {} }
    var times: [[Double]] = [[], []]
    for _ in 0..<31 {
      for (index, environment) in [cache.environment, without.environment].enumerated() {
        var terminal = try TimedProgram([program, "9110"], adding: environment)
        times[index].append(try terminal.milliseconds(until: "HTTP Semantics"))
        terminal.end()
      }
    }
    let difference = Benchmarks.median(zip(times[0], times[1]).map { $0 - $1 })
    print(
      "first paint, RFC 9110: \(Benchmarks.rounded(Benchmarks.median(times[0]))) ms with the catalogue,"
        + " \(Benchmarks.rounded(Benchmarks.median(times[1]))) ms without; median of the differences"
        + " \(Benchmarks.rounded(difference)) ms")
  }
}
