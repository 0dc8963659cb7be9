import Foundation
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import RFCTransfer

/// What runs beside the thread that writes.
struct ParsingThreadTests {
  @Test func `values come in order, and no more of them wait than may`() throws {
    let queue = BoundedQueue<Int>(bytes: 10, count: 3)
    let most = Locked(0)
    let put = Locked(0)
    let thread = Thread {
      for number in 0..<1000 {
        // One that is larger than everything that may wait comes through too.
        guard queue.put(number, size: number == 500 ? 1000 : 4) else { return }
        put.change { $0 += 1 }
      }
      queue.close()
    }
    thread.start()
    for number in 0..<1000 {
      #expect(queue.take() == number)
      let waiting = put.value - number - 1
      most.change { $0 = max($0, waiting) }
    }
    #expect(queue.take() == nil)
    #expect(most.value <= 2)
  }

  @Test func `who puts does not wait for somebody who has gone`() {
    let queue = BoundedQueue<Int>(bytes: 1, count: 1)
    #expect(queue.put(1, size: 1))
    let thread = Thread { queue.close() }
    thread.start()
    #expect(!queue.put(2, size: 1))
    // What was put before is still there.
    #expect(queue.take() == 1)
    #expect(queue.take() == nil)
  }

  @Test func `documents come as they were named, what cannot be read among them`() throws {
    let scene = try FullTextScene()
    for number in 1...20 { try scene.write(FullTextScene.text(number, [("One", "Words.")]), number) }
    let documents = try scene.store.cachedDocuments()
    try scene.remove(7)
    let known = ["rfc9": Fingerprint.of(try #require(try scene.store.load(.fixture("rfc9.txt"))))]
    let thread = try #require(ParsingThread(documents[4...], of: scene.store, fingerprints: known))
    var found: [String] = []
    while let parsed = thread.next() {
      switch parsed.content {
      case .entry(let entry, _): found.append("\(parsed.document.id.baseName) \(entry.title)")
      case .known: found.append("\(parsed.document.id.baseName) known")
      case .unreadable: found.append("\(parsed.document.id.baseName) unreadable")
      }
    }
    let ends = [7: "unreadable", 9: "known"]
    #expect(found == (5...20).map { "rfc\($0) \(ends[$0] ?? "A Text")" })
  }

  @Test func `a builder that is let go of ends its thread`() throws {
    let scene = try FullTextScene()
    for number in 1...400 { try scene.write(FullTextScene.text(number, [("One", "Words.")]), number) }
    for _ in 0..<20 {
      let builder = try FullTextBuilder(scene.store, rebuilds: true, lock: nil, batchBytes: 1)
      #expect(try builder.advance()?.done == 1)
    }
    #expect(try scene.index().documents == 400)
  }

  @Test func `after damage a run writes again what went with the transaction`() throws {
    let scene = try FullTextScene()
    for number in 1...30 { try scene.write(FullTextScene.text(number, [("One", "word\(number)")]), number) }
    let builder = try FullTextBuilder(scene.store, rebuilds: false, lock: nil, batchBytes: 2000)
    _ = try builder.advance()
    // In the middle of a transaction: a number is taken that is still to be given.
    let (other, _) = try scene.store.library.openForWriting(.fullText)
    try other.run("INSERT INTO passage(id, line, lines) SELECT nextPassage + 5, 0, 0 FROM numbering")
    let outcome = try builder.run()
    #expect(outcome.wasDamaged && outcome.documents == 30)
    for number in 1...30 {
      #expect(try scene.fullText.search(FullTextQuery(typed: "word\(number)"), limit: 5).documents == 1)
    }
  }
}

/// A value that two threads use.
private final class Locked: @unchecked Sendable {
  private let lock = NSLock()
  private var held: Int

  init(_ value: Int) { held = value }

  var value: Int { lock.withLock { held } }

  func change(_ body: (inout Int) -> Void) { lock.withLock { body(&held) } }
}
