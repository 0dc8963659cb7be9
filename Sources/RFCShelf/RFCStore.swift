import CLibrary
import RFCModel
import RFCTransfer
import StoreTerms
import Unix

/// The documents on this machine, and the way to more of them.
///
/// They are kept as they were published, under the names of their publishers, in a folder that other tools may fill
/// and serve: `rfc/rfc4291.txt` below the cache folder.
public struct RFCStore: Sendable {
  public let folders: StoreFolders
  public let settings: StoreSettings
  let environment: [String: String]
  let policy: RetryPolicy

  /// - Parameter environment: the variables of the process, for curl (`PATH`, `https_proxy` and its kin).
  public init(folders: StoreFolders, settings: StoreSettings, environment: [String: String]) {
    self.init(folders: folders, settings: settings, environment: environment, policy: RetryPolicy())
  }

  package init(
    folders: StoreFolders, settings: StoreSettings, environment: [String: String], policy: RetryPolicy
  ) {
    self.folders = folders
    self.settings = settings
    self.environment = environment
    self.policy = policy
  }

  /// Where a document is or would be: `~/.cache/rfcview/rfc/rfc4291.txt`; or in the first of the libraries that has
  /// it.
  public func path(of id: DocumentID) -> String { ((try? find(id)) ?? nil)?.path ?? folders.file(of: id) }

  /// A document as published, with the byte-order mark if it has one; nil where it is not in the cache.
  ///
  /// - Throws: ``StoreError/cannotRead(path:_:)`` where it is there and cannot be read or unpacked, or has over 32 MiB;
  ///   ``StoreError/spoiled(_:path:_:)`` where the file is no text.
  public func load(_ id: DocumentID) throws(StoreError) -> [UInt8]? { try find(id)?.bytes }

  /// What is in the libraries and in the cache: RFCs by number, then drafts by name. Each is named once, where
  /// ``path(of:)`` finds it.
  public func cachedDocuments() throws(StoreError) -> [CachedDocument] {
    var documents: [DocumentID: CachedDocument] = [:]
    for folder in searchedFolders {
      // A library may be gone, or be somebody else's.
      let names = (try? FileSystem.names(in: folder)) ?? []
      // Where a text is there packed as well, it is the other one that is read.
      for suffix in ["", Gzip.suffix] {
        for document in Self.documents(named: names, in: folder, suffix: suffix) {
          guard document.id.rfc != nil else { continue }
          if documents[document.id] == nil { documents[document.id] = document }
        }
      }
    }
    for folder in ["rfc", "draft"].map({ folders.cache + "/" + $0 }) {
      do throws(FileProblem) {
        for document in Self.documents(named: try FileSystem.names(in: folder), in: folder) {
          guard folders.file(of: document.id) == "\(folder)/\(document.id.fileName)" else { continue }
          if documents[document.id] == nil { documents[document.id] = document }
        }
      } catch {
        throw .cannotRead(path: folder, error)
      }
    }
    return documents.values.sorted { $0.id < $1.id }
  }

  /// Those files of a folder that are documents.
  ///
  /// - Parameter suffix: behind the names of documents.
  private static func documents(
    named names: [String], in folder: String, suffix: String = ""
  ) -> [CachedDocument] {
    names.compactMap { name in
      var status = stat()
      guard name.hasSuffix(suffix), let id = DocumentID(fileName: name.dropLast(suffix.count)),
        stat("\(folder)/\(name)", &status) == 0,
        status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
      else { return nil }
      #if canImport(Darwin)
        let modified = status.st_mtimespec.tv_sec
      #else
        let modified = status.st_mtim.tv_sec
      #endif
      return CachedDocument(id: id, bytes: Int(status.st_size), modified: Int(modified))
    }
  }

  /// Starts to download a document, whether or not it is in the cache; the file there is replaced only by a good one.
  ///
  /// - Parameters:
  ///   - mustBeKept: false for whoever only wants to read it: where the cache cannot be written, it comes all the same.
  ///   - trace: is given the conversation with the server, line by line as `curl -v` prints it, without secrets and
  ///     control characters.
  /// - Throws: what is known before the network is asked: a number without a text, offline, no curl, no folder.
  public func fetch(
    _ id: DocumentID, mustBeKept: Bool = true, trace: ((String) -> Void)? = nil
  ) throws(StoreError) -> Download {
    if let problem = KnownNumbers.problem(with: id) { throw problem }
    if let number = id.rfc, (try? catalogue()?.isNeverIssued(number)) ?? false {
      throw .neverIssued(number)
    }
    let url = settings.server.url(of: id)
    return try download(.document(id), from: url, policy: policy, mustBeKept: mustBeKept, trace: trace)
  }

  /// Starts to download the index of RFCs. It is handed over and not kept: the catalogue is what is kept of it.
  ///
  /// - Parameter entityTag: of the index that the catalogue was made of: ``DownloadProgress/notModified`` where the
  ///   server still has that one.
  public func fetchFeed(
    entityTag: String?, trace: ((String) -> Void)? = nil
  ) throws(StoreError) -> Download {
    let url = settings.server.feedURL
    return try download(.feed, from: url, policy: policy, trace: trace, entityTag: entityTag)
  }

  /// Starts to download the list of errata, in the same way.
  public func fetchErrata(
    entityTag: String?, trace: ((String) -> Void)? = nil
  ) throws(StoreError) -> Download {
    let url = settings.server.errataURL
    return try download(.errata, from: url, policy: policy, trace: trace, entityTag: entityTag)
  }

  /// Starts to download what is known to be somewhere.
  func download(
    _ resource: Resource, from url: WebURL, policy: RetryPolicy, mustBeKept: Bool = true,
    trace: ((String) -> Void)? = nil, entityTag: String? = nil
  ) throws(StoreError) -> Download {
    try checkServer(for: resource)
    guard let curl = CurlCommand.find(in: environment) else { throw .curlMissing(resource) }
    let path = folders.cache + "/" + resource.relativePath
    let incoming: IncomingBytes
    do throws(FileProblem) {
      incoming = try IncomingBytes(for: path, mustBeKept: mustBeKept)
    } catch {
      throw .cannotWrite(path: FileSystem.folder(of: path), error)
    }
    return try Download(
      of: resource, from: url, into: incoming, path: path, curl: curl, settings: settings,
      environment: environment, policy: policy, trace: trace, entityTag: entityTag)
  }

  /// To be asked before the network is.
  func checkServer(for resource: Resource) throws(StoreError) {
    if settings.isOffline { throw .offline(resource) }
    if let problem = settings.serverProblem { throw .noServer(resource, problem) }
    // curl does not say what it could not read.
    if let path = settings.curlConfig, access(path, R_OK) != 0 {
      throw .cannotRead(path: path, FileProblem(errno: errno))
    }
  }
}

/// A document in the cache.
public struct CachedDocument: Hashable, Sendable {
  public let id: DocumentID
  public let bytes: Int
  /// Seconds since 1970, UTC: when it was downloaded, or what the tool said that put it there.
  public let modified: Int

  public init(id: DocumentID, bytes: Int, modified: Int) {
    self.id = id
    self.bytes = bytes
    self.modified = modified
  }
}
