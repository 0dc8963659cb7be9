import RFCDesk
import RFCFormats
import RFCModel
import ReaderCore

/// The searches of all texts that a reader asks for. The index answers at once; what is not in it is read document by
/// document, while nothing else is to be done.
final class FullTextSearch {
  /// As many as anybody looks through.
  private static let limit = 200
  /// Of text that is read at a time: some milliseconds.
  private static let turn = 4 << 20

  private let desk: Desk
  private let searcher: Searcher
  /// Asked for, nothing done yet: a next letter may change it.
  private var asked: FullTextQuery?
  /// The last one that was begun, also for the excerpts of what it has found.
  private var search: Search?

  /// It goes on no more.
  private var isGivenUp = false

  /// Lines that are still to be read, the latest asked for first.
  private var places: [CitingPlace] = []

  init(_ desk: Desk) {
    self.desk = desk
    searcher = Searcher(desk)
  }

  var isWorking: Bool { isSearching || !places.isEmpty }

  private var isSearching: Bool { asked != nil || search.map { !$0.isComplete && !isGivenUp } ?? false }

  /// Ends the search before; nil asks for nothing.
  func ask(_ query: FullTextQuery?) {
    asked = query
    isGivenUp = true
  }

  /// The cache or the index has changed.
  func forgetMissing() { searcher.forgetMissing() }

  /// Some milliseconds of work.
  ///
  /// - Returns: what has been found so far.
  func advance() throws(DeskError) -> ReaderEvent? {
    if let query = asked {
      asked = nil
      let search = try searcher.search(query, limit: Self.limit)
      self.search = search
      isGivenUp = false
      return found(by: search)
    }
    guard let search, isSearching else { return nextLines() }
    search.advance(bytes: Self.turn)
    return found(by: search)
  }

  private func found(by search: Search) -> ReaderEvent {
    .found(search.results, for: search.query, note: search.source.note, isComplete: search.isComplete)
  }

  /// Those that can still be read.
  func excerpts(of hits: [SearchHit]) -> [SearchHit: Excerpt] {
    var excerpts: [SearchHit: Excerpt] = [:]
    for hit in hits { excerpts[hit] = (try? search?.excerpt(of: hit)) ?? nil }
    return excerpts
  }

  /// Lines that cite an RFC; one document after the other is read for them.
  func askLines(of places: [CitingPlace]) { self.places = places + self.places }

  private func nextLines() -> ReaderEvent? {
    guard let id = places.first?.document else { return nil }
    let wanted = places.filter { $0.document == id }
    places.removeAll { $0.document == id }
    guard let bytes = (try? desk.cachedBytes(of: id)).flatMap(\.self) else { return nil }
    let document = TextDecoder.document(from: bytes)
    var lines: [CitingPlace: String] = [:]
    for place in wanted where (0..<document.lines.count).contains(place.line) {
      lines[place] = document.text([document.lines[place.line]])
    }
    return .citingLines(lines)
  }

  /// Where the documents of the index cite an RFC.
  func citing(_ number: RFCNumber) throws(DeskError) -> ReaderEvent {
    do throws(DeskError) {
      let citing = try searcher.citing(number)
      return .citing(number, citing.places, note: citing.note)
    } catch .store(.noFullText) {
      return .citing(
        number, [], note: "There is no index yet. Run `rfcview index` to see what cites it.")
    } catch {
      throw error
    }
  }
}
