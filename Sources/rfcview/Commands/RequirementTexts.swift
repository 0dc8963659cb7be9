import RFCDesk
import RFCFormats
import RFCModel

/// A document, or a part of it, with its requirements.
struct RequirementText {
  /// Nil for standard input.
  let subject: Bookmark.Subject?
  let source: ParsedText
  /// Those of the part that is meant; of a whole document also what was noted and is not in it any more.
  let items: [Checklist.Item]
  /// 0-based lines that are meant.
  private let lines: Range<Int>

  init(_ text: Text, _ place: Anchor?, of desk: Desk) throws {
    subject = text.subject
    source = ParsedText(TextDecoder.document(from: try desk.bytes(of: text)), of: subject?.document)
    let part = place.map { PartArguments.Part(place: $0, text: text) }
    let lines = try part?.lines(in: source) ?? 0..<source.document.lines.count
    self.lines = lines
    let noted = try subject.map { try desk.checklist(of: $0) } ?? []
    items = Checklist(of: source, entries: noted).items.filter { item in
      item.requirement.map { lines.contains($0.lines.lowerBound) } ?? (part == nil)
    }
  }

  /// Of the document; empty where it has none.
  var title: String { source.frontMatter.title ?? "" }

  func holds(_ number: SectionNumber) -> Bool {
    source.outline.index(of: number).map { lines.contains(source.outline.sections[$0].lines.lowerBound) }
      ?? false
  }
}

/// The documents that are named: one, or a part of it, or several.
struct RequirementTexts {
  let all: [RequirementText]
  /// Several were named, or stand for the one that was.
  let areSeveral: Bool
  /// Not all could be had; why not was said.
  let isIncomplete: Bool

  init(_ part: PartArguments, citedBy: String?, isNormative: Bool) throws {
    let desk = try part.options.desk()
    let place = try part.place()
    var texts: [Text]
    if let citedBy {
      guard part.document.document.isEmpty, part.document.file == nil else {
        throw Failure.usage("--cited-by chooses the RFCs; others cannot be named with it.")
      }
      guard case .document(let locator)? = TypedName(citedBy), let number = locator.document.rfc else {
        throw Failure.usage("`\(printable(citedBy))` is not an RFC.")
      }
      let numbers = try desk.withReferences(of: number, isNormative: isNormative)
      texts = numbers.map { .stored(Locator(.rfc($0))) }
    } else if let several = part.document.several {
      texts = several
    } else {
      texts = [try part.document.required()]
    }
    texts = try texts.map { try desk.resolve($0) }
    areSeveral = texts.count > 1
    guard areSeveral else {
      all = try texts.map { try RequirementText($0, place ?? $0.anchor, of: desk) }
      isIncomplete = false
      return
    }
    guard place == nil else {
      throw Failure.usage("--section is of one document, and \(texts.count) are named.")
    }
    // One that cannot be had leaves the others.
    var read: [RequirementText] = []
    for text in texts {
      do {
        read.append(try RequirementText(text, text.anchor, of: desk))
      } catch let error as DeskError {
        Output.error.write("rfcview: \(error.message)\n")
      }
    }
    all = read
    isIncomplete = read.count < texts.count
  }
}

extension DocumentArguments {
  /// The documents of a list of names, two at least: `9110 9111`, `rfc9110 rfc9111`, files. Nil for all else: in `8446
  /// 4.2` the second word is a section, which no number of four digits is.
  fileprivate var several: [Text]? {
    guard file == nil, document.count > 1 else { return nil }
    if case .files(let paths)? = try? wanted() { return paths.map { .file($0) } }
    var texts: [Text] = []
    for word in document {
      switch TypedName(word) {
      case .document(let locator)
      where texts.isEmpty || word.utf8.count > 3 || !word.allSatisfy(\.isNumber):
        texts.append(.stored(locator))
      case .subSeries(let series, let number, let anchor):
        texts.append(.subSeries(series, number, at: anchor))
      case .document, .draft, nil: return nil
      }
    }
    return texts
  }
}

extension Text {
  /// What something can be kept with; nil for standard input.
  var subject: Bookmark.Subject? {
    switch self {
    case .stored(let locator): .document(locator.document)
    case .file(let path): Bookmark.Subject(path: path.fromRoot)
    case .subSeries, .standardInput: nil
    }
  }
}
