import CLibrary
import Unix

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
    let names = ((try? FileSystem.names(in: folder)) ?? []).filter {
      $0.hasPrefix("rfc") && $0.hasSuffix(".txt")
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
    ((try? FileSystem.read("\(folder)/\(name)", limit: .max)) ?? nil) ?? []
  }
}
