import Foundation
import RFCFormats
import RFCModel
import Testing

/// Real RFCs, beside the repository where there are any; never part of it.
private let corpus = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/corpus/rfc")

private let texts =
  (try? FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil))?
  .filter { $0.pathExtension == "txt" } ?? []

@Suite(.enabled(if: !texts.isEmpty, "no texts in ../shared/corpus/rfc"))
struct CorpusTests {
  @Test func `every text parses and keeps each line of its body once`() throws {
    for url in texts {
      let parsed = ParsedText(TextDecoder.document(from: Array(try Data(contentsOf: url))))
      let (document, pagination) = (parsed.document, parsed.pagination)
      let rows = pagination.plainLines(of: document)
      var covered = rows.filter { $0 >= 0 }.map(Int.init)
      covered += pagination.breaks.flatMap { Array($0.lines) }
      #expect(covered.sorted() == Array(0..<document.lines.count), "\(url.lastPathComponent)")
      for section in parsed.outline.sections {
        #expect(!section.title.isEmpty || section.number != nil, "\(url.lastPathComponent)")
        #expect(!section.title.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "\(url.lastPathComponent)")
      }
      #expect(document.isCovered(by: parsed.blocks, pagination), "\(url.lastPathComponent)")
      _ = parsed.frontMatter
    }
  }

  @Test func `nearly every text says its own number`() throws {
    let right = try texts.count { url in
      let document = TextDecoder.document(from: Array(try Data(contentsOf: url)))
      guard let number = ParsedText(document).frontMatter.number else { return false }
      return url.lastPathComponent == "rfc\(number).txt"
    }
    #expect(right * 100 >= texts.count * 99)
  }
}
