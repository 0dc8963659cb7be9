import CellGrid
import RFCFormats
import RFCModel

/// What is known about a place, as the window over the text shows it: what the text says and what it should say, one
/// below the other with the words that differ marked, then why, and who says so.
struct AnnotationText {
  enum Mark: Hashable {
    /// Of what the text says.
    case removed
    case added
    /// Ours.
    case label
  }

  private(set) var bytes: [UInt8] = []
  /// Ascending.
  private(set) var marks: [(range: Range<Int>, mark: Mark)] = []
  private let columns: Int

  init(_ annotations: [Annotation], columns: Int, in reading: Reading) {
    self.columns = max(8, columns)
    for annotation in annotations.prefix(Self.mostAnnotations) {
      if !bytes.isEmpty {
        while bytes.last == 0x0A { bytes.removeLast() }
        bytes += Array("\n\n".utf8)
      }
      switch annotation.kind {
      case .erratum(let erratum):
        let label = annotations.count > 1 ? annotation.name + ". " : ""
        add(erratum, annotation, label: label, in: reading)
      case .amendment(let place): add(place, label: annotations.count > 1 ? annotation.name + ". " : "")
      }
    }
    while let last = bytes.last, last == 0x0A { bytes.removeLast() }
  }

  private static let mostAnnotations = 20
  /// Lines of a quotation that are shown whole.
  private static let mostLines = 6
  /// Lines shown around one that differs.
  private static let around = 1

  private mutating func add(
    _ erratum: Erratum, _ annotation: Annotation, label: String, in reading: Reading
  ) {
    var facts = [erratum.status.word.capitalized, erratum.kind.rawValue.lowercased()].joined(separator: ", ")
    if let place = annotation.place(in: reading) { facts += "; " + place }
    add(label: label + facts)
    let changes = WordChanges(from: erratum.original, to: erratum.corrected).all
    if !erratum.original.isEmpty {
      add(label: "\nIt says:")
      add(erratum.original, marking: changes.map(\.removed), as: .removed)
    }
    if !erratum.corrected.isEmpty {
      add(label: "\nIt should say:")
      add(erratum.corrected, marking: changes.map(\.added), as: .added)
    }
    if !erratum.notes.isEmpty {
      add(label: "\nNotes:")
      addParagraphs(erratum.notes)
    }
    var by = erratum.submitter.isEmpty ? "Reported" : "Reported by \(erratum.submitter)"
    if let date = erratum.submitted { by += ", \(date)" }
    if !erratum.verifier.isEmpty {
      by += erratum.status == .rejected ? "; rejected by " : "; judged by "
      by += erratum.verifier
    }
    bytes.append(0x0A)
    add(label: by + ".")
  }

  private mutating func add(_ place: AmendingPlace, label: String) {
    add(label: "\(label)It \(place.kind.rawValue) \(place.section.named).")
    addParagraphs(place.words)
  }

  /// Words of ours.
  private mutating func add(label: String) {
    for line in label.split(separator: "\n", omittingEmptySubsequences: false) {
      for piece in String(line).wrapped(columns: columns) {
        let start = bytes.count
        bytes += Array(piece.utf8)
        marks.append((start..<bytes.count, .label))
        bytes.append(0x0A)
      }
    }
  }

  private mutating func addParagraphs(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for piece in String(line).wrapped(columns: columns) { bytes += Array(piece.utf8) + [0x0A] }
    }
  }

  /// The lines of a text as they are, without what all of them are indented by; of a long one those around what differs.
  private mutating func add(_ text: String, marking ranges: [Range<Int>], as mark: Mark) {
    let text = Array(text.utf8)
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
      .drop { $0.allSatisfy { $0 <= 0x20 } }
    // The first line of a quotation may begin in the middle of one.
    let rest = lines.count > 1 ? lines.dropFirst() : lines
    let indent =
      rest.filter { line in line.contains { $0 > 0x20 } }.map { $0.prefix { $0 == 0x20 }.count }.min() ?? 0
    let differing = lines.indices.filter { index in
      ranges.contains { range in
        range.overlaps(lines[index].startIndex..<lines[index].endIndex)
          || range.isEmpty && (lines[index].startIndex...lines[index].endIndex).contains(range.lowerBound)
      }
    }
    let isLong = lines.count > Self.mostLines
    var isCut = false
    for (index, line) in zip(lines.indices, lines) {
      let isShown =
        !isLong
        || (differing.isEmpty
          ? index - lines.startIndex < Self.mostLines
          : differing.contains { abs($0 - index) <= Self.around })
      if isShown {
        isCut = false
        add(line.dropFirst(min(indent, line.prefix { $0 == 0x20 }.count)), marking: ranges, as: mark)
      } else if !isCut {
        isCut = true
        add(label: "[...]")
      }
    }
  }

  /// A line, in pieces that fit.
  private mutating func add(_ line: ArraySlice<UInt8>, marking ranges: [Range<Int>], as mark: Mark) {
    var rest = line
    repeat {
      var piece = rest
      if rest.count > columns {
        let room = rest.prefix(columns)
        piece = room.lastIndex(of: 0x20).flatMap { $0 > rest.startIndex ? rest[..<$0] : nil } ?? room
        // Between two characters.
        while piece.endIndex < rest.endIndex, piece.count > 1, rest[piece.endIndex] & 0xC0 == 0x80 {
          piece.removeLast()
        }
      }
      let start = bytes.count
      bytes += piece
      for range in ranges {
        let end = (piece.lastIndex { $0 != 0x20 } ?? piece.startIndex - 1) + 1
        let shown = range.clamped(to: piece.startIndex..<max(piece.startIndex, end))
        guard !shown.isEmpty else { continue }
        marks.append(
          (start + shown.lowerBound - piece.startIndex..<start + shown.upperBound - piece.startIndex, mark))
      }
      bytes.append(0x0A)
      rest = rest[piece.endIndex...]
      if rest.count < line.count { rest = rest.drop { $0 == 0x20 } }
    } while !rest.isEmpty
  }
}

extension Annotation {
  /// `section 5.3, line 2003`; nil for the whole document.
  func place(in reading: Reading) -> String? {
    let number = section.flatMap { index in reading.outline?.sections[at: index] }
    let heading = number.map { $0.number.map { "section \($0)" } ?? $0.title }
    guard let line, !isOfSection else { return heading }
    return [heading, "line \(line + 1)"].compactMap(\.self).joined(separator: ", ")
  }
}

extension String {
  /// `Verified`.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
