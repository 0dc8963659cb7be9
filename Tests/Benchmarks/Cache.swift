import CLibrary
import RFCModel
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
    Benchmarks.texts(in: folder).compactMap { DocumentID(fileName: $0)?.rfc?.value }.sorted()
  }
}
