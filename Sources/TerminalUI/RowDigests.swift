import CellGrid

/// A number for each row of a frame, alike for rows that look alike; 0 for a blank one.
struct RowDigests {
  private(set) var digests: [UInt64] = []

  init() {}

  init(_ frame: Frame) {
    let columns = frame.size.columns
    digests = frame.cells.withUnsafeBufferPointer { cells in
      (0..<frame.size.rows).map { row in
        Self.digest(of: UnsafeBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns]))
      }
    }
  }

  /// FNV-1a over characters, roles and columns, but for blanks.
  private static func digest(of row: UnsafeBufferPointer<Cell>) -> UInt64 {
    var digest: UInt64 = 0
    var column: UInt64 = 0
    for cell in row {
      column &+= 1 << 40
      if cell.base != 0x20 {
        digest = (digest ^ (column | UInt64(cell.role.rawValue) << 32 | UInt64(cell.base))) &* 0x100_0000_01B3
      }
    }
    return digest
  }

  /// True where a row with text on it stands where another one stood before.
  func hasMovedRows(from old: RowDigests) -> Bool {
    digests.indices.contains { row in
      digests[row] != 0 && old.digests.indices.contains { $0 != row && old.digests[$0] == digests[row] }
    }
  }

  /// True where most rows with text on them stand one row higher or lower than before.
  func isScrolledByOne(from old: RowDigests) -> Bool {
    var rows = 0
    var up = 0
    var down = 0
    for row in old.digests.indices where old.digests[row] != 0 {
      rows += 1
      if row > 0, digests[row - 1] == old.digests[row] { up += 1 }
      if row + 1 < digests.count, digests[row + 1] == old.digests[row] { down += 1 }
    }
    return max(up, down) * 2 > rows
  }
}
