import Unix

/// What a download brings: in a ``PartFile`` beside where it will stay; in memory from the moment on where the disk takes
/// no more, or from the start where it takes nothing. It is at most what ``Resource/sizeLimit`` allows.
package final class IncomingBytes {
  private enum Place {
    case file(PartFile)
    case memory([UInt8])
  }

  private let mustBeKept: Bool
  private var place: Place
  /// Why it will not be kept; nil where it will.
  private(set) var problem: FileProblem?

  /// - Parameters:
  ///   - target: the file that it becomes.
  ///   - mustBeKept: whether it is worth nothing in memory.
  package init(for target: String, mustBeKept: Bool) throws(FileProblem) {
    self.mustBeKept = mustBeKept
    let folder = FileSystem.folder(of: target)
    do throws(FileProblem) {
      try FileSystem.makeFolder(folder, mode: 0o755)
      PartFile.sweep(folder)
      place = .file(try PartFile(for: target))
    } catch {
      if mustBeKept { throw error }
      place = .memory([])
      problem = error
    }
  }

  func append(_ bytes: ArraySlice<UInt8>, limit: Int) throws(FileProblem) {
    switch place {
    case .file(let file):
      let size = try file.size()
      do throws(FileProblem) {
        try file.append(bytes)
      } catch {
        let before = try file.contents(limit: limit).prefix(size)
        try leave(file, after: error, with: before + bytes)
      }
    case .memory(var memory):
      // Not held twice, so that it grows in place.
      place = .memory([])
      memory += bytes
      place = .memory(memory)
    }
  }

  /// Forgets what was written.
  func restart() throws(FileProblem) {
    switch place {
    case .file(let file): try file.restart()
    case .memory: place = .memory([])
    }
  }

  /// All that was written.
  func contents(limit: Int) throws(FileProblem) -> [UInt8] {
    switch place {
    case .file(let file): try file.contents(limit: limit)
    case .memory(let bytes): bytes
    }
  }

  /// Puts it in the target's place, whole or not at all; where it is in memory, it stays there.
  func commit() throws(FileProblem) {
    guard case .file(let file) = place else { return }
    do throws(FileProblem) {
      try file.commit()
    } catch {
      try leave(file, after: error, with: [])
    }
  }

  private func leave(
    _ file: PartFile, after error: FileProblem, with bytes: some Collection<UInt8>
  ) throws(FileProblem) {
    if mustBeKept { throw error }
    problem = error
    place = .memory(Array(bytes))
  }
}
