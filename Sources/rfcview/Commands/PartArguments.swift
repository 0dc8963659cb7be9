import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

/// A document, or a section of it with its subsections: `9110`, `9110#4.2`, `9110 --section 4.2`.
struct PartArguments: ParsableArguments {
  @OptionGroup var document: DocumentArguments
  @OptionGroup var options: SharedOptions

  @Option(
    help: ArgumentHelp(
      "Only this section, with its subsections: 2.5, A.1, Appendix A, or what its heading says.",
      valueName: "SECTION"),
    completion: .section)
  var section: String?

  /// The bytes of the document that is named, from the cache or downloaded, and the part that is meant.
  func read() throws -> (bytes: [UInt8], part: Part?) {
    let desk = try options.desk()
    let text = try desk.resolve(document.required())
    let place = try place() ?? text.anchor
    return (try desk.bytes(of: text), place.map { Part(place: $0, text: text) })
  }

  /// What `--section` says.
  func place() throws(Failure) -> Anchor? {
    guard let section else { return nil }
    guard let place = Anchor(typed: section) else {
      throw .usage("`\(printable(section))` is not a section.")
    }
    return place
  }

  /// A place of a document.
  struct Part {
    let place: Anchor
    let text: Text

    /// 0-based lines of it, in the text that was read.
    func lines(in source: ParsedText) throws(Failure) -> Range<Int> {
      if let index = source.outline.index(of: place) { return source.outline.wholeRange(of: index) }
      let way = text.argument.map { " `rfcview toc \(printable($0))` lists the sections." } ?? ""
      throw Failure("\(printable(text.name)) has no \(place).\(way)")
    }
  }
}

extension Text {
  /// As one writes it in a sentence.
  fileprivate var name: String {
    switch self {
    case .stored(let locator): "\(locator.document)"
    case .subSeries(let series, let number, _): "\(series.rawValue) \(number)"
    case .file(let path): path
    case .standardInput: "Standard input"
    }
  }

  /// As one types it; nil for what cannot be read once more.
  fileprivate var argument: String? {
    switch self {
    case .stored(let locator): locator.document.rfc.map { "\($0)" } ?? "\(locator.document)"
    case .subSeries(let series, let number, _): "\(series.rawValue)\(number)".lowercased()
    case .file(let path): path
    case .standardInput: nil
    }
  }
}
