import Foundation

/// What the program says of a command: `--experimental-dump-help` of ArgumentParser, in part.
struct CommandHelp: Decodable {
  let commandName: String
  let abstract: String
  let arguments: [ArgumentHelp]
  let subcommands: [CommandHelp]?

  init(of program: Program) throws {
    struct Dump: Decodable { let command: CommandHelp }
    let dump = try program.run(["--experimental-dump-help"])
    self = try JSONDecoder().decode(Dump.self, from: Data(dump.output)).command
  }

  /// The items that the manual page is to have, the mdoc of each head without its escapes.
  var manualItems: Set<String> {
    let shown = arguments.filter(\.shouldDisplay)
    var items = Set(shown.compactMap(\.manualItem))
    for command in subcommands ?? [] {
      let operands = command.arguments.filter { $0.kind == "positional" && $0.abstract != nil }
      let head = operands.map { " Op \($0.head)" }.joined()
      items.insert("Cm \(command.commandName)\(head): \(command.abstract)")
      items.formUnion(command.manualItems)
    }
    return items
  }
}

struct ArgumentHelp: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let kind: String
  let names: [Name]?
  let valueName: String
  let isRepeating: Bool
  let shouldDisplay: Bool
  let abstract: String?
  let defaultValue: String?

  /// `Fl -jobs Ar N`, `Ar words ...`.
  var head: String {
    guard let names else { return "Ar \(valueName)\(isRepeating ? " ..." : "")" }
    let flags = names.map { "Fl \($0.kind == "long" ? "-" : "")\($0.name)" }.joined(separator: " , ")
    return kind == "option" ? "\(flags) Ar \(valueName)" : flags
  }

  fileprivate var manualItem: String? {
    abstract.map { "\(head): \($0)\(defaultValue.map { " (default: \($0))" } ?? "")" }
  }
}
