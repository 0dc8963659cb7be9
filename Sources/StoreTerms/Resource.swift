import RFCFormats
import RFCModel

/// What a server can be asked for.
public enum Resource: Hashable, Sendable, CustomStringConvertible {
  case document(DocumentID)
  /// The RFC Editor's index of the whole series, which the catalogue is made of.
  case feed
  /// The RFC Editor's list of all errata.
  case errata
  /// All RFCs, or those that a sync is to bring; not one answer of a server.
  case series

  /// As a message begins with it.
  public var description: String {
    switch self {
    case .document(let id): id.description
    case .feed: "The index of RFCs"
    case .errata: "The list of errata"
    case .series: "The series of RFCs"
    }
  }

  /// Nothing of the kind has more bytes, unpacked.
  package var sizeLimit: Int {
    switch self {
    case .document, .series: 32 << 20
    case .feed: CatalogueFeedReader.sizeLimit
    // It has 12 MB.
    case .errata: 48 << 20
    }
  }

  /// Where it lies below the cache folder, and below a mirror's base URL: `rfc/rfc4291.txt`, `rfc-index.xml`.
  package var relativePath: String {
    switch self {
    case .document(let id): id.relativePath
    case .feed: MirrorURL.feedPath
    case .errata: MirrorURL.errataPath
    case .series: "rfc"
    }
  }
}
