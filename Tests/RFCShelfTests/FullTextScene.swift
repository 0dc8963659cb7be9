import Foundation
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf

/// A cache with texts in it, and what a search of them finds.
struct FullTextScene {
  let scene: Scene
  let store: RFCStore

  init(_ texts: [Int: String] = [:]) throws {
    scene = try Scene()
    store = try scene.store
    for (number, text) in texts { try write(text, number) }
  }

  func write(_ text: String, _ number: Int) throws {
    try scene.folder.write(text.utf8, to: "cache/rfcview/rfc/rfc\(number).txt")
  }

  func remove(_ number: Int) throws {
    try scene.folder.write("".utf8, to: "gone")
    #expect(
      rename("\(scene.folder.path)/cache/rfcview/rfc/rfc\(number).txt", "\(scene.folder.path)/gone") == 0)
  }

  @discardableResult
  func index(rebuilds: Bool = false) throws -> FullTextBuilder.Outcome {
    try store.fullTextBuilder(rebuilds: rebuilds).run()
  }

  var fullText: FullTextIndex {
    get throws { try #require(try store.fullText()) }
  }

  var amendments: StoredAmendments {
    get throws { try #require(try store.amendments()) }
  }

  /// `4242 2.1`, the best first, as the index has it; a plain scan has to find the same.
  ///
  /// - Parameter isOfTexts: false where the catalogue may answer for a document, of which a plain scan knows nothing.
  func found(_ typed: String, isComplete: Bool = true, isOfTexts: Bool = true) throws -> [String] {
    let query = try FullTextQuery(typed: typed, isComplete: isComplete)
    let results = try fullText.search(query, limit: 100)
    // A plain scan finds what has all the words.
    if !results.leftOut.isEmpty { return [] }
    let names = results.found.flatMap { [$0.best] + $0.others }.map(Self.name)
    #expect(results.sections == names.count)
    #expect(results.documents == results.found.count)
    let scan = try store.plainScan(for: query)
    while scan.advance(bytes: 1) {}
    let scanned = scan.results(limit: 100)
    let scannedNames = scanned.found.flatMap { [$0.best] + $0.others }.map(Self.name)
    #expect(isOfTexts ? scannedNames.sorted() == names.sorted() : Set(scannedNames).isSubset(of: names))
    #expect(isOfTexts ? scanned.documents == results.documents : scanned.documents <= results.documents)
    return names
  }

  func excerpt(_ typed: String, width: Int = 160) throws -> Excerpt {
    let query = try FullTextQuery(typed: typed)
    let hit = try #require(try fullText.search(query, limit: 1).hits.first)
    let excerpt = try #require(try fullText.excerpt(of: hit, for: query, width: width))
    #expect(try store.plainScan(for: query).excerpt(of: hit, width: width) == excerpt)
    return excerpt
  }

  private static func name(_ hit: SearchHit) -> String {
    var name = hit.document.baseName
    if let number = hit.document.rfc { name = "\(number)" }
    return name + (hit.section.map { " \($0)" } ?? "")
  }

  /// A text with numbered sections: a heading, then its lines.
  static func text(
    _ number: Int, title: String = "A Text", updates: Int? = nil, _ sections: [(String, String)]
  )
    -> String
  {
    var text = """
      Example Working Group                                          A. Writer
      Request for Comments: \(number)                                     Sample Ltd\(updates.map { "\nUpdates: \($0)" } ?? "")
      Category: Standards Track                                  February 2006


                                    \(title)

      Abstract

         This text is a sample. It is laid out as an RFC and says nothing.


      """
    for (index, section) in sections.enumerated() {
      text += "\(index + 1).  \(section.0)\n\n"
      text +=
        section.1.split(separator: "\n", omittingEmptySubsequences: false).map { "   \($0)\n" }.joined()
        + "\n"
    }
    return text
  }
}

extension Excerpt {
  /// The words that are marked.
  var marked: [String] {
    marks.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }
}
