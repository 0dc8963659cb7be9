import ArgumentParser
import RFCFormats
import RFCModel

/// What the commands understand that print the structure of a document.
struct StructureArguments: ParsableArguments {
  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  /// The document that is named, from the cache or downloaded.
  func text() throws -> ParsedText {
    let bytes = try options.desk().bytes(of: try document.required())
    return ParsedText(TextDecoder.document(from: bytes))
  }
}
