import RFCModel

extension Annotation {
  /// An erratum at its place in a text.
  public init(_ erratum: Erratum, at place: ErratumPlace, in outline: Outline) {
    var lines = place.lines
    if lines.isEmpty, let index = place.section {
      let section = outline.sections[index]
      lines = [section.lines.lowerBound..<section.lines.lowerBound + max(1, section.headingLines)]
    }
    self.init(
      .erratum(erratum), lines: lines, marked: place.marked, section: place.section,
      isOfSection: place.lines.isEmpty && place.section != nil, words: Self.words(of: erratum))
  }

  /// What it would change, or else what should be there.
  private static func words(of erratum: Erratum) -> String {
    let label = "Erratum \(erratum.id), \(erratum.status.word): "
    let changes = WordChanges(from: erratum.original, to: erratum.corrected).all
    if !erratum.corrected.isEmpty, (1...mostChanges).contains(changes.count) {
      let (old, new) = (Array(erratum.original.utf8), Array(erratum.corrected.utf8))
      let words = changes.map { change in
        let removed = paragraph(old[change.removed])
        let added = paragraph(new[change.added])
        if removed.isEmpty {
          return "add \u{201C}\(added)\u{201D}" + behind(change.removed.lowerBound, in: old)
        }
        if added.isEmpty { return "omit \u{201C}\(removed)\u{201D}" }
        return "for \u{201C}\(removed)\u{201D} read \u{201C}\(added)\u{201D}"
      }.joined(separator: "; ")
      if words.utf8.count <= mostBytes { return label + words }
    }
    let text = erratum.corrected.isEmpty ? erratum.notes : erratum.corrected
    return label + (erratum.corrected.isEmpty ? "" : "read ") + paragraph(text.utf8.prefix(mostBytes))
      + (text.utf8.count > mostBytes ? " \u{2026}" : "")
  }

  private static let mostChanges = 4
  private static let mostBytes = 600

  /// ` behind “word”`.
  private static func behind(_ place: Int, in text: [UInt8]) -> String {
    guard let word = text[..<place].split(whereSeparator: { $0 <= 0x20 }).last else { return "" }
    return " behind \u{201C}\(String(decoding: word, as: UTF8.self))\u{201D}"
  }

  /// With one blank between words.
  private static func paragraph(_ text: some Sequence<UInt8>) -> String {
    Array(text).split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}

extension Erratum.Status {
  /// In a sentence.
  public var word: String {
    switch self {
    case .verified: "verified"
    case .held: "held for document update"
    case .reported: "reported"
    case .rejected: "rejected"
    }
  }
}
