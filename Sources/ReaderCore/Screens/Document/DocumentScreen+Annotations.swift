import CellGrid
import RFCModel

/// What is known about the text: where it comes from, and where its keys lead.
extension DocumentScreen {
  mutating func askForErrata(of number: RFCNumber) {
    reading.errata = .asked
    ask(.errata(number))
  }

  /// A part of the work that finds the places of errata.
  mutating func workOnErrata() {
    if let placed = reading.workOnErrata() { fitNotes(placed: placed) }
  }

  mutating func ask(for step: AmendmentStep) {
    reading.amendments = .asked
    ask(.amendments(of: step.number, by: step.newer, step: step.step))
  }

  mutating func take(_ places: [AmendingPlace], next: Int?) {
    if let amended = reading.take(places, next: next) { fitNotes(amended: amended) }
  }

  /// All of it: a key needs them.
  mutating func workOutErrata() {
    while reading.isPlacingErrata { workOnErrata() }
  }

  /// `x`: all that is known about the text.
  mutating func openErrata() {
    guard !isCover else { return }
    workOutErrata()
    reading.workOutOutline()
    if case .unasked = reading.errata, let number = reading.number { askForErrata(of: number) }
    if let step = reading.amendmentsToAskFor { ask(for: step) }
    outcome.list = ErrataScreen(of: reading, at: reading.line(atOrBelow: currentRow), in: window)
  }

  /// Stands on what is known about a place, and shows it.
  mutating func stand(on annotation: Annotation) {
    if let line = annotation.line {
      reading.beforeJump = reading.place()
      reading.stand(
        at: reading.layout.row(ofLine: line), below: max(targetRow, 2),
        on: Landmark(line: line, isAnnotation: true))
    }
    peek(at: [annotation])
  }

  /// Enter, where `]e` has led.
  var isOnAnnotation: Bool {
    reading.landmark?.isAnnotation == true && !reading.annotationsLedTo.isEmpty
  }

  /// The window over the text with what is known about a line.
  mutating func peek(at annotations: [Annotation]) {
    guard let first = annotations.first else { return }
    let text = AnnotationText(annotations, columns: peekColumns, in: reading)
    let title = annotations.count > 1 ? "\(first.name) and \(annotations.count - 1) more" : first.name
    let destination =
      first.amendingPlace.map { Peek.Destination.line($0.line, of: .rfc($0.by)) }
      ?? first.line.map { Peek.Destination.line($0, of: reading.id) } ?? .nowhere
    peek(text, title: title, leadingTo: destination)
  }
}

extension Annotation {
  /// `Erratum 1813`.
  var name: String {
    switch kind {
    case .erratum(let erratum): "Erratum \(erratum.id)"
    case .amendment(let place): place.name
    }
  }

  /// What changes it, where it is an amendment.
  var amendingPlace: AmendingPlace? {
    if case .amendment(let place) = kind { place } else { nil }
  }
}
