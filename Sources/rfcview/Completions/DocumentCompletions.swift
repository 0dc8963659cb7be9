import ArgumentParser
import RFCDesk
import RFCFormats
import RFCModel

/// What shells offer where a document or a section is to be named. Nothing is asked of the network, and where something
/// cannot be read, nothing is offered.
extension CompletionKind {
  /// Words that nobody can guess. Without a kind zsh would show the argument's name, and no longer insert an option.
  static let nothing = CompletionKind.list([])

  /// Documents in the cache; behind one of them its sections.
  static let cachedDocument = CompletionKind.custom { words, index, prefix in
    let completions = DocumentCompletions()
    if words.indices.contains(index), index > 1, let document = completions.document(named: words[index - 1])
    {
      return completions.sections(of: document, beginning: prefix)
    }
    return completions.cached(beginning: prefix)
  }

  /// RFCs of the catalogue.
  static let listedRFC = CompletionKind.custom { _, _, prefix in
    DocumentCompletions().listed(beginning: prefix)
  }

  /// Sections of the document that the line names.
  static let section = CompletionKind.custom { words, _, prefix in
    let completions = DocumentCompletions()
    let document = words.dropFirst().lazy.compactMap { completions.document(named: $0) }.first
    return document.map { completions.sections(of: $0, beginning: prefix) } ?? []
  }
}

private struct DocumentCompletions {
  private let desk = (try? Machine(isReader: true))?.desk.atHand.unwatched

  func cached(beginning prefix: String) -> [String] {
    let documents = (try? desk?.cached()) ?? []
    let named = documents.compactMap { document in
      name(of: document.id, beginning: prefix).map { (document.id, $0) }
    }
    var titles: [DocumentID: String] = [:]
    if Self.showsTitles {
      for row in (try? desk?.rows(of: named.compactMap(\.0.rfc))) ?? [] { titles[row.id] = row.title }
    }
    return named.map { id, name in Self.candidate(name, title: titles[id] ?? "") }
  }

  func listed(beginning prefix: String) -> [String] {
    let rows = (try? desk?.listed()) ?? []
    return rows.compactMap { row in
      name(of: row.id, beginning: prefix).map { Self.candidate($0, title: row.title) }
    }
  }

  func sections(of id: DocumentID, beginning prefix: String) -> [String] {
    guard let bytes = (try? desk?.cachedBytes(of: id)).flatMap(\.self) else { return [] }
    let source = ParsedText(TextDecoder.document(from: bytes))
    return source.outline.sections.compactMap { section in
      guard let number = section.number?.text, number.hasPrefix(prefix.uppercased()) else { return nil }
      return Self.candidate(number, title: section.title)
    }
  }

  /// A document that is in the cache.
  func document(named word: String) -> DocumentID? {
    guard let id = Locator(typed: word)?.document else { return nil }
    return desk?.pathInCache(of: id) == nil ? nil : id
  }

  /// As it is typed: `4291`, or `rfc4291` behind `rfc`; nil where it begins otherwise.
  private func name(of id: DocumentID, beginning prefix: String) -> String? {
    let names = id.rfc.map { ["\($0)", id.baseName] } ?? [id.baseName]
    return names.first { $0.hasPrefix(prefix) }
  }

  /// zsh and fish show titles beside the names.
  private static var showsTitles: Bool { CompletionShell.requesting != .bash }

  private static func candidate(_ name: String, title: String) -> String {
    guard showsTitles, !title.isEmpty else { return name }
    return name + (CompletionShell.requesting == .zsh ? ":" : "\t") + printable(title)
  }
}
