import CellGrid
import RFCModel

/// A row of ours between the lines of a text: not searched, not counted, not piped, not copied.
struct NoteRow: Hashable, Sendable {
  let role: Role
  /// Columns.
  let indent: Int
  let words: String
  /// The 0-based line that it stands below.
  let line: Int
}

extension Layout {
  /// The same rows with the words of annotations below the last row of the lines that they are about.
  ///
  /// - Parameters:
  ///   - annotations: ascending by the lines they end with; those of lines that the layout does not show are left out.
  ///   - columns: of the window.
  func annotated(by annotations: [Annotation], of document: Document, columns: Int) -> Layout {
    var notes: [Int: [NoteRow]] = [:]
    for annotation in annotations where annotation.isShownInText {
      guard let line = annotation.lines.last.map({ $0.upperBound - 1 }), let row = lastRow(ofLine: line)
      else { continue }
      let indent = document[line: line].prefix { $0 == 0x20 }.count
      let room = max(20, columns - indent)
      notes[row, default: []] += annotation.words.printable().wrapped(columns: room - 2).map {
        NoteRow(
          role: annotation.role, indent: min(indent, max(0, columns - room)), words: "\u{2502} " + $0,
          line: line)
      }
    }
    return notes.isEmpty ? self : inserting(notes)
  }
}
