import CLibrary
import CellGrid
import RFCModel

// The words of the desk, all of them.

extension DeskError {
  /// One line for people: the thing, the reason, the way on. Ends with a full stop; holds no control character.
  public var message: String {
    switch self {
    case .store(let error): error.message
    case .noCatalogue: "There is no catalogue yet. `rfcview update` fetches it."
    case .several(let series, let number, let members):
      "\(series.rawValue) \(number) is \(members.map { "RFC \($0)" }.joined(separator: " and ")): name one of them."
    case .onlyRFCs: "The catalogue lists RFCs only: name one."
    case .inputHasNoPath: "Standard input has no path."
    case .isDraft(let id): "\(id) is a draft; the catalogue lists RFCs only."
    case .emptyFilter: "Nothing is searched for."
    case .emptyQuery: "No words are given to search for."
    case .query(let problem): problem.message.printable(limit: 400)
    case .namesNothing(let words): "`\(printable(words))` names no RFC."
    case .emptyRange(let word): "`\(printable(word))` is a range that holds nothing."
    case .notCached(let id): "\(id) is not in the cache. `rfcview fetch` downloads it."
    case .nothingListed: "No RFC in the catalogue matches."
    case .nothingCached: "No document in the cache matches."
    case .nothingFound: "No section of a document in the cache matches."
    case .nothingCites(let number, nil): "No indexed document cites RFC \(number)."
    case .nothingCites(let number, let section?):
      "No indexed document cites Section \(section) of RFC \(number)."
    case .notIndexed(let id): "\(id) cannot be read and is not indexed."
    case .cannotRead(let name, let code):
      "Cannot read \(printable(name)): \(String(cString: strerror(code)))."
    case .tooLarge(let name, let most):
      "\(printable(name)) is larger than \(most) MiB, which is the most that is read."
    }
  }
}

extension DeskNotice {
  /// One line for people.
  public var message: String {
    switch self {
    case .store(let error): error.message
    case .fullTextLost: "The library was damaged and has been made anew; `rfcview index` indexes again."
    case .catalogueLost:
      "The library was damaged and has been made anew; `rfcview update` asks for the catalogue again."
    case .desk(let error): error.message
    }
  }
}

extension CatalogueState {
  /// A word on where a list of RFCs comes from: `index of 3 days ago`.
  public var words: String {
    switch self {
    case .fetched(daysAgo: 0): "index of today"
    case .fetched(daysAgo: 1): "index of yesterday"
    case .fetched(let days): "index of \(days) days ago"
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
    case .texts: "plain scan: no index yet; `rfcview index` makes one"
    case .indexAndTexts(1): "plain scan of 1 document that is not in the index; `rfcview index` takes it in"
    case .indexAndTexts(let count):
      "plain scan of \(count) documents that are not in the index; `rfcview index` takes them in"
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
    case 1: "1 document is not in the index; `rfcview index` takes it in"
    default: "\(notIndexed) documents are not in the index; `rfcview index` takes them in"
    }
  }

  /// The same for a status line.
  public var note: String { notIndexed == 0 ? "" : "\(notIndexed) not indexed" }
}

/// Words from outside as they may stand in a message.
private func printable(_ text: some StringProtocol) -> String { text.printable(limit: 200) }
