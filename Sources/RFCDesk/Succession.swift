import RFCFormats
import RFCModel
import RFCShelf
import StoreTerms

/// What became of the sections of a document, down to what is in force.
public struct Succession {
  /// A section that another became, on the way or at the end of it.
  public struct Place: Hashable, Sendable {
    /// Nil for a file that does not say its number.
    public let rfc: RFCNumber?
    public let section: Section
  }

  public struct Entry: Hashable, Sendable {
    public let section: Section
    public let relation: SectionMap.Relation
    /// Where it is now, the place that holds most of it first; empty where it is gone.
    public let places: [Place]
    /// Where it was in between: of a section that is gone, where it was last.
    public let past: [Place]
  }

  /// From the first numbered section on.
  public let entries: [Entry]
  /// Where its sections are now.
  public let successors: [RFCNumber]
  /// What stands between or in force and whose texts are not here.
  public let passedOver: [RFCNumber]
}

extension Desk {
  /// What became of the sections of an RFC, by the catalogue and the texts that are here; nothing is downloaded.
  ///
  /// - Throws: ``DeskError/notObsolete(_:)``; ``DeskError/notCached(_:)`` where no text is here that took its place.
  public func succession(of text: ParsedText, _ number: RFCNumber) throws(DeskError) -> Succession {
    var walk = SuccessionWalk(desk: self)
    let succession = try walk.succession(of: text, number)
    if succession.successors.isEmpty {
      guard let missing = succession.passedOver.last else { throw .notObsolete(number) }
      throw .notCached(.rfc(missing))
    }
    return succession
  }

  /// What became of the sections of a text in others that are named.
  public func succession(of text: ParsedText, to texts: [ParsedText]) -> Succession {
    let map = SectionMap(from: text, to: texts)
    let entries = map.entries.map { entry in
      Succession.Entry(
        section: text.outline.sections[entry.section], relation: entry.relation,
        places: entry.places.map {
          Succession.Place(
            rfc: texts[$0.text].number, section: texts[$0.text].outline.sections[$0.section])
        }, past: [])
    }
    return Succession(entries: entries, successors: texts.compactMap(\.number), passedOver: [])
  }
}

/// The RFCs that one can be compared with.
public struct Neighbors {
  /// Those whose texts are in the cache.
  public let here: [RFCNumber]
  public let missing: [RFCNumber]
  /// Whether they are what it took the place of.
  public let arePredecessors: Bool
}

extension Desk {
  /// What took the place of an RFC, in the place of what is not here what took the place of that; of one that is in
  /// force what it took the place of itself.
  ///
  /// - Throws: ``DeskError/notObsolete(_:)`` where there is neither.
  public func neighbors(of number: RFCNumber) throws(DeskError) -> Neighbors {
    var walk = SuccessionWalk(desk: self)
    let successors = try walk.successors(of: number)
    if !successors.isEmpty || !walk.passedOver.isEmpty {
      return Neighbors(here: successors, missing: walk.passedOver.sorted(), arePredecessors: false)
    }
    let obsoletes = try askingCatalogue { (catalogue) throws(StoreError) in
      try catalogue.entry(number)?.obsoletes.compactMap(\.rfc) ?? []
    }
    if obsoletes.isEmpty { throw .notObsolete(number) }
    let here = obsoletes.filter { pathInCache(of: .rfc($0)) != nil }
    return Neighbors(
      here: here, missing: obsoletes.filter { !here.contains($0) }, arePredecessors: true)
  }
}

/// Goes from text to text.
private struct SuccessionWalk {
  let desk: Desk
  private var texts: [RFCNumber: ParsedText] = [:]
  private var maps: [RFCNumber: SectionMap] = [:]
  private var next: [RFCNumber: [RFCNumber]] = [:]
  private(set) var passedOver: Set<RFCNumber> = []

  /// More texts than any chain of the series has, and more places than a section became.
  private static let mostTexts = 32
  private static let mostPlaces = 8

