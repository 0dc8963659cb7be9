import CLibrary

/// A program without a terminal, its output thrown away.
enum Spawned {
  /// Milliseconds from the start of a process to its end; nil where it cannot be started.
  static func milliseconds(_ arguments: [String], environment: [String] = []) -> Double? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for number: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = (inherited + environment).map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    var isStarted = false
    let time = Benchmarks.timed {
      guard posix_spawnp(&child, arguments.first ?? "", &actions, nil, &words, &variables) == 0 else {
        return
      }
      isStarted = true
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
    return isStarted ? time : nil
  }

  private static var inherited: [String] {
    guard let path = getenv("PATH") else { return [] }
    return ["PATH=" + String(cString: path)]
  }
}
