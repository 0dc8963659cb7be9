/// What answers a filter of the catalogue, the best first.
public struct RankedDocuments: Hashable, Sendable {
  public struct Document: Hashable, Sendable {
    public let id: DocumentID
    /// How well it answers: more is better, within one answer. 0 where nothing but fields is typed.
    public let score: Double

    public init(_ id: DocumentID, score: Double) {
      self.id = id
      self.score = score
    }
  }

  /// The one that is named, then the best first, of several equal ones the latest; the obsolete behind all others.
  public var all: [Document]
  /// Words, as typed, that were left out because nothing has all of them; none where something has.
  public var leftOut: [String]

  public init(_ all: [Document] = [], leftOut: [String] = []) {
    self.all = all
    self.leftOut = leftOut
  }
}
