/// A window in character cells.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, 0-based from the top left.
public struct Position: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// What a cell means. What it looks like is the theme's business.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, dimmed, heading, accent
  case link, focusedLink, obsoleteLink
  case requirement
  case match, currentMatch
  case warning, selection
  /// In a comparison: words that the other text lacks, in the newer one and in the older one.
  case added, removed
  /// A control byte of the document, shown as `^[`.
  case control
}

extension Role {
  /// As the configuration has it: `focused-link`.
  public var name: String {
    switch self {
    case .text: "text"
    case .dimmed: "dimmed"
    case .heading: "heading"
    case .accent: "accent"
    case .link: "link"
    case .focusedLink: "focused-link"
    case .obsoleteLink: "obsolete-link"
    case .requirement: "requirement"
    case .match: "match"
    case .currentMatch: "current-match"
    case .warning: "warning"
    case .selection: "selection"
    case .added: "added"
    case .removed: "removed"
    case .control: "control"
    }
  }

  /// The inverse of ``name``.
  public init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}

/// What a document itself asks for by overstriking: bold is a letter printed twice, underline a letter over `_`.
public struct Emphasis: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Emphasis(rawValue: 1)
  public static let underline = Emphasis(rawValue: 2)
}

/// One character cell: a base character, up to two combining marks, what it means.
public struct Cell: Hashable, Sendable {
  /// Never a control character. 0 in the right half of a wide character.
  public var base: UInt32
  /// Combining marks over ``base``, 0 where there are none.
  public var marks: (UInt32, UInt32)
  public var role: Role
  public var emphasis: Emphasis

  public init(
    base: Unicode.Scalar, marks: (UInt32, UInt32) = (0, 0), role: Role = .text, emphasis: Emphasis = []
  ) {
    self.base = base.value
    self.marks = marks
    self.role = role
    self.emphasis = emphasis
  }

  public static let blank = Cell(base: " ")

  /// The right half of the wide character to the left.
  public static func rightHalf(role: Role, emphasis: Emphasis = []) -> Cell {
    var cell = Cell(base: " ", role: role, emphasis: emphasis)
    cell.base = 0
    return cell
  }

  @inlinable public var isRightHalf: Bool { base == 0 }

  /// Where there is no room left the mark is dropped.
  public mutating func add(mark: Unicode.Scalar) {
    if marks.0 == 0 {
      marks.0 = mark.value
    } else if marks.1 == 0 {
      marks.1 = mark.value
    }
  }

  @inlinable public static func == (a: Cell, b: Cell) -> Bool {
    a.base == b.base && a.role == b.role && a.emphasis == b.emphasis && a.marks == b.marks
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(role)
    hasher.combine(emphasis)
  }
}
