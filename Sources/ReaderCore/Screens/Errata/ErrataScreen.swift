import RFCModel

/// What is known about a text: its errata, what amends it.
struct ErrataScreen: ListScreen {
  struct Entry: Hashable, Sendable {
    let annotation: Annotation
    /// `5.3`, or the title of a section without a number; empty for the whole document.
    let section: String
    /// It is about the section that was read when the list was opened, or one in it.
    let isHere: Bool
  }

  /// `RFC 4291`.
  let name: String
  let id: DocumentID?
  let number: RFCNumber?
  var window: Window
  var surroundings = CatalogueFilter.Surroundings()
  var entries = EntryList<Entry>(in: .here)

  /// - Parameter line: 0-based, that one reads.
  init(of reading: Reading, at line: Int, in window: Window) {
    name = reading.name
    id = reading.id
    number = reading.number
    self.window = window
    let outline = reading.outline ?? .empty
    let here = outline.index(ofSectionAt: line).map { outline.wholeRange(of: $0) }
    replace(
      by: reading.annotations.all.sorted { ($0.line ?? .max) < ($1.line ?? .max) }.map { annotation in
        let section = annotation.section.flatMap { outline.sections[at: $0] }
        return Entry(
          annotation: annotation, section: section.map { $0.number?.text ?? $0.title } ?? "",
          isHere: annotation.lines.contains { here?.contains($0.lowerBound) ?? false })
      })
  }

  let context = Context.errata
  let orders: [ListOrder] = [.here, .verified, .newest]

  func rows(of index: Int) -> Int { 2 }
  func document(of entry: Entry) -> DocumentID? { id }
  func title(of entry: Entry) -> String { entry.section }
  func isSame(_ a: Entry, _ b: Entry) -> Bool { a.annotation == b.annotation }

  func indices(in order: ListOrder) -> [Int32] {
    let all = entries.all
    let indices = all.indices.map { Int32($0) }
    func sorted<Value: Comparable>(by value: (Entry) -> Value) -> [Int32] {
      let values = all.map(value)
      return indices.sorted { (values[Int($0)], $0) < (values[Int($1)], $1) }
    }
    return switch order {
    case .verified: sorted { $0.annotation.gravity }
    case .newest: sorted { -($0.annotation.submitted?.days ?? 0) }
    case .here, .normative, .best, .oldest, .title: sorted { $0.isHere ? 0 : 1 }
    }
  }

  func passes(_ filter: String) -> ((Entry) -> Bool)? {
    guard let words = WordFilter(filter) else { return nil }
    return { entry in
      var texts = [entry.section, entry.annotation.words]
      if case .erratum(let erratum) = entry.annotation.kind {
        texts += [
          erratum.status.rawValue, erratum.kind.rawValue, erratum.original, erratum.corrected, erratum.notes,
          erratum.submitter, erratum.verifier,
        ]
      }
      return words.matches(texts.joined(separator: " "))
    }
  }

  /// Enter: its place in the text, and what is known about it in a window.
  func open(count: Count) -> Outcome {
    var outcome = Outcome()
    outcome.remark = entries.selected.map { .init(name: name, id: id, annotation: $0.annotation) }
    return outcome
  }
}

extension Annotation {
  var submitted: CalendarDate? {
    if case .erratum(let erratum) = kind { erratum.submitted } else { nil }
  }
}

extension CalendarDate {
  /// To be compared with.
  fileprivate var days: Int { (year * 12 + month) * 31 + (day ?? 0) }
}
