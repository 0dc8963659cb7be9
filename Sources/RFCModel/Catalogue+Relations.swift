// How the RFCs of a catalogue follow one another.

extension Catalogue {
  /// RFCs that are asked about on the way from one. No chain of the series needs ten; an index may be anybody's.
  private static let mostAsked = 64
  /// No entry has more relations of a kind.
  private static let mostRelations = 1000

  /// What is in force in the place of an RFC that is obsolete: the ends of all the chains that begin with what obsoletes
  /// it. 2616 -> 7230 ... 7235 -> 9110, 9111, 9112.
  ///
  /// - Parameters:
  ///   - direct: what obsoletes it.
  ///   - obsoletedBy: the same of another RFC; of one that is not listed nothing.
  /// - Returns: ascending, each once; `direct` where the chains lead round in a circle.
  public static func inForce<Problem: Error>(
    insteadOf number: RFCNumber, obsoletedBy direct: [RFCNumber],
    asking obsoletedBy: (RFCNumber) throws(Problem) -> [RFCNumber]
  ) throws(Problem) -> [RFCNumber] {
    var seen: Set = [number]
    var found: [RFCNumber] = []
    var next = direct[...]
    while let successor = next.popFirst(), seen.count <= mostAsked {
      guard seen.insert(successor).inserted else { continue }
      let successors = try obsoletedBy(successor)
      if successors.isEmpty { found.append(successor) } else { next += successors }
    }
    return found.isEmpty ? direct : found.sorted()
  }

  /// Has each relation stand at both of its ends: copies of the index lack one of them for hundreds of RFCs.
  public mutating func unite() {
    mirror(\.obsoletes, into: \.obsoletedBy)
    mirror(\.obsoletedBy, into: \.obsoletes)
    mirror(\.updates, into: \.updatedBy)
    mirror(\.updatedBy, into: \.updates)
  }

  private mutating func mirror(
    _ told: WritableKeyPath<CatalogueEntry, [ListedDocument]>,
    into mirrored: WritableKeyPath<CatalogueEntry, [ListedDocument]>
  ) {
    var missing: [RFCNumber: Set<RFCNumber>] = [:]
    for entry in entries {
      for case .rfc(let number) in entry[keyPath: told] where number != entry.number {
        missing[number, default: []].insert(entry.number)
      }
    }
    for index in entries.indices {
      guard var numbers = missing[entries[index].number] else { continue }
      let listed = entries[index][keyPath: mirrored]
      for case .rfc(let number) in listed { numbers.remove(number) }
      if numbers.isEmpty { continue }
      let room = max(0, Self.mostRelations - listed.count)
      let all = listed.compactMap(\.rfc) + numbers.sorted().prefix(room)
      entries[index][keyPath: mirrored] =
        all.sorted().map { .rfc($0) } + listed.filter { $0.rfc == nil }
    }
  }
}

extension [RFCNumber] {
  /// What an arrow leads to where a list has no room for more than one: `9110`, `9110+` where there are others. Nil for
  /// none.
  public var arrowHead: String? { first.map { "\($0)" + (count > 1 ? "+" : "") } }
}
