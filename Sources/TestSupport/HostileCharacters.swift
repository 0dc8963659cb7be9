import CellGrid

/// Characters that may not stand on a terminal as themselves, of every kind, and words that hold them: a title, a name,
/// a note of somebody who means harm.
public enum HostileCharacters {
  public static let all: [Unicode.Scalar] =
    ([
      // Controls of ASCII and C1: BEL, CR, ESC, DEL, NEL, CSI, OSC, ST.
      0x7, 0xD, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0x9C,
      // What turns the direction of writing, and marks of it.
      0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
      0x200E, 0x200F, 0x61C,
      // What nobody sees: spaces of no width, operators, the soft hyphen, fillers of Hangul, a byte-order mark.
      0x200B, 0x2060, 0x2061, 0x2064, 0xAD, 0x115F, 0x1160, 0x3164, 0xFFA0,
      0x180E, 0xFEFF, 0x206A, 0x206F, 0x1D173, 0xE0001, 0xE0041, 0xE007F,
      // Line ends, annotations, no characters at all.
      0x2028, 0x2029, 0xFFF9, 0xFFFA, 0xFFFB, 0xFDD0, 0xFFFE, 0x10FFFF,
    ] as [UInt32]).compactMap(Unicode.Scalar.init)

  /// Words as long as a line of a window has room for, with all of them in one or other.
  public static let words: [String] = stride(from: 0, to: all.count, by: 4).map { start in
    all[start..<min(start + 4, all.count)].enumerated().map { "w\($0)" + String($1) }.joined() + "x"
  }

  /// Those that stand in a text.
  public static func found(in text: some StringProtocol) -> Set<Unicode.Scalar> {
    Set(text.unicodeScalars).intersection(all)
  }

  /// Those that stand in a frame, cell by cell: its text takes ten times as long to be made.
  public static func found(in frame: Frame) -> Set<Unicode.Scalar> {
    var found: Set<Unicode.Scalar> = []
    for cell in frame.cells where !(0x20..<0x7F).contains(cell.base) || cell.marks.0 != 0 {
      for value in [cell.base, cell.marks.0, cell.marks.1] {
        if let scalar = Unicode.Scalar(value), all.contains(scalar) { found.insert(scalar) }
      }
    }
    return found
  }
}
