import CellGrid
import RFCFormats
import RFCModel

/// The requirements of the text, and what is noted of them.
extension DocumentScreen {
  /// `C`: all of them, the one that one stands at selected.
  mutating func openChecklist() {
    guard !isCover else { return }
    let checklist = reading.workOutChecklist()
    guard !checklist.items.isEmpty else {
      message = Message("This text has no sentence with a word of BCP 14: MUST, SHOULD, MAY.")
      return
    }
    let line = reading.lineLedTo ?? reading.line(atOrBelow: currentRow)
    outcome.list = ChecklistScreen(checklist, of: reading, at: line, in: window)
  }

  /// Stands on a requirement, with what is around it.
  mutating func stand(on landmark: Landmark) {
    reading.beforeJump = reading.place()
    reading.stand(
      at: reading.layout.row(ofLine: landmark.line), below: max(targetRow, pageRows / 3), on: landmark)
  }
}

extension Reading {
  /// The text whose checklist is to be asked for; nil where that has been done, or nothing can be kept of it.
  var checklistToAskFor: Bookmark.Subject? { hasAskedForChecklist || isGrowing ? nil : subject }
}

extension RequirementState {
  /// In the margin and in the list.
  var sign: Unicode.Scalar {
    switch self {
    case .done: "x"
    case .notApplicable: "-"
    case .question: "o"
    }
  }

  var role: Role {
    switch self {
    case .done, .notApplicable: .dimmed
    case .question: .warning
    }
  }
}
