import ArgumentParser
import RFCFormats

/// What the commands understand that print the structure of a document, or of a part of it.
struct StructureArguments: ParsableArguments {
  @OptionGroup var part: PartArguments
  @Flag(help: "As JSON.") var json = false

  /// The document that is named, and the 0-based lines of it that are meant.
  func read() throws -> (text: ParsedText, lines: Range<Int>) {
    let (bytes, part) = try part.read()
    let text = ParsedText(TextDecoder.document(from: bytes))
    return (text, try part?.lines(in: text) ?? 0..<text.document.lines.count)
  }
}
