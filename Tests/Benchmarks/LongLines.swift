import CLibrary
import CellGrid
import RFCFormats
import RFCModel
import ReaderCore

/// What a key costs where all of a text is one line, which no window shows and no RFC has: of plain ASCII, of characters
/// of every size, of what has to be spelled out, of thousands of links. What counts is the longest that nothing else is
/// seen to, neither a key nor a signal: a key and its screen, or one part of the work that is done beside the keys.
enum LongLines {
  private static let bytes = 10_000_000

  /// Searching, standing at matches, moving sideways and along, from link to link; what takes a text as a whole.
  private static let keys = [
    " ", "<", ">", "<Right>", "<Right>", "50000<Right>", "<Left>", "900000<Right>", "=", "g", "/", "a",
    "<Enter>",
    "n", "5000n", "N", "<Tab>", "<S-Tab>", ";", "<ESC>", "K", "a", "b", "<Enter>", "<ESC>", "t", "t", ")",
    "(",
    "]", "m", "]", "f", "&", "a", "<Enter>", "&", "<Enter>", "W", "<Space>", "G", "W", "A", "A", "m", "a",
    "'", "a",
    "/", "(", "a", "+", ")", "+", "$", "<Enter>", "c", "2", "0", "%", "-", "N",
  ]

  private static let texts: [(name: String, text: [UInt8])] = [
    ("plain words", repeated("the quick brown fox jumps over the lazy dog ")),
    (
      "a paragraph",
      Array("\n1.  Title\n\n   ".utf8) + repeated("the quick brown fox jumps over the lazy dog ")
    ),
    ("one letter", repeated("a")),
    ("é first", Array("é".utf8) + repeated("the quick brown fox ")),
    (
      "é in the middle",
      repeated("the quick brown fox ", bytes / 2) + Array("é".utf8) + repeated("a fox ", bytes / 2)
    ),
    ("é last", repeated("the quick brown fox ") + Array("é".utf8)),
    ("é only", repeated("é")),
    ("wide characters", repeated("漢字")),
    ("emoji", repeated("😀")),
    ("letters with marks", repeated("e\u{301}")),
    ("marks alone", repeated("\u{301}")),
    ("overrides", repeated("\u{202E}a")),
    ("Arabic and Hindi", repeated("عربي हिन्दी ")),
    ("tabs", repeated("\t")),
    ("NUL", repeated("\0")),
    ("blanks", repeated(" ")),
    ("overstrikes", repeated("a\u{8}a ")),
    ("backspaces", repeated("\u{8}")),
    ("half of it backspaces", repeated("a", bytes / 2) + repeated("\u{8}", bytes / 2)),
    ("10,000 links", repeated("[RFC2119] ", 100_000)),
    ("10,000 links and é", Array("é".utf8) + repeated("[RFC2119] ", 100_000)),
    ("1,000,000 links", repeated("[RFC2119] ")),
    ("sections", repeated("Section 4.2 of RFC 2119, MUST (a) ")),
    ("numbers", repeated("1. ")),
    ("brackets", repeated("[")),
    ("beside it, 44 bytes a line", repeated("the quick brown fox jumps over the lazy dog\n")),
  ]

  static func run(of name: String? = nil) {
    print(
      "\nA text of one line of 10 MB, 80x24, ms of the processor: first screen, worst part of work, worst key, worst screen"
    )
    var worst = 0.0
    for (text, bytes) in texts where name == nil || text == name {
      let times = Times(bytes)
      print("\(text): \(times)")
      if !text.hasPrefix("beside") { worst = max(worst, times.worst) }
    }
    print("worst of all: \(Benchmarks.rounded(worst))")
  }

  /// Milliseconds.
  private static func processorTime(_ body: () -> Void) -> Double {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    body()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
  }

  private static func repeated(_ text: String, _ count: Int = bytes) -> [UInt8] {
    let piece = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(count + piece.count)
    while result.count < count { result += piece }
    return result
  }

  private struct Times: CustomStringConvertible {
    var first = 0.0
    var work = (time: 0.0, key: "")
    var key = (time: 0.0, key: "")
    var screen = (time: 0.0, key: "")

    init(_ bytes: [UInt8]) {
      var workspace = Workspace(size: Size(columns: 80, rows: 24))
      first = processorTime {
        let document = TextDecoder.document(from: bytes)
        _ = update(&workspace, .opened(Source(name: "line", id: nil, document: document), at: nil))
        _ = render(workspace)
      }
      settle(&workspace, "opening")
      for key in LongLines.keys {
        for event in Self.events(key) {
          Self.note(&self.key, key) { _ = update(&workspace, .key(event)) }
          Self.note(&screen, key) { _ = render(workspace) }
          settle(&workspace, key)
        }
      }
    }

    var worst: Double { max(first, work.time, key.time, screen.time) }

    var description: String {
      func words(_ one: (time: Double, key: String)) -> String {
        "\(Benchmarks.rounded(one.time)) (\(one.key))"
      }
      return "\(Benchmarks.rounded(first)), \(words(work)), \(words(key)), \(words(screen))"
    }

    private mutating func settle(_ workspace: inout Workspace, _ key: String) {
      while workspace.hasWork {
        Self.note(&work, key) { _ = update(&workspace, .work) }
        Self.note(&screen, key) { _ = render(workspace) }
      }
    }

    private static func note(_ worst: inout (time: Double, key: String), _ key: String, _ body: () -> Void) {
      let time = processorTime(body)
      if time > worst.time { worst = (time, key) }
    }

    private static func events(_ key: String) -> [Key] {
      guard let start = key.firstIndex(of: "<"), let end = key.firstIndex(of: ">"), start < end,
        let named = Key(name: key[key.index(after: start)..<end])
      else { return key.unicodeScalars.map(Key.character) }
      return key[..<start].unicodeScalars.map(Key.character) + [named]
    }
  }
}
