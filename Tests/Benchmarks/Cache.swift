import CLibrary
import TestSupport

/// Folders of rfcview's own in a temporary place, with the texts of another folder as its cache. They are removed with
/// the last reference.
struct Cache {
  private let home: TemporaryFolder
  /// What rfcview is to find in its environment.
  let environment: [String]

  /// The same as names and values.
  var variables: [String: String] {
    var variables = ["PATH": "/usr/bin:/bin"]
    for variable in environment {
      let pair = variable.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { variables[pair[0]] = pair[1] }
    }
    return variables
  }

  init(over folder: String) throws {
    guard let texts = realpath(folder, nil) else {
      throw TimedProgram.Problem(description: "\(folder): \(String(cString: strerror(errno)))")
    }
    defer { free(texts) }
    home = try TemporaryFolder()
    mkdir(home.path + "/rfcview", 0o700)
    symlink(texts, home.path + "/rfcview/rfc")
    environment = [
      "XDG_CACHE_HOME=\(home.path)", "XDG_STATE_HOME=\(home.path)/state",
      "XDG_CONFIG_HOME=\(home.path)/config",
    ]
  }

  /// The numbers of the RFCs in a folder of texts, ascending.
  static func numbers(in folder: String) -> [Int] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var numbers: [Int] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("rfc"), name.hasSuffix(".txt"), let number = Int(name.dropFirst(3).dropLast(4)) {
        numbers.append(number)
      }
    }
    return numbers.sorted()
  }
}
