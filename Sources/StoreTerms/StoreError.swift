import RFCFormats
import RFCModel
import Unix

/// Why the store cannot give a document, or keep something. The words are in `Words/`.
public enum StoreError: Error, Hashable, Sendable {
  case neverIssued(RFCNumber)
  /// Never heard of: too new, or no number of an RFC.
  case notInCatalogue(RFCNumber, newest: RFCNumber?)
  /// The catalogue has no such name, or one that stands for nothing.
  case noSuchSubSeries(SubSeries, Int)
  /// Published as PDF or on paper only.
  case noTextEdition(RFCNumber)
  /// Not in the cache, and the network is not to be asked.
  case offline(Resource)
  /// Not in the cache, and nobody can tell which server is meant; why, unless that has been told.
  case noServer(Resource, ConfigurationError?)
  case curlMissing(Resource)
  /// curl is there, but the system does not start it.
  case curlNotStarted(Resource, errno: Int32)
  case transfer(Resource, TransferFailure, Endpoint)
  /// rsync brings nothing from a module. HTTP is used then.
  case rsync(RsyncModule, RsyncProblem)
  /// What a module holds under the name of a document is not it.
  case refused(Resource, TransferFailure, RsyncModule)
  /// A module has none.
  case notInModule(Resource, RsyncModule)
  /// Texts that end in the middle, and came so twice. They are in the cache: nobody can tell whether they are whole.
  case endAbruptly([DocumentID])
  /// By ``Download/cancel()``, or by the interrupt of a blocking run.
  case cancelled(Resource)
  case noHomeFolder
  /// Another run is changing the library.
  case libraryFileBusy
  /// Another program has the library for itself.
  case libraryFileInUse
  case libraryFile(path: String, LibraryFileProblem)
  /// Nothing has been indexed yet.
  case noFullText
  /// The catalogue cannot be read.
  case damagedCatalogue(path: String)
  /// The errata cannot be read.
  case damagedErrata(path: String)
  /// The full text cannot be read.
  case damagedFullText(path: String)
  /// The index of RFCs that a server sent cannot be read.
  case badFeed(CatalogueFeedReader.Problem)
  /// The list of errata that a server sent cannot be read.
  case badErrata
  /// A file bears the name of a document and is no text: it is not shown.
  case spoiled(DocumentID, path: String, TransferFailure)
  /// The same, and the document has been downloaded since.
  case replaced(DocumentID, path: String, TransferFailure)
  /// A document that was downloaded is here for this run alone.
  case notKept(DocumentID, path: String, FileProblem)
  case cannotRead(path: String, FileProblem)
  case cannotWrite(path: String, FileProblem)
}

extension StoreError {
  /// Whether it says that a document is here for this run alone.
  public var isNotKept: Bool {
    if case .notKept = self { return true }
    return false
  }

  /// What there still is to say once the document has been downloaded.
  public var whenReplaced: StoreError {
    if case .spoiled(let id, let path, let failure) = self { return .replaced(id, path: path, failure) }
    return self
  }
}

/// Why a library, or a part of it, is of no use.
public enum LibraryFileProblem: Hashable, Sendable {
  /// In its own words.
  case sqlite(String)
  /// There is one that the program cannot have written.
  case wrongValue
  /// It was built without FTS5.
  case noFullText
  /// A later program has made it: as a whole, or a part of it.
  case newer, newerCatalogue, newerFullText, newerErrata
}

/// Why rsync brings nothing.
public enum RsyncProblem: Hashable, Sendable {
  case notStarted(errno: Int32)
  /// The first line of trouble, in its own words; nil where it says nothing.
  case failed(String?)
}
