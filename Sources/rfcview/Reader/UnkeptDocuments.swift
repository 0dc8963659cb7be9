import RFCModel
import StoreTerms

/// Documents that have been downloaded and could not be kept, for the way back to them: the last ones.
struct UnkeptDocuments {
  /// In bytes: some twenty of the largest RFCs.
  private static let limit = 32 << 20

  private var documents: [(id: DocumentID, bytes: [UInt8])] = []

  /// Takes one where a download says that it is kept nowhere else.
  mutating func take(_ id: DocumentID, _ bytes: [UInt8], _ notices: [StoreError]) {
    documents.removeAll { $0.id == id }
    guard notices.contains(where: \.isNotKept) else { return }
    documents.append((id, bytes))
    while documents.reduce(0, { $0 + $1.bytes.count }) > Self.limit { documents.removeFirst() }
  }

  func bytes(of id: DocumentID) -> [UInt8]? { documents.first { $0.id == id }?.bytes }
}
