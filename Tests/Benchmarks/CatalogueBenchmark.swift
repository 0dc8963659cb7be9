import RFCModel
import RFCStorage

/// What the catalogue costs: to take in, to ask, to have while an RFC is opened.
enum CatalogueBenchmark {
  static func run(program: String, folder: String, cache: Cache) {
    let index = folder + "/../rfc-index.xml"
    let bytes = Benchmarks.bytes(of: index)
    let variables = cache.variables
    guard !bytes.isEmpty, let folders = try? StoreFolders(environment: variables) else { return }
    let store = RFCStore(folders: folders, configuration: Configuration(), environment: variables)

    let taking = (0..<5).map { _ in
      Benchmarks.timed { _ = try? store.takeIndex(bytes, entityTag: nil) }
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
    let (ours, rg) = (Benchmarks.median(times.ours), Benchmarks.median(times.rg))
    print(
      "rfcview find ipv6 address: \(Benchmarks.rounded(ours)) ms; rg over the index: \(Benchmarks.rounded(rg)) ms,"
        + " ratio \(Benchmarks.rounded(ours / rg))")

    let looking = (0..<31).map { _ in
      Benchmarks.timed {
        guard let catalogue = store.catalogue(), let number = RFCNumber(9110) else { return }
        _ = try? catalogue.row(of: number)
      }
    }
    print("open it and look up an RFC: \(Benchmarks.rounded(Benchmarks.median(looking))) ms")
  }
}
