import RFCFormats
import RFCModel
import Unix

extension StoreError {
  /// One line for people: the thing, the layer, the way on. Ends with a full stop; holds no control character.
  public var message: String {
    switch self {
    case .neverIssued(let number):
      "RFC \(number) was never issued; the number was skipped."
    case .notInCatalogue(let number, let newest):
      "RFC \(number) is not in the catalogue\(newest.map { " (newest: RFC \($0))" } ?? "")."
        + " Run `rfcview update` to bring it up to date."
    case .noSuchSubSeries(let series, let number):
      "The catalogue lists no RFC for \(series.rawValue) \(number). Run `rfcview update` to bring it up to date."
    case .noTextEdition(let number):
      "RFC \(number) has no text edition. The PDF: https://www.rfc-editor.org/rfc/rfc\(number).pdf."
    case .offline(let id):
      "\(id) is not in the cache, and --offline (or RFCVIEW_OFFLINE) prevents downloading it."
    case .noServer(let id, let problem):
      "\(id): no server was asked, because it is unclear which one is meant"
        + (problem.map { ": \($0.message)" } ?? "") + ". Name one with --mirror."
    case .curlMissing(let id):
      "\(id) is not in the cache, and curl, which downloads it, is not installed (Debian: apt install curl)."
    case .curlNotStarted(let id, let code):
      "\(id): curl is installed but does not start: \(systemMessage(code))."
    case .transfer(let id, let failure, let endpoint):
      failure.message(about: id, at: endpoint)
    case .rsync(let module, let problem):
      "rsync from \(module) failed: \(problem.message). Using HTTP instead."
    case .refused(let id, let failure, let module):
      "\(id): the file at \(module) is \(failure.nameOfWrongText)."
    case .notInModule(let id, let module):
      "\(id): not found at \(module)."
    case .endAbruptly(let ids):
      (ids.count == 1
        ? "\(ids[0]) ends in the middle of a page or a sentence, twice in a row: it was published so, or is cut short."
        : "\(listed(ids)) end in the middle of a page or a sentence, twice in a row: they were published so, or are"
          + " cut short.") + " --refresh downloads again."
    case .cancelled(let id):
      "\(id): download cancelled."
    case .libraryFileBusy:
      "Another rfcview is changing the library. Try again when it is done."
    case .libraryFileInUse:
      "The library is in use by another program; try again."
    case .libraryFile(let path, let problem):
      "The library \(printable(path)): \(problem.message). \(problem.wayOn)"
    case .noFullText:
      "There is no index of the texts yet. Run `rfcview index` to build it."
    case .damagedCatalogue(let path):
      "The catalogue in \(printable(path)) is damaged. Run `rfcview update` to rebuild it."
    case .damagedErrata(let path):
      "The errata in \(printable(path)) are damaged. Run `rfcview update` to fetch them again."
    case .damagedFullText(let path):
      "The full text in \(printable(path)) is damaged. Run `rfcview index --rebuild` to rebuild it."
    case .badFeed(let problem):
      "\(Resource.feed): \(problem.message). The previous catalogue stays. Try again later."
    case .badErrata:
      "The list of errata is no JSON, or cut short. The previous one stays. Try again later."
    case .noHomeFolder:
      "No place for the cache: set HOME or XDG_CACHE_HOME, XDG_STATE_HOME and XDG_CONFIG_HOME."
    case .spoiled(let id, let path, let failure):
      "\(printable(path)) \(failure.wordsOfFile), not \(id). Run `rfcview fetch \(id.shortName)` to download it again."
    case .replaced(let id, let path, let failure):
      "\(printable(path)) \(failure.wordsOfFile), not \(id), which was downloaded again."
    case .notKept(let id, let path, let problem):
      "\(id) was not saved: cannot write \(printable(path)): \(problem.message)."
    case .cannotRead(let path, let problem):
      "Cannot read \(printable(path)): \(problem.message)."
    case .cannotWrite(let path, let problem):
      "Cannot write \(printable(path)): \(problem.message)."
    }
  }
}

/// `RFC 1, RFC 2 and 7 more`.
private func listed(_ ids: [DocumentID]) -> String {
  let shown = ids.prefix(10).map(\.description).joined(separator: ", ")
  return ids.count > 10 ? "\(shown) and \(ids.count - 10) more" : shown
}

extension CatalogueFeedReader.Problem {
  var message: String {
    switch self {
    case .notWellFormed(let line, let reason):
      "its XML is broken or cut short at line \(line) (\(printable(reason)))"
    case .notTheFeed: "the server sent other XML"
    case .tooLarge(let limit): "over \(binarySize(limit))"
    case .tooComplex(let line): "more elements, levels or names than an index of RFCs has, up to line \(line)"
    case .noMemory: "no memory to read it"
    }
  }
}

extension DocumentID {
  /// As it is typed: `4291`.
  fileprivate var shortName: String {
    switch self {
    case .rfc(let number): "\(number)"
    case .draft: baseName
    }
  }
}

extension LibraryFileProblem {
  var message: String {
    switch self {
    case .sqlite(let words): printable(words)
    case .wrongValue: "an invalid value"
    case .noFullText: "this SQLite has no FTS5"
    case .newer: "it was made by a newer rfcview"
    case .newerCatalogue: "its catalogue was made by a newer rfcview"
    case .newerFullText: "its index of the texts was made by a newer rfcview"
    case .newerErrata: "its errata were written by a newer rfcview"
    }
  }
}

extension LibraryFileProblem {
  fileprivate var wayOn: String {
    switch self {
    case .sqlite, .wrongValue, .noFullText: "Remove it and run `rfcview update` to rebuild it."
    case .newer, .newerCatalogue, .newerFullText, .newerErrata:
      "Use that version, or remove the file and run `rfcview update` to rebuild it."
    }
  }
}

extension RsyncProblem {
  var message: String {
    switch self {
    case .notStarted(let code): systemMessage(code)
    case .failed(let words): words.map(printable) ?? "no reason given"
    }
  }
}
