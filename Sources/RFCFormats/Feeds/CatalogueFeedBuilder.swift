import RFCModel

/// Makes the catalogue of the elements of the index.
final class CatalogueFeedBuilder {
  /// The elements that say something, by their local names.
  private enum Element: String {
    case index = "rfc-index"
    case rfc = "rfc-entry"
    case notIssued = "rfc-not-issued-entry"
    case bcp = "bcp-entry"
    case std = "std-entry"
    case fyi = "fyi-entry"

    case author, date, keywords, abstract
    case obsoletes
    case obsoletedBy = "obsoleted-by"
    case updates
    case updatedBy = "updated-by"
    case isAlso = "is-also"

    case documentID = "doc-id"
    case title, name, month, day, year, stream, area, draft, doi
    case keyword = "kw"
    case paragraph = "p"
    case pageCount = "page-count"
    case status = "current-status"
    case publicationStatus = "publication-status"
    case workingGroup = "wg_acronym"
    case errataURL = "errata-url"

    var isEntry: Bool {
      switch self {
      case .rfc, .notIssued, .bcp, .std, .fyi: true
      default: false
      }
    }

    /// Holds other elements, and no text of its own.
    var isContainer: Bool {
      switch self {
      case .index, .author, .date, .keywords, .abstract, .obsoletes, .obsoletedBy, .updates, .updatedBy,
        .isAlso:
        true
      default: isEntry
      }
    }
  }

  /// A longer title or paragraph is cut.
  private static let textLimit = 64 << 10
  /// No entry lists more names or paragraphs.
  private static let listLimit = 1000
  /// No index has more elements; that of 9,300 RFCs has 265,000.
  private static let elementLimit = 2_000_000
  /// No index has more RFCs, or more of anything else that it lists.
  private static let entryLimit = 100_000

  private(set) var isFeed = false
  /// It says that it has entities of its own, which the index has not.
  private(set) var hasDoctype = false
  /// There is more than is taken in.
  private(set) var isFull = false
  private var elements = 0
  /// The known elements that are open, the outermost first. Unknown ones are transparent: what is in them counts as
  /// standing around them.
  private var open: [Element] = []
  private var text: [UInt8] = []

  private var entry = Entry()
  private var found = Catalogue()
  private var seen: Set<RFCNumber> = []

