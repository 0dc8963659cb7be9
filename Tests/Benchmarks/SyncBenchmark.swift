import CLibrary
import TestSupport

/// What it costs to bring the series from a mirror on the loopback interface, beside curl with the same list.
enum SyncBenchmark {
  static func run(program: String, folder: String) throws {
    guard let mirror = Mirror(folder + "/../../tools/mirror") else { return }
    let names = Cache.numbers(in: folder).map { "rfc\($0).txt" }
    var times: (ours: [Double], curl: [Double], nothing: [Double]) = ([], [], [])
    for _ in 0..<3 {
      let home = try TemporaryFolder()
      defer { withExtendedLifetime(home) {} }
      let environment = ["CACHE", "STATE", "CONFIG"].map { "XDG_\($0)_HOME=\(home.path)" }
      let command = [program, "sync", "--mirror", mirror.url]
      _ = Spawned.milliseconds([program, "update", "--mirror", mirror.url], environment: environment)
      let urls = names.map { "url = \"\(mirror.url)/rfc/\($0)\"\noutput = \"\($0)\"\n" }.joined()
      let list = try home.write(urls.utf8, to: "list")
      let curl = [
        "curl", "-q", "--silent", "--fail", "--compressed", "--user-agent", "rfcview/benchmark",
        "--parallel", "--parallel-max", "6", "--create-dirs", "--output-dir", home.path + "/curl", "--config",
        list,
      ]
      if let time = Spawned.milliseconds(curl) { times.curl.append(time) }
      if let time = Spawned.milliseconds(command, environment: environment) { times.ours.append(time) }
      if let time = Spawned.milliseconds(command, environment: environment) { times.nothing.append(time) }
    }
    print("\nThe series, \(names.count) texts from a mirror on loopback, median of 3")
    print("rfcview sync: " + Benchmarks.comparison(times.ours, with: "curl, 6 in parallel", times.curl))
    print("with nothing to do: \(Benchmarks.rounded(Benchmarks.median(times.nothing))) ms")
  }
}

/// The stand-in for the RFC Editor's server, with an index of the texts that it has.
private final class Mirror {
  let url: String
  private var child: pid_t = 0

  /// Nil where it is not there.
  init?(_ path: String) {
    var ends: [Int32] = [-1, -1]
    guard access(path, X_OK) == 0, pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = [path, "--port", "0", "--index", "rfc-index-shared.xml"]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let code = posix_spawnp(&child, path, &actions, nil, &words, environ)
    close(ends[1])
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while code == 0, read(ends[0], &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    close(ends[0])
    url = String(decoding: line, as: UTF8.self)
    guard code == 0, url.hasPrefix("http://") else { return nil }
  }

  deinit {
    guard child > 0 else { return }
    kill(child, SIGTERM)
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }
}
