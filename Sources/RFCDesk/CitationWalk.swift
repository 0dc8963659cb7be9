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
  /// Steps of citation to go, 0 and up.
  let depth: Int
  private let store: RFCStore
  private let catalogue: StoredCatalogue
  private let listed: Set<RFCNumber>
  /// How few steps lead to each RFC that was reached so far.
  private var steps: [RFCNumber: Int] = [:]
  /// What those cite that were read.
  private var cited: [RFCNumber: [RFCNumber]] = [:]
  private var lacked: Set<RFCNumber> = []

  init(
    _ store: RFCStore, _ catalogue: StoredCatalogue, isNormative: Bool, refreshes: Bool, depth: Int
  ) throws(StoreError) {
    self.store = store
    self.refreshes = refreshes
    self.catalogue = catalogue
    self.isNormative = isNormative
    self.depth = depth
    listed = Set(try catalogue.numbers())
  }

  /// How many RFCs were reached so far.
  var reached: Int { steps.count }

  /// What is about to be brought.
  func step(_ lacking: [RFCNumber]) throws(StoreError) -> SyncStep {
    try SyncStep(lacking, goesOn: lacking.contains { goesOn(from: $0) }, in: catalogue)
  }

  /// Goes on from some RFCs through all that is here: from those that it begins with, then from those that have come.
  ///
  /// - Returns: those that were reached and are not here, ascending. They are to be brought and gone on from; those
  ///   that did not come are not returned again.
  mutating func go(from numbers: [RFCNumber]) throws(StoreError) -> [RFCNumber] {
    var next = reachable(numbers)[...]
    for number in next where steps[number] == nil { steps[number] = 0 }
    var lacking: [RFCNumber] = []
    while let number = next.popFirst() {
      guard let cited = try references(of: number) else {
        if lacked.insert(number).inserted { lacking.append(number) }
        continue
      }
      guard goesOn(from: number) else { continue }
      let step = (steps[number] ?? 0) + 1
      // What has come late may be a shorter way to what was reached before.
      for other in cited where steps[other].map({ $0 > step }) ?? true {
        steps[other] = step
        next.append(other)
      }
    }
    return lacking.sorted()
  }

  private func goesOn(from number: RFCNumber) -> Bool { (steps[number] ?? 0) < depth }

  /// Those of some RFCs that have a text.
  private func reachable(_ numbers: [RFCNumber]) -> [RFCNumber] {
    store.withText(numbers.filter { listed.contains($0) })
  }

  /// Nil for one that is not here.
  private mutating func references(of number: RFCNumber) throws(StoreError) -> [RFCNumber]? {
    if let known = cited[number] { return known }
    guard !refreshes || lacked.contains(number) else { return nil }
    // A file that is no text is as good as none.
    guard let bytes = (try? store.load(.rfc(number))) ?? nil else { return nil }
    let found = reachable(try references(in: bytes))
    cited[number] = found
    return found
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
