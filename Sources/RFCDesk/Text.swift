import RFCModel
import RFCTransfer
import StoreTerms

/// A text and where it comes from.
public enum Text: Hashable, Sendable {
  case stored(Locator)
  /// `BCP 14`: the catalogue knows which RFCs that is.
  case subSeries(SubSeries, Int, at: Anchor? = nil)
  case file(String)
  case standardInput

  public var anchor: Anchor? {
    switch self {
    case .stored(let locator): locator.anchor
    case .subSeries(_, _, let anchor): anchor
    case .file, .standardInput: nil
    }
  }
}

/// The bytes of a text, and what there is to say of it although it is there.
public struct Obtained: Hashable, Sendable {
  public private(set) var bytes: [UInt8]
  public var notices: [StoreError] = []
  public var isDownloaded = false

  /// Lets go of the bytes: whoever changes them then does so where they are.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

extension Desk {
  /// The published bytes of a text, downloaded where it must be. The client hears what there is to say of it.
  public func bytes(of text: Text) throws(DeskError) -> [UInt8] {
    let obtained = try obtain(text)
    tell(obtained.notices)
    return obtained.bytes
  }

  /// Starts to download a document, for whoever drives that himself and has other things to do meanwhile.
  public func startDownload(of id: DocumentID) throws(DeskError) -> Download {
    try askingStore { () throws(StoreError) in try store.fetch(id, mustBeKept: false) }
  }

  /// Nil where it is not in the cache. Nothing is asked of the network.
  public func cachedBytes(of id: DocumentID) throws(DeskError) -> [UInt8]? {
    try askingStore { () throws(StoreError) in try store.load(id) }
  }

  /// The published bytes of an RFC that is here: in the cache, or in the folder of a file that is read. Nil for any other.
  ///
  /// - Parameter text: what is read.
  public func textAtHand(of number: RFCNumber, beside text: Text) -> [UInt8]? {
    if let bytes = try? cachedBytes(of: .rfc(number)) { return bytes }
    guard case .file(let path) = text else { return nil }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return try? FileText.read(folder + DocumentID.rfc(number).fileName)
  }

  /// Has the client hear what there is to say of a text.
  public func tell(_ notices: [StoreError]) {
    for notice in notices { client?.hear(.store(notice)) }
  }

  /// The same for whoever has another place to tell it.
  public func obtain(_ text: Text) throws(DeskError) -> Obtained {
    switch try resolve(text) {
    case .file(let path): return Obtained(bytes: try FileText.read(path))
    case .standardInput: return Obtained(bytes: try FileText.readInput())
    case .stored(let locator): return try obtain(locator.document, mustBeKept: false)
    case .subSeries(let series, let number, _): throw try several(series, number)
    }
  }

  /// A document from the cache, or downloaded: also where there is a file that is no text, or cannot be read.
  ///
  /// - Parameters:
  ///   - mustBeKept: whether to read it is not enough.
  ///   - trace: is given the conversation with the server, line by line.
  public func obtain(
    _ id: DocumentID, mustBeKept: Bool, trace: ((String) -> Void)? = nil
  ) throws(DeskError) -> Obtained {
    var problem: StoreError?
    if !refreshes {
      do throws(StoreError) {
        if let bytes = try store.load(id) { return Obtained(bytes: bytes) }
      } catch {
        if isOffline { throw .store(error) }
        problem = error
      }
    }
    do throws(DeskError) {
      let (bytes, download) = try downloading { (store) throws(StoreError) in
        try store.fetch(id, mustBeKept: mustBeKept, trace: trace)
      }
      return Obtained(
        bytes: bytes ?? [], notices: [problem?.whenReplaced].compactMap(\.self) + download.notices,
        isDownloaded: true)
    } catch {
      if let problem { client?.hear(.store(problem)) }
      throw error
    }
  }
}
