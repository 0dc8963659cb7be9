import RFCFormats
import RFCModel
import RFCShelf
import StoreTerms

/// The RFCs that some RFCs refer to, those that these refer to, and so on, found as the texts arrive.
struct CitationWalk {
  /// Whether only normative references count. A document that does not tell the two kinds apart may need any of its
  /// references, so all of them count then.
  let isNormative: Bool
  private let machine: Machine
  private let catalogue: StoredCatalogue
  private let listed: Set<RFCNumber>
  /// Everything that was reached so far.
  private(set) var reached: Set<RFCNumber> = []
  private var read: Set<RFCNumber> = []
  private var lacked: Set<RFCNumber> = []

  init(_ machine: Machine, _ catalogue: StoredCatalogue, isNormative: Bool) throws(StoreError) {
    self.machine = machine
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
      // With --refresh, what is in the cache is here once it has come again.
      let isHere = !machine.refreshes || lacked.contains(number)
      // A file that is no text is as good as none.
      if isHere, let bytes = (try? machine.store.load(.rfc(number))) ?? nil {
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
    let numbers = machine.store.withText(numbers.filter { listed.contains($0) })
    reached.formUnion(numbers)
    return numbers
  }

  /// The RFCs in the bibliography of a text; a sub-series stands for its members.
  private func references(in bytes: [UInt8]) throws(StoreError) -> [RFCNumber] {
    let text = StructuredText(TextDecoder.document(from: bytes))
    let bibliography = Bibliography(
      of: text.document, pagination: text.pagination, outline: text.outline)
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

extension Machine {
  /// Brings some RFCs and all that they refer to, all the way down.
  ///
  /// - Returns: what has come of it, nil where nothing was lacking; and how many RFCs that are.
  func bringCited(
    by roots: [RFCNumber], isNormative: Bool, jobs: Int
  ) throws(Failure) -> (result: SyncResult?, count: Int) {
    var (walk, lacking) = try askingKnown { (catalogue) throws(StoreError) in
      var walk = try CitationWalk(self, catalogue, isNormative: isNormative)
      let lacking = try walk.go(from: roots)
      return (walk, lacking)
    }
    if lacking.isEmpty { return (nil, walk.reached.count) }
    let result = try bring(jobs: jobs) { (sync) throws(StoreError) in
      while !lacking.isEmpty, sync.bring(lacking) { lacking = try walk.go(from: lacking) }
    }
    return (result, walk.reached.count)
  }
}
