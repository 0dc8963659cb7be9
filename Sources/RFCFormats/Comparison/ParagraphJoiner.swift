import RFCModel

/// Makes paragraphs of two texts comparable: where a page ends nobody can say for certain whether a paragraph does, and
/// what one text sets as an example another runs in.
struct ParagraphJoiner {
  /// The words around the end of a paragraph that stand beside each other in the other text.
  private static let reach = 2

  /// - Parameters:
  ///   - oldLines, newLines: those of the texts.
  static func join(
    _ old: inout ComparedWords, _ oldLines: Lines, _ new: inout ComparedWords, _ newLines: Lines
  ) {
    // What is a paragraph by itself in the other text and stands nowhere in this one.
    let (oldWanted, newWanted) = (lacking(in: old, of: new), lacking(in: new, of: old))
    let (oldLacking, newLacking) = (newWanted, oldWanted)
    old.cut(at: oldLines) { oldLacking[$0.hash] ?? 0 > 0 && oldWanted[$1] ?? 0 > 0 }
    new.cut(at: newLines) { newLacking[$0.hash] ?? 0 > 0 && newWanted[$1] ?? 0 > 0 }
    let (oldEnds, newEnds) = (ends(in: old, beside: new), ends(in: new, beside: old))
    old.join { oldEnds.contains($0) }
    new.join { newEnds.contains($0) }
  }

  /// How many more paragraphs with the same words another text has, for those that it has.
  private static func lacking(in text: ComparedWords, of other: ComparedWords) -> [WordHash: Int] {
    var counts: [WordHash: Int] = [:]
    for paragraph in other.paragraphs { counts[paragraph.hash, default: 0] += 1 }
    for paragraph in text.paragraphs { counts[paragraph.hash]? -= 1 }
    return counts
  }

  /// The paragraphs that go on in the next one. Those that the other text has as they are do not.
  private static func ends(in text: ComparedWords, beside other: ComparedWords) -> Set<Int> {
    let counts = lacking(in: other, of: text)
    func isLacking(_ paragraph: ComparedWords.Paragraph) -> Bool { counts[paragraph.hash] ?? 0 > 0 }
    var candidates: [WordHash: [Int]] = [:]
    var lengths: Set<Int> = []
    for index in text.paragraphs.indices.dropLast() {
      let (paragraph, next) = (text.paragraphs[index], text.paragraphs[index + 1])
      guard paragraph.section == next.section, isLacking(paragraph), isLacking(next) else { continue }
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
