import RFCModel

/// Which section of the older text is which of the newer one, one to one.
struct SectionPairs {
  private(set) var newOfOld: [Int?]
  private(set) var oldOfNew: [Int?]

  /// - Parameter text: which of the texts of the map the newer one is.
  init(_ old: Outline, _ new: Outline, _ map: SectionMap, text: Int = 0) {
    newOfOld = Array(repeating: nil, count: old.sections.count)
    oldOfNew = Array(repeating: nil, count: new.sections.count)
    // What has its title is the same section before what has words of it.
    for keepsTitle in [true, false] {
      for entry in map.entries where newOfOld[entry.section] == nil {
        guard let place = entry.places.first(where: { $0.text == text && oldOfNew[$0.section] == nil }) else {
          continue
        }
        let isAlike = old.sections[entry.section].title == new.sections[place.section].title
        if isAlike || !keepsTitle { pair(entry.section, place.section) }
      }
    }
    // The map leaves out what stands before the first numbered section, texts that number none, and sections of which
    // little is left but their names.
    var places: [String: [Int]] = [:]
    for index in new.sections.indices.reversed() where oldOfNew[index] == nil {
      places[new.sections[index].title, default: []].append(index)
    }
    for index in old.sections.indices where newOfOld[index] == nil {
      if let place = places[old.sections[index].title]?.popLast() { pair(index, place) }
    }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    newOfOld[old] = new
    oldOfNew[new] = old
  }
}
