import ArgumentParser
import RFCDesk
import RFCModel

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Print what the catalogue says about an RFC.",
    discussion: """
      With --json an object of the index's fields: "document","rfc","title","authors","date","pages","status",\
      "publicationStatus","stream","area","workingGroup","keywords","abstract","obsoletes","obsoletedBy","inForce","updates",\
      "updatedBy","amended","isAlso","doi","draft","errata","errataCount","verifiedTechnical","path". Other RFCs are numbers; inForce has \
      those that are in force in its place, at the end of the chain that obsoletedBy begins; amended has which sections newer RFCs \
      change, {"section","kind","rfc","place","line"}, as far as their texts are in the index or in the cache: place is the \
      section of theirs that says so, line its line; what the index does not know is null or empty; path is null where the text \
      is not in the cache.

      Example: rfcview info 4291
      """)

  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    let desk = try options.desk()
    let information = try desk.inform(about: document.required())
    let amended = desk.amendments(to: information.entry)
    Output.standard.write(
      json ? JSONText.information(information, amended: amended) : information.text(amended: amended))
  }
}
