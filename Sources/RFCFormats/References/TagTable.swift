import RFCModel

/// The tags of a bibliography.
struct TagTable {
  private var indices: [UInt64: Int] = [:]
  private var targets: [Citation.Target] = []

  init(_ bibliography: Bibliography) {
    for (index, reference) in bibliography.references.enumerated() {
      targets.append(reference.target.map(Citation.Target.document) ?? .reference)
      guard let tag = reference.tag else { continue }
      var tagBytes = Array(tag.utf8)
      let key = tagBytes.withUnsafeMutableBufferPointer { buffer in
        ByteReader(text: UnsafeBufferPointer(buffer)).tagKey(0..<buffer.count)
      }
      // Where two are alike, the first: notes come behind the references.
      if indices[key] == nil { indices[key] = index }
    }
  }

  /// The entry with that tag.
  func reference(_ key: UInt64) -> (index: Int, target: Citation.Target)? {
    indices[key].map { ($0, targets[$0]) }
  }
}
