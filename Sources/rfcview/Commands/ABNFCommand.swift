import ArgumentParser
import RFCFormats
import RFCModel

struct ABNFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abnf",
    abstract: "Print the grammar of a document.",
    discussion: """
      The rules of its ABNF, in the order of the text, without the prose and the pages between them. --rule prints only \
      what one rule needs; --complete adds what other RFCs define, each rule below a comment with its source; --check \
      names the rules that are used and not defined, and those that are defined twice. Other RFCs are read from the cache, \
      or from the folder of a file; a line says which one is missing.

      With --json one object: {"rules":[{"name","line","last","section","more","uses"}],"imports":[{"name","rfc","section"}]}: \
      line and last count from 1 in the published text, lines end at LF; more says whether it adds to a rule, by =/; \
      uses are the names of the rules in it, in lower case; imports are the names that are used and not defined, with \
      the RFC and the section that define them as far as the document says so, else null.

      Example: rfcview abnf 5322
      Example: rfcview abnf 3986 --rule authority
      Example: rfcview abnf 9112 --complete
      """)

  @OptionGroup var arguments: StructureArguments

  @Option(help: ArgumentHelp("Only this rule, and what it needs.", valueName: "NAME"))
  var rule: String?

  @Flag(help: "With the rules that other RFCs define.") var complete = false

  @Flag(help: "Name what is undefined, or defined twice.") var check = false

  func run() throws {
    let desk = try arguments.part.options.desk()
    let text = try desk.resolve(arguments.part.document.required())
    let (source, lines) = try arguments.read()
    let load = { desk.textAtHand(of: $0, beside: text) }
    var rules = source.rules.filter { lines.contains($0.lines.lowerBound) }
    if let rule {
      rules = source.rules(neededBy: rule, among: rules)
      guard !rules.isEmpty else { throw Failure("There is no rule `\(printable(rule))` here.") }
    }
    if arguments.json {
      Output.standard.write(JSONText.grammar(rules, source.importedRules(load: load), of: source))
      return
    }
    guard !rules.isEmpty else { throw Failure("There is no ABNF here.") }
    if check {
      Output.standard.write(report(rules, source.importedRules(load: load), of: source))
      return
    }
    if complete {
      let grammar = CompleteGrammar(of: source, rules: rules, load: load)
      Output.standard.write(grammar.bytes)
      if !grammar.missing.isEmpty { Output.error.write(missing(grammar.missing)) }
      return
    }
    Output.standard.write(Array(rules.map { source.text(of: $0) }.joined()))
  }

  /// A line for each RFC that is not here or has no such rule, and one for what is nobody's.
  private func missing(_ rules: [ImportedRule]) -> String {
    let groups = Dictionary(grouping: rules, by: \.rfc)
    return groups.keys.sorted { ($0?.value ?? .max) < ($1?.value ?? .max) }.map { rfc in
      let names = (groups[rfc] ?? []).map(\.name).quoted
      return rfc.map {
        "rfcview: Not found in RFC \($0), or that is not here: \(names). `rfcview fetch \($0)` brings it.\n"
      }
        ?? "rfcview: Not defined by any text here: \(names).\n"
    }.joined()
  }

  private func report(_ rules: [GrammarRule], _ imports: [ImportedRule], of source: ParsedText) -> String {
    var lines = ""
    for rule in imports where rule.rfc != .abnf {
      let place =
        rule.rfc.map {
          ": RFC \($0)"
            + (rule.section.map { ", " + ($0.isAppendix ? "Appendix \($0)" : "Section \($0)") } ?? "")
        } ?? ""
      lines += "\(printable(rule.name)) is not defined here\(place)\n"
    }
    for (first, second) in source.repeatedRules(among: rules) {
      let name = printable(source.document.text([second.name]))
      lines +=
        "\(name) is defined twice: lines \(first.lines.lowerBound + 1) and \(second.lines.lowerBound + 1)\n"
    }
    return lines
  }
}

extension GrammarRule {
  func number(in outline: Outline) -> SectionNumber? { section.flatMap { outline.sections[$0].number } }
}
