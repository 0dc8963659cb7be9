import CLibrary
import RFCDesk
import TerminalUI

/// Why the program ends: one line, and the exit status.
struct Failure: Error {
  let message: String
  let status: Int32

  init(_ message: String, status: Int32 = ExitStatus.failed) {
    self.message = message
    self.status = status
  }

  init(_ error: TerminalError) { self.init(printable(error.message)) }

  /// What the desk could not do; what was asked for in the wrong way is wrong usage.
  init(_ error: DeskError) {
    switch error {
    // A setting that cannot be used.
    case .store(.noServer): self.init(error.message, status: ExitStatus.usage)
    case .query: self.init(error.message + " See `rfcview search --help`.", status: ExitStatus.usage)
    case .several, .onlyRFCs, .inputHasNoPath, .emptyFilter, .emptyQuery, .namesNothing, .emptyRange:
      self = .usage(error.message)
    case .store, .noCatalogue, .isDraft, .notCached, .noPreviousRevision, .notObsolete, .nothingListed,
      .noErrataList, .noErrata,
      .nothingCached, .nothingFound, .nothingCites, .notIndexed, .cannotRead, .tooLarge:
      self.init(error.message)
    }
  }

  static func usage(_ message: String) -> Failure {
    Failure(message + " See `rfcview --help`.", status: ExitStatus.usage)
  }

  func end() -> Never {
    Output.error.write("rfcview: \(message)\n")
    exit(status)
  }
}
