import RFCModel

extension Annotation {
  /// What newer RFCs change of a text, at the headings of the sections; said once where one section says it in several
  /// sentences.
  public static func all(_ places: [AmendingPlace], in outline: Outline) -> [Annotation] {
    struct Named: Hashable {
      let by: RFCNumber
      let place: SectionNumber?
      let section: SectionNumber
    }
    var seen: Set<Named> = []
    return places.compactMap { place in
      guard seen.insert(Named(by: place.by, place: place.place, section: place.section)).inserted else {
        return nil
      }
      return Annotation(place, in: outline)
    }
  }

  private init(_ place: AmendingPlace, in outline: Outline) {
    let index = outline.index(of: .section(place.section))
    let heading = index.map { index in
      let section = outline.sections[index]
      return section.lines.lowerBound..<section.lines.lowerBound + max(1, section.headingLines)
    }
    self.init(
      .amendment(place), lines: heading.map { [$0] } ?? [], section: index, isOfSection: index != nil,
      words: "\(place.name): \(place.words)")
  }
}

extension AmendingPlace {
  /// `Amended by RFC 8028, Section 3`.
  public var name: String { "Amended by RFC \(by)" + (place.map { ", \($0.named)" } ?? "") }
}
