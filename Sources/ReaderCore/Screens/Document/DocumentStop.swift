import RFCModel

/// A document and the exact position in it.
struct DocumentStop: Sendable {
  enum Origin: Sendable {
    case stored(DocumentID)
    /// A file or the standard input, which cannot be asked for again.
    case text(Source)
  }

  let origin: Origin
  let place: Standpoint
  let showsPages: Bool

  var id: DocumentID? {
    if case .stored(let id) = origin { return id }
    return nil
  }
}

extension DocumentStop {
  init(_ reading: Reading) {
    self.init(
      origin: reading.id.map(Origin.stored) ?? .text(reading.source), place: reading.standpoint,
      showsPages: reading.showsPages)
  }
}
