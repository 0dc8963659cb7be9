/// A window, what is typed into it, and the golden file that holds the screen it leads to. The reader in memory and
/// the program on a real terminal are held against the same files.
public struct ScreenScript: Sendable, CustomStringConvertible {
  /// The golden file's name, without its ending.
  public let name: String
  public let columns: Int
  public let rows: Int
  public let start: Start
  /// As ``ReaderRobot/type(_:)`` takes them.
  public let keys: String

  /// What is on the screen before the first key.
  public enum Start: Sendable {
    /// ``SampleText/unpaged`` as RFC 4242.
    case document
    /// The library of ``SampleFeed/xml``, with RFC 4242 in the cache.
    case library
  }

  public var description: String { name }

  private init(name: String, columns: Int, rows: Int, start: Start = .document, keys: String) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.start = start
    self.keys = keys
  }

  public static let all: [ScreenScript] = [
    .init(name: "first-80x24", columns: 80, rows: 24, keys: ""),
    .init(name: "first-140x45", columns: 140, rows: 45, keys: ""),
    .init(name: "first-50x20", columns: 50, rows: 20, keys: ""),
    .init(name: "first-40x10", columns: 40, rows: 10, keys: ""),
    .init(name: "section-80x24", columns: 80, rows: 24, keys: ":2.1.1<Enter>"),
    .init(name: "search-80x24", columns: 80, rows: 24, keys: "/MUST NOT<Enter>n"),
    .init(name: "search-typing-80x24", columns: 80, rows: 24, keys: "/sample"),
    .init(name: "search-140x45", columns: 140, rows: 45, keys: "/message<Enter>nnn"),
    .init(name: "contents-80x24", columns: 80, rows: 24, keys: "tjjj"),
    .init(name: "contents-50x20", columns: 50, rows: 20, keys: "t"),
    .init(name: "contents-filter-80x24", columns: 80, rows: 24, keys: "t/me"),
    .init(name: "filter-80x24", columns: 80, rows: 24, keys: "&message<Enter>"),
    .init(name: "help-80x24", columns: 80, rows: 24, keys: "h"),
    .init(name: "help-50x20", columns: 50, rows: 20, keys: "h<Space>"),
    .init(name: "library-80x24", columns: 80, rows: 24, start: .library, keys: ""),
    .init(name: "library-50x20", columns: 50, rows: 20, start: .library, keys: "j"),
    .init(name: "library-filter-80x24", columns: 80, rows: 24, start: .library, keys: "/the"),
    .init(name: "library-fields-80x24", columns: 80, rows: 24, start: .library, keys: "/"),
    .init(name: "numbers-80x24", columns: 80, rows: 24, keys: "-N/MUST NOT<Enter>n"),
    .init(name: "numbers-140x45", columns: 140, rows: 45, keys: "-N:2.1<Enter>"),
    .init(name: "numbers-50x20", columns: 50, rows: 20, keys: "-N3j"),
    .init(name: "option-80x24", columns: 80, rows: 24, keys: "-"),
    .init(name: "message-80x24", columns: 80, rows: 24, keys: ":9.9<Enter>"),
    .init(
      name: "bookmarks-80x24", columns: 80, rows: 24,
      keys: ":2.1<Enter>awhy are there long ones?<Enter>:A<Enter>a<Enter>I"),
  ]
}
