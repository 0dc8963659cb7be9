import RFCModel

extension Citations {
  /// What a document cites, in its prose and in its bibliography; nothing in page headers and footers, in headings'
  /// own numbers or in the printed contents.
  ///
  /// - Parameters:
  ///   - pagination, outline, bibliography: of the same document.
  ///   - number: the document's own, so that it is not taken for another; nil where it is not known.
  public init(
    of document: Document, pagination: Pagination, outline: Outline, bibliography: Bibliography,
    number: RFCNumber?
  ) {
    let running = RunningText(
      of: document, pagination: pagination, outline: outline, bibliography: bibliography)
    self.init(of: running, outline: outline, bibliography: bibliography, number: number)
  }

  /// The same, where the running text is at hand.
  ///
  /// - Parameters:
  ///   - running: made with the same outline and bibliography.
  ///   - number: the document's own, so that it is not taken for another; nil where it is not known.
  public init(of running: RunningText, outline: Outline, bibliography: Bibliography, number: RFCNumber?) {
    var scanner = CitationScanner(of: running, outline: outline, bibliography: bibliography, number: number)
    while scanner.advance(bytes: .max) {}
    self = scanner.citations
  }
}
