import CLibrary
import CellGrid
import RFCModel

// The words of the desk, all of them.

extension DeskError {
  /// One line for people: the thing, the reason, the way on. Ends with a full stop; holds no control character.
  public var message: String {
    switch self {
    case .store(let error): error.message
    case .noCatalogue: "There is no catalogue yet. Run `rfcview update` to fetch it."
    case .several(let series, let number, let members):
      "\(series.rawValue) \(number) is \(members.map { "RFC \($0)" }.joined(separator: " and ")): name one of them."
    case .onlyRFCs: "The catalogue lists only RFCs; name one."
    case .inputHasNoPath: "Standard input has no path."
    case .isDraft(let id): "\(id) is a draft; the catalogue lists RFCs only."
    case .emptyFilter: "Name words or fields to search for."
    case .emptyQuery: "Name words to search for."
    case .query(let problem): problem.message.printable(limit: 400)
    case .namesNothing(let words): "`\(printable(words))` names no RFC."
    case .emptyRange(let word): "`\(printable(word))` is an empty range."
    case .notCached(let id): "\(id) is not in the cache. Run `rfcview fetch` to download it."
    case .notObsolete(let number): "Nothing in the catalogue obsoletes RFC \(number)."
    case .noErrataList: "There is no list of errata yet. Run `rfcview update` to fetch it."
    case .noErrata(let number): "No such erratum of RFC \(number) is known."
    case .nothingListed: "No RFC in the catalogue matches."
    case .nothingCached: "No cached document matches."
    case .nothingFound: "No section of a cached document matches."
    case .nothingCites(let number, nil): "No indexed document cites RFC \(number)."
    case .nothingCites(let number, let section?):
      "No indexed document cites Section \(section) of RFC \(number)."
    case .notIndexed(let id): "\(id) cannot be read and is not indexed."
    case .cannotRead(let name, let code):
      "Cannot read \(printable(name)): \(String(cString: strerror(code)))."
    case .tooLarge(let name, let most):
      "\(printable(name)) is larger than \(most) MiB, the most that is read."
    }
  }
}

extension DeskNotice {
  /// One line for people.
  public var message: String {
    switch self {
    case .store(let error): error.message
    case .fullTextLost:
      "The library was damaged and has been rebuilt; run `rfcview index` to index the texts again."
    case .catalogueLost:
      "The library was damaged and has been rebuilt; run `rfcview update` to fetch the catalogue again."
    case .desk(let error): error.message
    case .bringing(let step): step.words
    }
  }
}

extension SyncStep {
  /// `Bringing 14 RFCs, about 1.2 MB by their pages; what they refer to follows.`
  fileprivate var words: String {
    let tenths = max(1, (bytes + 50_000) / 100_000)
    let many = documents != 1
    return "Bringing \(documents) RFC\(many ? "s" : ""), about \(tenths / 10).\(tenths % 10) MB by"
      + (many ? " their pages" : " its pages")
      + (goesOn ? "; what \(many ? "they refer" : "it refers") to follows." : ".")
  }
}

extension CatalogueState {
  /// A word on where a list of RFCs comes from: `index from 3 days ago`.
  public var words: String {
    switch self {
    case .fetched(daysAgo: 0): "index from today"
    case .fetched(daysAgo: 1): "index from yesterday"
    case .fetched(let days): "index from \(days) days ago"
    case .missing: "no catalogue: rfcview update"
    case .inUse: "in use by another program"
    case .damaged: "catalogue damaged: rfcview update"
    }
  }
}

extension Search.Source {
  /// What there is to say of it, where the index alone has not answered.
  public var advice: String? {
    switch self {
    case .index: nil
    case .texts: "plain scan: no index yet; run `rfcview index` to build one"
    case .indexAndTexts(1): "plain scan of 1 document that is not in the index; run `rfcview index` to add it"
    case .indexAndTexts(let count):
      "plain scan of \(count) documents that are not in the index; run `rfcview index` to add them"
    }
  }

  /// The same for a status line, and nothing of the index.
  public var note: String {
    switch self {
    case .index: ""
    case .texts: "plain scan: no index"
    case .indexAndTexts(let count): "plain scan of \(count) more"
    }
  }
}

extension CitingPlaces {
  /// What there is to say of documents that nobody has asked.
  public var advice: String? {
    switch notIndexed {
    case 0: nil
    case 1: "1 document is not in the index; run `rfcview index` to add it"
    default: "\(notIndexed) documents are not in the index; run `rfcview index` to add them"
    }
  }

  /// The same for a status line.
  public var note: String { notIndexed == 0 ? "" : "\(notIndexed) not indexed" }
}

/// Words from outside as they may stand in a message.
private func printable(_ text: some StringProtocol) -> String { text.printable(limit: 200) }
