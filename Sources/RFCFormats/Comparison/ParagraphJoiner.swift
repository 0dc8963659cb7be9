/// Finds paragraphs of one text that are one paragraph of the other: where a page ends nobody can say for certain whether
/// a paragraph does, and what one text sets as an example another runs in.
struct ParagraphJoiner {
  /// The words around the end of a paragraph that stand beside each other in the other text.
  private static let reach = 2

  /// Makes one of them, on both sides.
  static func join(_ old: inout ComparedWords, _ new: inout ComparedWords) {
    let (oldEnds, newEnds) = (ends(in: old, beside: new), ends(in: new, beside: old))
    old.join { oldEnds.contains($0) }
    new.join { newEnds.contains($0) }
  }

  /// The paragraphs that go on in the next one. Those that the other text has as they are do not.
  private static func ends(in text: ComparedWords, beside other: ComparedWords) -> Set<Int> {
    let whole = Set(other.paragraphs.map(\.hash))
    var candidates: [WordHash: [Int]] = [:]
    var lengths: Set<Int> = []
    for index in text.paragraphs.indices.dropLast() {
      let (paragraph, next) = (text.paragraphs[index], text.paragraphs[index + 1])
      guard paragraph.section == next.section, !whole.contains(paragraph.hash), !whole.contains(next.hash) else {
        continue
      }
      let words = paragraph.words.suffix(reach).lowerBound..<next.words.prefix(reach).upperBound
      lengths.insert(words.count)
      candidates[text.hash(of: words), default: []].append(index)
    }
    if candidates.isEmpty { return [] }
    var found: Set<Int> = []
    for paragraph in other.paragraphs {
      for length in lengths where paragraph.words.count >= length {
        for start in paragraph.words.dropLast(length - 1) {
          guard let ends = candidates[other.hash(of: start..<start + length)] else { continue }
          found.formUnion(ends)
        }
      }
    }
    return found
  }
}
