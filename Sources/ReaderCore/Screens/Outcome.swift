import RFCModel

/// What follows from a command, an answer or the mouse for the pane around a screen.
struct Outcome: Sendable {
  /// Of the program around the reader.
  var effects: [Effect] = []
  var message: Message?
  /// To be opened.
  var prompt: (any Prompt)?
  /// What was typed, to be kept.
  var typed: Typed?
  /// A command that waits for a letter.
  var awaitsLetter: Command?
  /// Where a jump has begun: the way back leads there.
  var trace: DocumentStop?
  /// A list that is to have the window.
  var list: (any ListScreen)?
  /// A place in the text under the list, which makes room for it.
  var citation: Citation?
  /// The same, for something that is known about the text.
  var remark: Remark?
  /// The same, for where something of the text begins.
  var place: TextPlace?
  /// What to do when the document that is asked for has come.
  var arrival: Arrival?
  var change: WorkspaceChange?
  /// Enter is meant: at the prompt if there is one.
  var confirms = false
  /// The command is none of the screen's.
  var isUnanswered = false

  struct Citation: Sendable {
    /// Of the document, as its title row has it.
    let name: String
    let id: DocumentID?
    /// Index in ``Links/all``.
    let link: Int
    /// 0-based.
    let line: Int
  }

  struct Remark: Sendable {
    /// Of the document, as its title row has it.
    let name: String
    let id: DocumentID?
    let annotation: Annotation
  }

  struct TextPlace: Sendable {
    /// Of the document, as its title row has it.
    let name: String
    let id: DocumentID?
    /// Where it begins.
    let landmark: Landmark
  }

  struct Typed: Sendable {
    let text: String
    let history: PromptHistory
  }

  static var unanswered: Outcome {
    var outcome = Outcome()
    outcome.isUnanswered = true
    return outcome
  }

  static func asks(for effects: Effect...) -> Outcome {
    var outcome = Outcome()
    outcome.effects = effects
    return outcome
  }

  static func says(_ message: Message) -> Outcome {
    var outcome = Outcome()
    outcome.message = message
    return outcome
  }

  /// What somebody has named.
  static func opens(_ name: TypedName) -> Outcome {
    switch name {
    case .document(let locator): .asks(for: .open(locator.document, at: locator.anchor))
    case .subSeries(let series, let number, let anchor):
      .asks(for: .openSubSeries(series, number, at: anchor))
    case .draft(let name): .says(Message(warning: TypedName.lacksRevision(name)))
    }
  }

  static func opens(_ prompt: some Prompt) -> Outcome {
    var outcome = Outcome()
    outcome.prompt = prompt
    return outcome
  }
}
