import CLibrary

/// The published texts beside the checkout, where they are there: `../shared/corpus/rfc`. They are not part of the
/// repository; tests that need them are skipped without them.
public enum Corpus {
  public static let folder: String = {
    // Sources/TestSupport/Corpus.swift, three levels below the repository.
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(repository)/../shared/corpus/rfc"
  }()

  /// File names, `rfc1.txt` first.
  public static let names: [String] = {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix("rfc"), name.hasSuffix(".txt") { names.append(name) }
    }
    return names.sorted { ($0.count, $0) < ($1.count, $1) }
  }()

  public static var isThere: Bool { !names.isEmpty }

  /// True where RFCVIEW_SOAK asks for every text and every key; else tests take samples.
  public static let isSoaking = getenv("RFCVIEW_SOAK") != nil

  /// All of them when soaking, else every 24th.
  public static var sample: [String] {
    isSoaking ? names : names.enumerated().filter { $0.offset % 24 == 0 }.map(\.element)
  }

  /// The bytes of one; empty where it cannot be read.
  public static func bytes(of name: String) -> [UInt8] {
    guard let file = fopen("\(folder)/\(name)", "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
