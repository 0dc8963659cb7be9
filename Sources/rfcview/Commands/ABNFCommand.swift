import ArgumentParser
import RFCFormats
import RFCModel

struct ABNFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abnf",
    abstract: "Print the grammar of a document.",
    discussion: """
      The rules of its ABNF, in the order of the text, without the prose and the pages between them. --rule prints only \
      what one rule needs; --check names the rules that are used and not defined, and those that are defined twice.

      With --json one object: {"rules":[{"name","line","last","section","more","uses"}],"imports":[{"name","rfc","section"}]}: \
      line and last count from 1 in the published text, lines end at LF; more says whether it adds to a rule, by =/; \
      uses are the names of the rules in it, in lower case; imports are the names that are used and not defined, with \
      the RFC and the section that define them as far as the document says so, else null.

      Example: rfcview abnf 5322
      Example: rfcview abnf 3986 --rule authority
      """)

  @OptionGroup var arguments: StructureArguments

  @Option(help: ArgumentHelp("Only this rule, and what it needs.", valueName: "NAME"))
  var rule: String?

  @Flag(help: "Name what is undefined, or defined twice.") var check = false

  func run() throws {
    let (source, lines) = try arguments.read()
    var rules = source.rules.filter { lines.contains($0.lines.lowerBound) }
    if let rule {
      rules = source.rules(neededBy: rule, among: rules)
      guard !rules.isEmpty else { throw Failure("There is no rule `\(printable(rule))` here.") }
    }
    if arguments.json {
      Output.standard.write(JSONText.grammar(rules, source.importedRules, of: source))
      return
    }
    guard !rules.isEmpty else { throw Failure("There is no ABNF here.") }
    if check {
      Output.standard.write(report(rules, of: source))
      return
    }
    Output.standard.write(Array(rules.map { source.text(of: $0) }.joined()))
  }

  private func report(_ rules: [GrammarRule], of source: ParsedText) -> String {
    var lines = ""
    for rule in source.importedRules where rule.rfc != .abnf {
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