  /// An entry while it is read. Its name comes first, as the schema has it.
  private struct Entry {
    var name: ListedDocument?
    /// Of an RFC.
    var rfc: CatalogueEntry?
    var title = ""
    var members: [ListedDocument] = []
    var month: Int?
    var day: Int?
    var year: Int?
    var author = ""
    var isEditor = false
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> CatalogueFeedBuilder? {
    pointer.map { Unmanaged<CatalogueFeedBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func catalogue() -> Catalogue {
    found.entries.sort { $0.number < $1.number }
    found.neverIssued.sort()
    return found
  }

  // MARK: What expat tells

  func beginDoctype() { hasDoctype = true }

  func begin(_ name: UnsafePointer<CChar>?) {
    elements += 1
    if elements > Self.elementLimit { isFull = true }
    guard let element = Self.element(name), open.count < 64 else { return }
    if element == .index, open.isEmpty { isFeed = true }
    if element.isEntry { entry = Entry() }
    if element == .author {
      entry.author = ""
      entry.isEditor = false
    }
    text.removeAll(keepingCapacity: true)
    open.append(element)
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard let element = Self.element(name), open.last == element else { return }
    open.removeLast()
    if element.isContainer { close(element) } else { take(cleanText(), of: element, in: open.last) }
    text.removeAll(keepingCapacity: true)
  }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard let element = open.last, !element.isContainer, text.count < Self.textLimit else { return }
    text.append(contentsOf: bytes.prefix(Self.textLimit - text.count))
  }

  // MARK: What it means

  private func take(_ value: String, of element: Element, in parent: Element?) {
    guard !value.isEmpty else { return }
    switch (element, parent) {
    case (.documentID, .obsoletes): append(ListedDocument(name: value), to: \.obsoletes)
    case (.documentID, .obsoletedBy): append(ListedDocument(name: value), to: \.obsoletedBy)
    case (.documentID, .updates): append(ListedDocument(name: value), to: \.updates)
    case (.documentID, .updatedBy): append(ListedDocument(name: value), to: \.updatedBy)
    case (.documentID, .isAlso):
      if entry.members.count < Self.listLimit { entry.members.append(ListedDocument(name: value)) }
    case (.documentID, _):
      guard entry.name == nil else { return }
      entry.name = ListedDocument(name: value)
      entry.rfc = entry.name?.rfc.map { CatalogueEntry($0) }
    case (.title, .author): entry.isEditor = value.lowercased().hasPrefix("editor")
    case (.title, _):
      entry.rfc?.title = value
      entry.title = value
    case (.name, .author): entry.author = value
    case (.month, .date): entry.month = CalendarDate.month(named: value.utf8) ?? Int(value)
    case (.day, .date): entry.day = Int(value)
    case (.year, .date): entry.year = Int(value)
    case (.keyword, _): append(value, to: \.keywords)
    case (.paragraph, .abstract): append(value, to: \.abstract)
    case (.pageCount, _): entry.rfc?.pages = Int(value).flatMap { $0 > 0 ? $0 : nil }
    case (.status, _): entry.rfc?.status = PublicationStatus(rawValue: value)
    case (.publicationStatus, _): entry.rfc?.publicationStatus = PublicationStatus(rawValue: value)
    case (.stream, _): entry.rfc?.stream = value
    case (.area, _): entry.rfc?.area = value
    case (.workingGroup, _): entry.rfc?.workingGroup = value
    case (.draft, _): entry.rfc?.draft = value
    case (.doi, _): entry.rfc?.doi = value
    case (.errataURL, _): entry.rfc?.errataURL = value
    default: break
    }
  }

  private func close(_ element: Element) {
    switch element {
    case .author:
      if !entry.author.isEmpty {
        append(entry.author + (entry.isEditor ? ", Ed." : ""), to: \.authors)
      }
    case .rfc:
      guard var rfc = entry.rfc, hasRoom(found.entries.count), seen.insert(rfc.number).inserted else {
        return
      }
      rfc.isAlso = entry.members
      if let year = entry.year, let month = entry.month {
        rfc.date =
          CalendarDate(year: year, month: month, day: entry.day) ?? CalendarDate(year: year, month: month)
      }
      found.entries.append(rfc)
    case .notIssued:
      guard let number = entry.name?.rfc, hasRoom(found.neverIssued.count) else { return }
      found.neverIssued.append(number)
    case .bcp, .std, .fyi:
      guard case .subSeries(let series, let number) = entry.name, hasRoom(found.subSeries.count)
      else { return }
      found.subSeries.append(
        SubSeriesEntry(
          series: series, number: number, title: entry.title, members: entry.members.compactMap(\.rfc)))
    default: break
    }
  }

  private func hasRoom(_ count: Int) -> Bool {
    if count >= Self.entryLimit { isFull = true }
    return !isFull
  }

  private func append<Value>(_ value: Value, to list: WritableKeyPath<CatalogueEntry, [Value]>) {
    if let count = entry.rfc?[keyPath: list].count, count < Self.listLimit {
      entry.rfc?[keyPath: list].append(value)
    }
  }

  /// White space, which the index folds and indents at will, is one blank.
  private func cleanText() -> String {
    text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  /// The element of a name, whatever prefix stands before it.
  private static func element(_ name: UnsafePointer<CChar>?) -> Element? {
    guard let name else { return nil }
    let whole = String(cString: name)
    if let element = Element(rawValue: whole) { return element }
    return whole.lastIndex(of: ":").flatMap { Element(rawValue: String(whole[whole.index(after: $0)...])) }
  }
}
