import RFCModel
import TestSupport
import Testing

@testable import RFCFormats

/// What everything that parses must stand.
private func check(_ bytes: [UInt8], _ name: String) {
  let parsed = ParsedText(TextDecoder.document(from: bytes))
  let (document, pagination) = (parsed.document, parsed.pagination)
  let rows = pagination.plainLines(of: document)
  let cut = pagination.breaks.reduce(0) { $0 + $1.lines.count }
  #expect(rows.count { $0 >= 0 } + cut == document.lines.count, "\(name)")
  #expect(rows.filter { $0 >= 0 } == rows.filter { $0 >= 0 }.sorted(), "\(name)")
  let outline = parsed.outline
  var end = 0
  for section in outline.sections {
    #expect(section.lines.lowerBound >= end && section.lines.upperBound <= document.lines.count, "\(name)")
    #expect(section.headingLines >= 1 && section.level >= 1, "\(name)")
    end = section.lines.upperBound
  }
  for (index, section) in outline.sections.enumerated() { #expect((section.parent ?? -1) < index, "\(name)") }
  _ = parsed.frontMatter
  #expect(document.isCovered(by: parsed.blocks, pagination), "\(name)")
}

extension Document {
  /// Whether each line with text lies in one block, and each other line outside the page breaks in one at most.
  func isCovered(by blocks: [Block], _ pagination: Pagination) -> Bool {
    var isFree = [Bool](repeating: true, count: lines.count)
    for line in pagination.breaks.flatMap(\.lines) { isFree[line] = false }
    var end = 0
    for block in blocks {
      guard block.lines.lowerBound >= end, block.lines.upperBound <= lines.count, !block.lines.isEmpty else {
        return false
      }
      for line in block.lines { isFree[line] = false }
      end = block.lines.upperBound
    }
    return (0..<lines.count).allSatisfy { line in
      !isFree[line] || self[line: line].allSatisfy { $0 <= 0x20 || $0 == 0x7F }
    }
  }
}

/// A test's report says its name, not its bytes.
struct HostileText: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  var testDescription: String { name }
}

@Suite struct HostileTextTests {
  private static let pairs: [(String, [UInt8])] = [
    ("nothing", []),
    ("a byte-order mark", [0xEF, 0xBB, 0xBF]),
    ("one line without end", [UInt8](repeating: 0x61, count: 1_000_000)),
    ("one line of blanks", [UInt8](repeating: 0x20, count: 1_000_000)),
    ("form feeds", [UInt8](repeating: 0x0C, count: 100_000)),
    ("form feeds on lines of their own", Array(String(repeating: "\u{0C}\n", count: 100_000).utf8)),
    ("pages of one line", Array(String(repeating: "RFC 1\n\u{0C}\n", count: 50_000).utf8)),
    ("blank lines", [UInt8](repeating: 0x0A, count: 1_000_000)),
    ("NULs", [UInt8](repeating: 0, count: 1_000_000)),
    ("carriage returns", [UInt8](repeating: 0x0D, count: 100_000)),
    ("headings", Array(String(repeating: "1. A\n\n", count: 100_000).utf8)),
    ("deep numbers", Array(String(repeating: "1.2.3.4.5.6.7.8.9.10.11.12 A\n\n", count: 20_000).utf8)),
    (
      "great numbers",
      Array(String(repeating: "99999999999999999999. A\n\nAppendix IIIIIIII. B\n\n", count: 9_000).utf8)
    ),
    ("footers", Array(String(repeating: "[Page 99999999999999999]\n\n", count: 50_000).utf8)),
    ("contents", Array(("Table of Contents\n" + String(repeating: "1. A ..... 3\n", count: 50_000)).utf8)),
    ("dates", Array(String(repeating: "May 2000 ", count: 100_000).utf8)),
    ("braces", Array(String(repeating: "a {\n", count: 100_000).utf8)),
    ("quotes", Array(String(repeating: "\"a\n", count: 100_000).utf8)),
    ("bars", Array(String(repeating: "|\n|  \n|  a\n", count: 50_000).utf8)),
    ("items", Array(String(repeating: "o  a\n1. b\n  (a) c\n", count: 50_000).utf8)),
    ("terms", Array(String(repeating: "Form\n\n", count: 100_000).utf8)),
    ("stairs", Array((0..<1_500).map { String(repeating: " ", count: $0) + "Form\n\n" }.joined().utf8)),
    ("captions", Array(String(repeating: "Figure 1:\n\nTable\n\nFigure \n\n", count: 30_000).utf8)),
    ("code that never ends", Array(("<CODE BEGINS>\n" + String(repeating: "a\n", count: 100_000)).utf8)),
    ("dots", Array(("1 " + String(repeating: ". ", count: 300_000)).utf8)),
    ("brackets", [UInt8](repeating: 0x5B, count: 300_000) + [0x5D]),
    ("a number at the end", Array("A\n\n12".utf8)),
    ("an appendix at the end", Array("A\n\nAppendix".utf8)),
    ("an appendix and a blank at the end", Array("A\n\nAppendix ".utf8)),
  ]

  static let texts = pairs.map { HostileText(name: $0, bytes: $1) }

  @Test(arguments: texts)
  func `every text parses`(text: HostileText) { check(text.bytes, text.name) }

  @Test(arguments: texts)
  func `four times the text takes no more than some four times as long`(text: HostileText) {
    func time(_ bytes: [UInt8]) -> Duration {
      let parsed = ParsedText(TextDecoder.document(from: bytes))
      let (document, pagination, outline) = (parsed.document, parsed.pagination, parsed.outline)
      let bibliography = parsed.bibliography
      // The best of some runs: what else runs only ever adds to one.
      return (0..<3).map { _ in
        processorTime {
          _ = Block.blocks(
            of: document, pagination: pagination, outline: outline, bibliography: bibliography)
        }
      }.min() ?? .zero
    }
    let bytes = text.bytes.prefix(160_000)
    let once = Array(bytes.prefix(bytes.count / 4))
    #expect(time(Array(bytes)) < max(time(once), .milliseconds(5)) * 12, "\(text.name)")
  }

  @Test func `random bytes parse`() {
    var random = SeededRandom(seed: 11)
    for round in 0..<200 {
      let count = Int.random(in: 0...1500, using: &random)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, "round \(round)")
    }
  }

  @Test func `random pieces of RFCs parse`() {
    let pieces = [
      "\n", "\n\n", "\u{0C}\n", "\u{0C}", "[Page 1]", "RFC 1  T  May 2000", "1.", "1.1", "A.", "Appendix ",
      "I. ", " ", "   ",
      "Table of Contents\n", "....... 3\n", "Title", "lower", "\r\n", "|", "+--+", "o ", "Abstract\n",
      "\u{08}", "é", "-----\n", "|  quoted", "Figure 1:", "<CODE BEGINS>\n", "{\n", "}\n", "\"",
      "Term:  text",
    ]
    var random = SeededRandom(seed: 12)
    for round in 0..<600 {
      var text = ""
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      check(Array(text.utf8), "round \(round)")
    }
  }
}
