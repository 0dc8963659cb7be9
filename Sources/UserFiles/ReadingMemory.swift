import RFCModel
import StoreTerms
import Unix

/// What is remembered of each document between runs: a small text file for each, `documents/rfc4291` below the state
/// folder.
///
///     position 2.5 +12 @340
///     mark a 2.5 +3 @331
///     mark b - +9 @10
///
/// Behind the section number (or `-`) stand the lines from its heading and the line of the published text. Lines that
/// this version does not know are kept.
public struct ReadingMemory: Sendable {
  private let folder: String

  public init(folders: StoreFolders) { folder = folders.state }

  /// What is remembered of a document; nothing where there is no file.
  public func load(_ id: DocumentID) throws(StoreError) -> DocumentMemory {
    MemoryFile(bytes: try file(of: id).read()).memory
  }

  /// Every document that something is remembered of.
  public func documents() -> Set<DocumentID> {
    let names = (try? FileSystem.names(in: folder + "/documents")) ?? []
    return Set(names.compactMap { DocumentID(fileName: $0 + ".txt") })
  }

  /// Writes what differs between two states of this run's memory into the file, which another run may have changed in
  /// the meantime: of the same mark, or the position, the last one to be saved stays.
  ///
  /// - Parameters:
  ///   - memory: as it is now.
  ///   - loaded: as ``load(_:)`` returned it, or as it was when it was last saved.
  public func save(_ memory: DocumentMemory, of id: DocumentID, loaded: DocumentMemory) throws(StoreError) {
    if memory == loaded { return }
    try file(of: id).update { bytes in
      var file = MemoryFile(bytes: bytes)
      if memory.position != loaded.position { file.memory.position = memory.position }
      for letter in Set(memory.marks.keys).union(loaded.marks.keys)
      where memory.marks[letter] != loaded.marks[letter] {
        file.memory.marks[letter] = memory.marks[letter]
      }
      return file.bytes
    }
  }

  private func file(of id: DocumentID) -> StateFile {
    StateFile(path: "\(folder)/documents/\(id.baseName)", lockPath: "\(folder)/lock")
  }
}

/// The lines of one file.
private struct MemoryFile {
  var memory = DocumentMemory()
  private var unknown: [ArraySlice<UInt8>] = []

  init(bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      let words = String(decoding: line, as: UTF8.self).split(
        separator: " ", omittingEmptySubsequences: false)
      if words.first == "position", let place = Place(words: words.dropFirst()) {
        memory.position = place
      } else if words.first == "mark", words.count > 1, let letter = Self.letter(words[1]),
        let place = Place(words: words.dropFirst(2))
      {
        memory.marks[letter] = place
      } else {
        unknown.append(line)
      }
    }
  }

  var bytes: [UInt8] {
    var lines: [ArraySlice<UInt8>] = []
    if let position = memory.position { lines.append(Array("position \(position.words)".utf8)[...]) }
    for (letter, place) in memory.marks.sorted(by: { $0.key < $1.key })
    where Self.letter(String(letter)[...]) != nil {
      lines.append(Array("mark \(letter) \(place.words)".utf8)[...])
    }
    return (lines + unknown).flatMap { $0 + [0x0A] }
  }

  /// One visible scalar.
  private static func letter(_ word: Substring) -> Unicode.Scalar? {
    guard let letter = word.unicodeScalars.first, word.unicodeScalars.count == 1,
      letter.properties.generalCategory != .control, !letter.properties.isWhitespace, letter != "\u{FFFD}"
    else { return nil }
    return letter
  }
}
