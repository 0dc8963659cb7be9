import CLibrary
import CellGrid
import Unix

/// What a path that somebody types may go on with.
struct PathCompletion {
  /// More are no help.
  private static let most = 200

  /// As typed, to the end of their names, sorted whatever the case of letters; folders end with `/`.
  let paths: [String]

  init(of path: String, home: String?) {
    guard path != "~" else {
      paths = ["~/"]
      return
    }
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<start])
    let names = (try? FileSystem.names(in: folder.isEmpty ? "." : folder.inHome(home))) ?? []
    let beginning = path[start...]
    // What cannot be shown cannot be typed.
    let fitting = names.filter {
      $0.hasPrefix(beginning) && ($0.hasPrefix(".") == beginning.hasPrefix("."))
        && $0.printable() == $0 && !$0.contains("\u{FFFD}")
    }
    paths = fitting.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }.prefix(Self.most).map { name in
      var status = stat()
      let isFolder =
        stat((folder + name).inHome(home), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return folder + name + (isFolder ? "/" : "")
    }
  }
}

extension String {
  /// With the home folder for `~/`.
  func inHome(_ home: String?) -> String {
    guard let home, self == "~" || hasPrefix("~/") else { return self }
    return home + dropFirst()
  }
}
