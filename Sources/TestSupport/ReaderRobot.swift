import CellGrid
import RFCFormats
import RFCModel
import ReaderCore

/// Types keys into a reader without a terminal and reads what its screen shows.
public struct ReaderRobot {
  public private(set) var workspace: Workspace
  /// Texts whose checklist it has asked for, in order.
  public private(set) var checklistsAskedFor: [Bookmark.Subject] = []
  /// What else the reader has asked of its program, in order.
  public private(set) var effects: [Effect] = []
  /// Who has asked for the last of them.
  public private(set) var lastAsker: Asker?

  public init(columns: Int = 80, rows: Int = 24, settings: ReaderSettings = ReaderSettings()) {
    workspace = Workspace(size: Size(columns: columns, rows: rows), settings: settings)
  }

  /// A reader with a document open.
  ///
  /// - Parameter isBare: as with `--pages`.
  public init(
    _ text: String, named name: String = "RFC 4242", columns: Int = 80, rows: Int = 24, isBare: Bool = false
  ) {
    var settings = ReaderSettings()
    settings.isBare = isBare
    self.init(columns: columns, rows: rows, settings: settings)
    open(text, named: name)
  }

  /// A reader whose screen shows a library.
  public init(_ library: LibraryContents, columns: Int = 80, rows: Int = 24) {
    self.init(columns: columns, rows: rows)
    send(.library(library))
  }

  public mutating func open(
    _ text: String, named name: String = "RFC 4242", memory: DocumentMemory = .init(),
    standing: Standing? = nil, at anchor: Anchor? = nil, for asker: Asker? = nil
  ) {
    let source = Source(
      name: name, id: Locator(typed: name)?.document, document: TextDecoder.document(from: Array(text.utf8)),
      memory: memory, standing: standing)
    send(.opened(source, at: anchor), for: asker)
  }

  public mutating func send(_ event: ReaderEvent, for asker: Asker? = nil) {
    take(update(&workspace, event, for: asker))
    while workspace.hasWork { take(update(&workspace, .work)) }
  }

  private mutating func take(_ requests: [Request]) {
    for request in requests {
      if case .checklist(let subject) = request.effect {
        checklistsAskedFor.append(subject)
      } else {
        effects.append(request.effect)
      }
    }
    lastAsker = requests.last?.asker ?? lastAsker
  }

  /// Keys as one writes them: `3jG/MUST<Enter>`; special ones by their name in angle brackets, `<lt>` for `<`.
  public mutating func type(_ keys: String) {
    for key in Self.keys(keys) { send(.key(key)) }
  }

  /// Keys that come so close together that nothing is worked on between them.
  public mutating func burst(_ before: String, _ keys: [Key] = [], _ after: String = "") {
    for key in Self.keys(before) + keys + Self.keys(after) { take(update(&workspace, .key(key))) }
    while workspace.hasWork { take(update(&workspace, .work)) }
  }

  private static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"), end != rest.index(after: rest.startIndex) {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        if let key = name == "lt" ? .character("<") : Key(name: name) { keys.append(key) }
        rest = rest[rest.index(after: end)...]
      } else {
        keys += first.unicodeScalars.map { .character($0) }
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  /// The button or the wheel, over a cell: 0-based.
  public mutating func mouse(_ kind: MouseEvent.Kind, _ column: Int, _ row: Int) {
    send(.mouse(MouseEvent(kind, at: Position(column: column, row: row))))
  }

  /// The button goes down and up over the first cell of a text on the screen.
  ///
  /// - Returns: false where the text is not there.
  @discardableResult
  public mutating func click(_ text: String) -> Bool {
    let rows = rows
    for (row, line) in rows.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      let column = String(line[..<range.lowerBound]).displayColumns
      mouse(.press, column, row)
      mouse(.release, column, row)
      return true
    }
    return false
  }

  public mutating func resize(columns: Int, rows: Int) {
    send(.resized(Size(columns: columns, rows: rows)))
  }

  public var frame: Frame { render(workspace) }

  /// The rows of the screen, trailing blanks cut.
  public var rows: [String] {
    frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The first row of the text, without the strip at its right.
  public var topRow: String {
    let row = rows.dropFirst(workspace.size.rows >= 12 ? 2 : workspace.size.rows >= 3 ? 1 : 0).first ?? ""
    let text = row.hasSuffix("\u{2590}") ? row.dropLast() : row[...]
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The last row.
  public var status: String { rows.last ?? "" }

  /// The roles of a row, a letter a cell: see ``Role/letter``.
  public func roles(ofRow row: Int) -> String { String(frame.row(row).map(\.role.letter)) }

  /// Every row that holds cells of a role, as `row: text of those cells`.
  public func text(in role: Role) -> [String] {
    let frame = self.frame
    return (0..<frame.size.rows).compactMap { row in
      let cells = frame.row(row).filter { $0.role == role && !$0.isRightHalf }
      guard !cells.isEmpty else { return nil }
      return String(String.UnicodeScalarView(cells.compactMap { Unicode.Scalar($0.base) }))
    }
  }
}

extension Role {
  /// One letter each, for golden files: `.` is text.
  public var letter: Character {
    switch self {
    case .text: "."
    case .dimmed: "d"
    case .heading: "h"
    case .accent: "a"
    case .link: "l"
    case .focusedLink: "f"
    case .obsoleteLink: "o"
    case .requirement: "r"
    case .match: "m"
    case .currentMatch: "c"
    case .warning: "w"
    case .selection: "s"
    case .added: "+"
    case .removed: "-"
    case .control: "^"
    }
  }
}
