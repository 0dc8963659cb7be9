import CellGrid
import RFCModel

/// What a user's key file changes, `~/.config/rfcview/keys`:
///
///     # a comment
///     bind all ^O back
///     unbind reading D
///
/// A context is one of ``Context``, or `all`. What cannot be used is passed over and named.
public struct KeyFile: Sendable {
  /// A larger file was not written by hand.
  public static let limit = 64 << 10
  /// Hints that a person reads through; a file of nothing but mistakes is not one.
  private static let problemLimit = 20
  private static let changeLimit = 1000

  struct Change: Hashable, Sendable {
    let contexts: [Context]
    let sequence: KeySequence
    /// Nil to unbind.
    let command: Command?
  }

  private(set) var changes: [Change] = []
  /// A line each: `/home/u/.config/rfcview/keys:3: ...`.
  public private(set) var problems: [String] = []

  public init() {}

  /// A file that cannot be read.
  public init(problem: String) { problems = [problem] }

  /// Whether the default keys are in force, all of them and no others.
  public var isEmpty: Bool { changes.isEmpty }

  /// - Parameters:
  ///   - bytes: of the file.
  ///   - name: that problems are said of.
  public init(_ bytes: [UInt8], name: String) {
    guard bytes.count <= Self.limit else {
      problems = ["\(name): over \(Self.limit >> 10) KiB, which is not a key file"]
      return
    }
    guard !bytes.contains(0) else {
      problems = ["\(name): not text in UTF-8"]
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      do throws(Problem) {
        guard let change = try Self.change(String(decoding: line, as: UTF8.self)) else { continue }
        guard changes.count < Self.changeLimit else { throw .tooMany }
        changes.append(change)
      } catch {
        if problems.count < Self.problemLimit { problems.append("\(name):\(index + 1): \(error.message)") }
      }
    }
  }

  private enum Problem: Error {
    case verb(String)
    case fields(String)
    case context(String)
    case keys(String)
    case command(String)
    case tooMany

    var message: String {
      switch self {
      case .verb(let word):
        "\(shown(word)) is not bind or unbind"
      case .fields(let verb):
        verb == "bind" ? "write `bind CONTEXT KEYS COMMAND`" : "write `unbind CONTEXT KEYS`"
      case .context(let word):
        "\(shown(word)) is not one of all, \(Context.allCases.map(\.rawValue).joined(separator: ", "))"
      case .keys(let word): "\(shown(word)) is not a key; write j, ZZ, Space, ^F, ESC-v, F2"
      case .command(let word):
        "\(shown(word)) is not a command."
          + (Command.nearest(to: word).map { " Did you mean \($0)?" } ?? " `rfcview keys` lists them.")
      case .tooMany: "over \(KeyFile.changeLimit) keys; this one is left out"
      }
    }

    private func shown(_ word: String) -> String {
      let scalars = word.unicodeScalars.prefix(40).map { displayWidth(of: $0) == nil ? "?" : $0 }
      return "`" + String(String.UnicodeScalarView(scalars)) + "`"
    }
  }

  /// Nil for a blank line and for a comment.
  private static func change(_ line: String) throws(Problem) -> Change? {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let verb = words.first, !verb.hasPrefix("#") else { return nil }
    guard verb == "bind" || verb == "unbind" else { throw .verb(String(verb)) }
    let isBinding = verb == "bind"
    let count = isBinding ? 4 : 3
    // A comment may follow, but `#` is a key, too.
    guard words.count == count || words.count > count && words[count].hasPrefix("#") else {
      throw .fields(String(verb))
    }
    let contexts: [Context]
    if words[1] == "all" {
      contexts = Context.allCases
    } else if let context = Context(rawValue: String(words[1])) {
      contexts = [context]
    } else {
      throw .context(String(words[1]))
    }
    guard words[2].unicodeScalars.count <= 40, let sequence = KeySequence(name: words[2]),
      sequence.keys.count <= 8
    else { throw .keys(String(words[2])) }
    guard isBinding else { return Change(contexts: contexts, sequence: sequence, command: nil) }
    guard let command = Command(rawValue: String(words[3])) else { throw .command(String(words[3])) }
    return Change(contexts: contexts, sequence: sequence, command: command)
  }
}

extension Command {
  /// The name of the command that somebody may have meant.
  static func nearest(to word: some StringProtocol) -> String? {
    RFCModel.nearest(to: String(word), among: allCases.map(\.rawValue))
  }
}

extension KeyFile {
  /// A file to start from: every default key, behind a `#`.
  public static var template: String {
    var text = """
      # The keys of rfcview. This file is read from ~/.config/rfcview/keys:
      #
      #     bind CONTEXT KEYS COMMAND
      #     unbind CONTEXT KEYS
      #
      # Contexts: all, \(Context.allCases.map(\.rawValue).joined(separator: ", ")).
      # Keys: j, ZZ, Space, ^F, ESC-v, F2. A count, such as 12, is typed before any of them.
      # The lines below are what holds without a file; take the # away and change them.

      """
    for group in CommandEntry.Group.allCases {
      text += "\n# \(group.rawValue)\n"
      for entry in CommandEntry.all where entry.group == group {
        let contexts =
          entry.contexts == Context.allCases ? ["all"] : entry.contexts.map(\.rawValue)
        text += "\n# \(entry.summary)\n"
        for context in contexts {
          for key in entry.keys.split(separator: " ") {
            text += "# bind \(context) \(key) \(entry.command.rawValue)\n"
          }
        }
      }
    }
    return text
  }
}
