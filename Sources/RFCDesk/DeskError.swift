import RFCModel
import StoreTerms

/// Why the desk cannot do what it was asked for. The words are in ``message``.
public enum DeskError: Error, Hashable, Sendable {
  /// What the store says.
  case store(StoreError)
  /// Nothing is known of the series, and no server may be asked.
  case noCatalogue

  // What was asked for is no thing to ask for.

  /// A sub-series that stands for several RFCs, where one document is meant.
  case several(SubSeries, Int, [RFCNumber])
  /// A file, or the standard input, where an RFC is meant.
  case onlyRFCs
  /// Standard input is nowhere.
  case inputHasNoPath
  case isDraft(DocumentID)
  /// Nothing to find was typed.
  case emptyFilter
  /// The same for a search of the texts.
  case emptyQuery
  case query(FullTextQuery.Problem)
  /// Words that choose nothing to sync.
  case namesNothing(String)
  /// `9-3`.
  case emptyRange(String)

  // What was asked for is not there.

  case notCached(DocumentID)
  /// Nothing took its place.
  case notObsolete(RFCNumber)
  case nothingListed
  /// There is no list of errata, and no server may be asked.
  case noErrataList
  /// None is known that fits.
  case noErrata(RFCNumber)
  case nothingCached
  case nothingFound
  case nothingCites(RFCNumber, section: SectionNumber?)
  /// A document that an index could not take in.
  case notIndexed(DocumentID)

  // Files of the user's.

  /// - Parameter name: of the file, or of standard input.
  case cannotRead(name: String, errno: Int32)
  case tooLarge(name: String, mebibytes: Int)
}
