import RFCFormats
import RFCModel
import RFCShelf
import StoreTerms

/// The RFCs that some RFCs refer to, those that these refer to, and so on, found as the texts arrive.
struct CitationWalk {
  /// Whether only normative references count. A document that does not tell the two kinds apart may need any of its
  /// references, so all of them count then.
  let isNormative: Bool
  /// Whether what is here counts only once it has come again.
  let refreshes: Bool
  private let store: RFCStore
  private let catalogue: StoredCatalogue
  private let listed: Set<RFCNumber>
  /// Everything that was reached so far.
  private(set) var reached: Set<RFCNumber> = []
  private var read: Set<RFCNumber> = []
  private var lacked: Set<RFCNumber> = []

  init(
    _ store: RFCStore, _ catalogue: StoredCatalogue, isNormative: Bool, refreshes: Bool
  ) throws(StoreError) {
    self.store = store
    self.refreshes = refreshes
    self.catalogue = catalogue
    self.isNormative = isNormative
    listed = Set(try catalogue.numbers())
  }

  /// Goes on from some RFCs through all that is here.
  ///
  /// - Returns: those that were reached and are not here, ascending. They are to be brought and gone on from; those
  ///   that did not come are not returned again.
  mutating func go(from numbers: [RFCNumber]) throws(StoreError) -> [RFCNumber] {
    var next = reach(numbers)
    var lacking: [RFCNumber] = []
    while let number = next.popLast() {
      if read.contains(number) { continue }
      let isHere = !refreshes || lacked.contains(number)
      // A file that is no text is as good as none.
      if isHere, let bytes = (try? store.load(.rfc(number))) ?? nil {
        read.insert(number)
        next += reach(try references(in: bytes))
      } else if lacked.insert(number).inserted {
        lacking.append(number)
      }
    }
    return lacking.sorted()
  }

  /// Those of some RFCs that have a text.
  private mutating func reach(_ numbers: [RFCNumber]) -> [RFCNumber] {
    let numbers = store.withText(numbers.filter { listed.contains($0) })
    reached.formUnion(numbers)
    return numbers
  }

  /// The RFCs in the bibliography of a text; a sub-series stands for its members.
  private func references(in bytes: [UInt8]) throws(StoreError) -> [RFCNumber] {
    let bibliography = ParsedText(TextDecoder.document(from: bytes)).bibliography
    var numbers: [RFCNumber] = []
    for reference in bibliography.references where !isNormative || reference.kind != .informative {
      switch reference.target {
      case .rfc(let number): numbers.append(number)
      case .subSeries(let series, let number):
        numbers += try catalogue.subSeries(series, number)?.members ?? []
      case .draft, .url, nil: continue
      }
    }
    return numbers
  }
}
