extension Locator {
  /// Where a browser finds it: `https://www.rfc-editor.org/rfc/rfc4291.html#section-2.5`, `…#appendix-A.1`. A line and a name have
  /// no address; there it is the document's. Source: the identifiers in the HTML that xml2rfc makes.
  public var url: String {
    let page =
      switch document {
      case .rfc(let number): "https://www.rfc-editor.org/rfc/rfc\(number).html"
      case .draft(let name): "https://datatracker.ietf.org/doc/html/\(name.text)"
      }
    switch anchor {
    case .section(let number): return page + (number.isAppendix ? "#appendix-" : "#section-") + number.text
    case .printed(let place): return page + "#\(place.kind.rawValue)-\(place.number)".lowercased()
    case .line, .name, nil: return page
    }
  }
}

extension CitedDocument {
  /// Where a browser finds it; a sub-series and a draft without a revision as a whole, a URL as printed.
  public func url(at anchor: Anchor? = nil) -> String {
    switch self {
    case .rfc(let number): return Locator(.rfc(number), at: anchor).url
    case .subSeries(let series, let number):
      return "https://www.rfc-editor.org/info/\(series.rawValue.lowercased())\(number)"
    case .draft(let name):
      if let revision = DraftName(name) { return Locator(.draft(revision), at: anchor).url }
      return "https://datatracker.ietf.org/doc/\(name)/"
    case .url(let address): return address
    }
  }
}
