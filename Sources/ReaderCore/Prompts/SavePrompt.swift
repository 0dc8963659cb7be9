import RFCModel

/// `s`: the name of a new file for the text, or for a part of it.
struct SavePrompt: Prompt {
  enum Content {
    case text
    /// 0-based.
    case lines(Range<Int>)
    /// That a 0-based line is in, without the indentation that its lines share.
    case code(line: Int)
  }

  /// The text that is meant, as its title row has it.
  struct Owner: Equatable {
    let name: String
    let id: DocumentID?
  }

  var line: LineEditor
  let label: String
  var path: String? { line.stem }
  private let content: Content
  private let owner: Owner

  init(_ content: Content, of owner: Owner, as name: String, label: String) {
    line = LineEditor(offering: name)
    self.label = label
    self.content = content
    self.owner = owner
  }

  func confirmed(in pane: inout Pane) -> [Effect] {
    guard !line.isEmpty else { return [] }
    // The text may be under a list, and another one by now.
    guard let text = pane.text ?? pane.document, text.reading.owner == owner else {
      pane.message = Message("\(owner.name) is not open any more. B goes back to it.")
      return []
    }
    return text.bytes(of: content).map { [.save($0, as: line.text)] } ?? []
  }
}

extension Reading {
  var owner: SavePrompt.Owner { .init(name: name, id: id) }
}
