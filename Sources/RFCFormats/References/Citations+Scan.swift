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
    let found = running.bytes.withUnsafeBufferPointer { buffer in
      var scanner = CitationScanner(
        reader: ByteReader(text: buffer), running: running, tags: TagTable(bibliography), outline: outline,
        own: number)
      scanner.scan()
      return scanner.found
    }
    self.init(Self.ordered(found))
  }

  /// Tables are read cell by cell, so their citations may come out of order.
  private static func ordered(_ found: [Citation]) -> [Citation] {
    func start(_ citation: Citation) -> Int { citation.ranges.first?.lowerBound ?? 0 }
    let isOrdered = zip(found, found.dropFirst()).allSatisfy { start($0) <= start($1) }
    return isOrdered ? found : found.sorted { start($0) < start($1) }
  }
}
