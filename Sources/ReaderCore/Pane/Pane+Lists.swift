import RFCModel

/// Lists that are one for all documents.
extension Pane {
  // MARK: The library

  mutating func take(_ contents: LibraryContents) -> [Effect] {
    let isFirst = library == nil
    library = contents
    surroundings = contents.surroundings
    if isFirst, document == nil, list == nil { return put(LibraryScreen(contents, in: window)) }
    return spread(.library(contents)) + know(contents.surroundings)
  }

  /// The library as it was left, or as it is at first.
  func libraryScreen() -> (any ListScreen)? {
    list(.library) ?? library.map { LibraryScreen($0, in: window) }
  }

  /// The library in front, narrowed.
  mutating func showLibrary(_ contents: LibraryContents, filter: String, asks: Bool) -> [Effect] {
    library = contents
    surroundings = contents.surroundings
    var screen = list(.library) as? LibraryScreen ?? LibraryScreen(contents, in: window)
    screen.update(contents)
    screen.narrow(to: filter)
    let effects = show(screen)
    if asks { prompt = screen.filterPrompt }
    return effects
  }

  /// A document was opened: it is in the cache then, and was read recently.
  mutating func note(opened id: DocumentID) {
    surroundings?.cached.insert(id)
    surroundings?.recent.insert(id)
  }

  mutating func note(bookmarked documents: Set<DocumentID>) -> [Effect] {
    guard var known = surroundings, known.bookmarked != documents else { return [] }
    known.bookmarked = documents
    return know(known)
  }

  /// What is cached, and so on: lists mark it.
  mutating func know(_ surroundings: CatalogueFilter.Surroundings) -> [Effect] {
    self.surroundings = surroundings
    list?.know(surroundings)
    return list?.fit() ?? []
  }

  // MARK: What a text cites

  /// From the list of what it cites to the place in the text that does. Another text may have come under the list.
  mutating func show(_ citation: Outcome.Citation) -> [Effect] {
    if let reading = document?.reading, (reading.name, reading.id) == (citation.name, citation.id) {
      leaveTrace()
      putDocument()
      return inText { $0.stand(onLink: citation.link, atLine: citation.line) }
    }
    if let id = citation.id { return [.open(id, at: .line(citation.line + 1))] }
    message = Message("\(citation.name) is not open any more. B goes back to it.")
    return []
  }

  /// From the list of what is known about it to the place in the text, with the window over it.
  mutating func show(_ remark: Outcome.Remark) -> [Effect] {
    if let reading = document?.reading, (reading.name, reading.id) == (remark.name, remark.id) {
      leaveTrace()
      putDocument()
      return inText { $0.stand(on: remark.annotation) }
    }
    if let id = remark.id { return [.open(id, at: remark.annotation.line.map { .line($0 + 1) })] }
    message = Message("\(remark.name) is not open any more. B goes back to it.")
    return []
  }

  /// From a list of what the text has to the place of one.
  mutating func show(_ place: Outcome.TextPlace) -> [Effect] {
    if let reading = document?.reading, (reading.name, reading.id) == (place.name, place.id) {
      leaveTrace()
      putDocument()
      return inText { $0.stand(on: place.landmark) }
    }
    if let id = place.id { return [.open(id, at: .line(place.landmark.line + 1))] }
    message = Message("\(place.name) is not open any more. B goes back to it.")
    return []
  }

  // MARK: The search of all texts

  /// Whether there is a question that can be answered.
  var isAskingFullText: Bool { (list as? FullTextScreen)?.query != nil }

  /// The full-text screen in front of what is shown, with the prompt open.
  ///
  /// - Parameter words: what is asked for; nil: what was asked for last.
  mutating func openFullText(_ words: String?) -> [Effect] {
    var screen = list(.fullText) as? FullTextScreen ?? FullTextScreen(in: window)
    let asked = words.map { screen.ask($0) } ?? []
    let effects = show(screen)
    prompt = screen.filterPrompt
    return effects + asked
  }

  /// Enter that was pressed before the answer came.
  mutating func openFound() -> [Effect] {
    guard cover == nil, prompt == nil, let screen = list as? FullTextScreen, screen.opensFirst else {
      return []
    }
    return answer(.select)
  }

  mutating func askFullText(_ text: String) -> [Effect] {
    guard var screen = list as? FullTextScreen else { return [] }
    let effects = screen.ask(text)
    list = screen
    return effects
  }
}