  init(desk: Desk) { self.desk = desk }

  mutating func succession(of text: ParsedText, _ number: RFCNumber) throws(DeskError) -> Succession {
    texts[number] = text
    try collect(from: number)
    var entries: [Succession.Entry] = []
    var all: Set<RFCNumber> = []
    for entry in map(of: number).entries {
      let section = text.outline.sections[entry.section]
      var found = Found()
      follow(entry.section, of: number, into: &found)
      for place in found.places { place.rfc.map { _ = all.insert($0) } }
      let relation =
        found.places.first.map {
          SectionMap.Relation(of: section, with: $0.section, isSplit: found.isSplit)
        } ?? .gone
      entries.append(
        Succession.Entry(section: section, relation: relation, places: found.places, past: found.past))
    }
    let ends = next.filter { $0.value.isEmpty && $0.key != number }.keys
    return Succession(entries: entries, successors: ends.sorted(), passedOver: passedOver.sorted())
  }

  /// Notes which texts that are here follow upon which.
  private mutating func collect(from number: RFCNumber) throws(DeskError) {
    var open = [number]
    while let current = open.popLast(), next.count < Self.mostTexts {
      guard next[current] == nil else { continue }
      let found = try successors(of: current)
      next[current] = found
      open += found
    }
    for (key, numbers) in next { next[key] = numbers.filter { next[$0] != nil } }
  }

  /// What follows upon an RFC and is here, in the place of what is not here what follows upon that.
  mutating func successors(of number: RFCNumber) throws(DeskError) -> [RFCNumber] {
    var seen: Set = [number]
    var open = try obsoletedBy(number)
    var found: [RFCNumber] = []
    while let candidate = open.popLast(), seen.count < Self.mostTexts {
      guard seen.insert(candidate).inserted else { continue }
      if try isHere(candidate) {
        found.append(candidate)
      } else {
        passedOver.insert(candidate)
        open += try obsoletedBy(candidate)
      }
    }
    return found.sorted()
  }

  private func obsoletedBy(_ number: RFCNumber) throws(DeskError) -> [RFCNumber] {
    try desk.askingCatalogue { (catalogue) throws(StoreError) in
      try catalogue.entry(number)?.obsoletedBy.compactMap(\.rfc) ?? []
    }
  }

  private mutating func isHere(_ number: RFCNumber) throws(DeskError) -> Bool {
    if texts[number] != nil { return true }
    guard let bytes = try? desk.cachedBytes(of: .rfc(number)) else { return false }
    texts[number] = ParsedText(TextDecoder.document(from: bytes), of: .rfc(number))
    return true
  }

  private mutating func map(of number: RFCNumber) -> SectionMap {
    if let map = maps[number] { return map }
    guard let text = texts[number] else { return SectionMap(entries: []) }
    let map = SectionMap(from: text, to: (next[number] ?? []).compactMap { texts[$0] })
    maps[number] = map
    return map
  }

  private struct Found {
    var places: [Succession.Place] = []
    var past: [Succession.Place] = []
    var isSplit = false
  }

  private mutating func follow(_ section: Int, of number: RFCNumber, into found: inout Found, depth: Int = 0)
  {
    guard depth < Self.mostTexts, let numbers = next[number],
      let entry = map(of: number).entry(of: section)
    else { return }
    if entry.relation == .split { found.isSplit = true }
    for place in entry.places where numbers.indices.contains(place.text) {
      let rfc = numbers[place.text]
      guard let text = texts[rfc] else { continue }
      let here = Succession.Place(rfc: rfc, section: text.outline.sections[place.section])
      if next[rfc]?.isEmpty ?? true {
        if !found.places.contains(here), found.places.count < Self.mostPlaces { found.places.append(here) }
      } else if !found.past.contains(here), found.past.count < Self.mostPlaces {
        found.past.append(here)
        follow(place.section, of: rfc, into: &found, depth: depth + 1)
      }
    }
  }
}
