import RFCModel
import StoreTerms

/// What is noted of the requirements of a document: a text file for each, `checklists/rfc9110` below the state folder,
/// one requirement a line, fields separated by tabs.
///
///     requirement<TAB>done<TAB>5.1<TAB>A sender MUST NOT generate …<TAB>note
///     file<TAB>/path
///
/// The state is `done`, `not-applicable`, `question` or `open`. A line changes alone, under the lock, and of it what
/// changes alone: what other runs write meanwhile stays, as do lines, states and further fields that this version does
/// not know, and what the text does not say any more. The list of a file has the file's path in it, and of that its name.
public struct ChecklistFile: Sendable {
  /// Some ten thousand requirements.
  static let limit = 4 << 20

  private let file: StateFile
  private let subject: Bookmark.Subject

  public init(of subject: Bookmark.Subject, folders: StoreFolders) {
    self.subject = subject
    file = StateFile(
      path: "\(folders.state)/checklists/\(subject.fileName)", limit: Self.limit,
      lockPath: folders.state + "/lock")
  }

  /// In the order in which they were noted first; none where there is no file.
  public func load() throws(StoreError) -> [ChecklistEntry] { Contents(try file.read()).entries }

  /// Changes some, all of them or none.
  ///
  /// - Returns: all that is noted then.
  @discardableResult
  public func apply(_ changes: [ChecklistChange]) throws(StoreError) -> [ChecklistEntry] {
    var entries: [ChecklistEntry] = []
    try file.update { bytes in
      var contents = Contents(bytes)
      for change in changes { contents.apply(change) }
      entries = contents.entries
      return contents.bytes(of: subject)
    }
    return entries
  }
}

extension Bookmark.Subject {
  /// `rfc9110`; of a path a number that stands for it.
  fileprivate var fileName: String {
    switch self {
    case .document(let id): return id.baseName
    case .file(let path):
      // FNV-1a: the same in every run.
      let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      return "file-" + String(hash, radix: 16)
    }
  }
}

/// The lines of the file, with what this version knows of them.
private struct Contents {
  private enum Line {
    case requirement(RequirementLine)
    case other(ArraySlice<UInt8>)
  }

  private var lines: [Line] = []
  /// Where each requirement stands last: of several lines that one counts.
  private var index: [RequirementKey: Int] = [:]

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      if let requirement = RequirementLine(line) {
        index[requirement.entry.key] = lines.count
        lines.append(.requirement(requirement))
      } else {
        lines.append(.other(line))
      }
    }
  }

  var entries: [ChecklistEntry] {
    lines.indices.compactMap { number in
      guard case .requirement(let line) = lines[number], index[line.entry.key] == number, !line.entry.isEmpty
      else { return nil }
      return line.entry
    }
  }

  mutating func apply(_ change: ChecklistChange) {
    if let number = index[change.key], case .requirement(var line) = lines[number] {
      line.apply(change.change)
      lines[number] = .requirement(line)
    } else {
      index[change.key] = lines.count
      var line = RequirementLine(change.key)
      line.apply(change.change)
      lines.append(.requirement(line))
    }
  }

  func bytes(of subject: Bookmark.Subject) -> [UInt8] {
    var bytes: [UInt8] = []
    if lines.isEmpty { return bytes }
    if case .file(let path) = subject {
      let line = Array("file\t\(path)".utf8)
      let isThere = lines.contains { if case .other(line[...]) = $0 { true } else { false } }
      if !isThere { bytes += line + [0x0A] }
    }
    for (number, line) in lines.enumerated() {
      switch line {
      case .other(let line): bytes += line + [0x0A]
      case .requirement(let line):
        // An earlier one of the same words does not come back once the last has gone.
        if line.isWorthKeeping, index[line.entry.key] == number { bytes += line.bytes + [0x0A] }
      }
    }
    return bytes
  }
}

private struct RequirementLine {
  private(set) var entry: ChecklistEntry
  /// A state that this version does not know.
  private var unknownState: Substring?
  /// Those of a later version.
  private var unknownFields: [Substring] = []

  private static let open = "open"

  init(_ key: RequirementKey) { entry = ChecklistEntry(key, state: nil) }

  /// Nil for a line of another kind.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: "requirement\t".utf8) else { return nil }
    let fields = String(decoding: line, as: UTF8.self).split(
      separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 5, !fields[3].isEmpty else { return nil }
    let state = RequirementState(rawValue: String(fields[1]))
    if state == nil, fields[1] != Self.open { unknownState = fields[1] }
    entry = ChecklistEntry(
      RequirementKey(section: String(fields[2]), words: String(fields[3])), state: state,
      note: String(fields[4]))
    unknownFields = Array(fields[5...])
  }

  var isWorthKeeping: Bool { !entry.isEmpty || unknownState != nil || !unknownFields.isEmpty }

  mutating func apply(_ change: ChecklistEntry.Change) {
    entry = entry.with(change)
    if case .state = change { unknownState = nil }
  }

  var bytes: [UInt8] {
    let state = unknownState ?? entry.state?.rawValue[...] ?? Self.open[...]
    let known = ["requirement", state, entry.key.section[...], entry.key.words[...], entry.note[...]]
    return Array((known + unknownFields).joined(separator: "\t").utf8)
  }
}
