import ArgumentParser
import RFCFormats
import RFCModel

/// What the commands understand that print the structure of a document.
struct StructureArguments: ParsableArguments {
  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions
  @Flag(help: "As JSON.") var json = false

  /// The document that is named, from the cache or downloaded.
  func text() throws -> StructuredText {
    let bytes = try options.desk().bytes(of: try document.required())
    return StructuredText(TextDecoder.document(from: bytes))
  }
}

/// A document with its pages and its sections.
struct StructuredText {
  let document: Document
  let pagination: Pagination
  let outline: Outline

  init(_ document: Document) {
    self.document = document
    pagination = Pagination(of: document)
    outline = Outline(of: document, pagination: pagination)
  }
}
