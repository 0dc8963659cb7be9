import CellGrid
import RFCModel

extension DocumentScreen {
  /// From section to section, from landmark to landmark, from link to link.
  ///
  /// - Returns: false for another command.
  mutating func goAlong(_ command: Command, count: Int) -> Bool {
    switch command {
    case .nextSection, .previousSection, .nextSibling, .previousSibling, .parentSection, .nextChapter,
      .previousChapter:
      goToSection(command, count: count)
    case .nextRequirement: goToLandmark(requirementStops, .forward, count: count)
    case .previousRequirement: goToLandmark(requirementStops, .backward, count: count)
    case .nextFigure: goToLandmark(.figure, .forward, count: count)
    case .previousFigure: goToLandmark(.figure, .backward, count: count)
    case .nextErratum: goToLandmark(.annotation, .forward, count: count)
    case .previousErratum: goToLandmark(.annotation, .backward, count: count)
    case .nextChange: goToLandmark(.change, .forward, count: count)
    case .previousChange: goToLandmark(.change, .backward, count: count)
    case .nextLink: focusLink(by: count)
    case .previousLink: focusLink(by: -count)
    case .follow: followLink()
    case .followOrDown:
      if focus != nil {
        followLink()
      } else if isOnAnnotation {
        peek(at: reading.annotationsLedTo)
      } else {
        scroll(by: count)
      }
    case .followElsewhere: followElsewhere()
    case .linkHints: openHints()
    case .peek: openPeek()
    default: return false
    }
    return true
  }

  private mutating func goToSection(_ command: Command, count: Int) {
    let outline = reading.workOutOutline()
    let line = reading.line(atOrBelow: currentRow)
    var index = outline.index(ofSectionAt: line)
    var isAtHeading = index.map { outline.sections[$0].lines.lowerBound >= line } ?? false
    var target: Int?
    for _ in 0..<min(count, outline.sections.count) {
      guard let next = step(command, from: index, isAtHeading: isAtHeading, in: outline) else { break }
      target = next
      index = next
      isAtHeading = true
    }
    guard let target else {
      message = Message(nothing(for: command, in: outline))
      return
    }
    goTo(.line(outline.sections[target].lines.lowerBound + 1))
  }

  /// The way back first leads to the heading of the section one is in the middle of.
  private func step(_ command: Command, from index: Int?, isAtHeading: Bool, in outline: Outline) -> Int? {
    let sections = outline.sections
    guard let index else {
      switch command {
      case .nextSection, .nextSibling, .nextChapter: return sections.isEmpty ? nil : 0
      default: return nil
      }
    }
    switch command {
    case .nextSection: return index + 1 < sections.count ? index + 1 : nil
    case .previousSection: return isAtHeading ? (index > 0 ? index - 1 : nil) : index
    case .nextSibling: return outline.nextSibling(of: index)
    case .previousSibling: return isAtHeading ? outline.previousSibling(of: index) : index
    case .parentSection: return sections[index].parent
    case .nextChapter: return sections.indices[(index + 1)...].first { sections[$0].parent == nil }
    case .previousChapter:
      let end = isAtHeading ? index : index + 1
      return sections.indices[..<end].last { sections[$0].parent == nil }
    default: return nil
    }
  }

  private func nothing(for command: Command, in outline: Outline) -> String {
    if outline.sections.isEmpty { return "No sections were found in this text." }
    switch command {
    case .parentSection: return "This is a top-level section."
    case .nextSibling: return "The last one of this level."
    case .previousSibling: return "The first one of this level."
    case .previousSection, .previousChapter: return "The first section."
    default: return "The last section."
    }
  }

  // MARK: Landmarks

  private var requirementStops: Landmark.Kind {
    settings.reading.requirements == .open ? .openRequirement : .requirement
  }

  /// From one place to the next that is of a kind, brought into the window: what stands around it says what it means.
  private mutating func goToLandmark(_ kind: Landmark.Kind, _ direction: SearchDirection, count: Int) {
    let isForward = direction == .forward
    if kind == .annotation { workOutErrata() }
    let landmarks = reading.landmarks(kind)
    let rows = landmarks.map { reading.layout.row(ofLine: $0.line) }
    // Counted from where the keys have led, while that is on the screen; what a match stands in counts.
    let window = reading.view.top..<reading.view.top + pageRows
    let ledTo = reading.landmark.map { reading.layout.row(ofLine: $0.line) }
    let first = reading.matchShown(in: pageRows) ?? window.lowerBound
    let here = ledTo.flatMap { window.contains($0) ? $0 : nil } ?? first - (isForward ? 1 : 0)
    let index =
      isForward
      ? (rows.firstIndex { $0 > here }).map { $0 + count - 1 }
      : (rows.lastIndex { $0 < here }).map { $0 - count + 1 }
    guard let index, let landmark = landmarks[at: index] else {
      message = Message(
        kind == .change && reading.compared == nil
          ? "D compares this text with what took its place."
          : rows.isEmpty ? "No \(kind.name) was found in this text." : "No more \(kind.name) this way.")
      return
    }
    goTo(.landmark(landmark), below: kind == requirementStops ? pageRows / 3 : 2)
  }

  // MARK: The contents panel

  var showsContents: Bool {
    guard let outline = reading.outline, !outline.sections.isEmpty else { return false }
    switch reading.contents.visibility {
    case .open: return true
    case .closed: return false
    case .automatic:
      return window.size.columns >= settings.contentsColumns ?? .max && outline.sections.count > 1
    }
  }

  mutating func toggleContents() {
    if reading.workOutOutline().sections.isEmpty {
      message = Message("No sections were found in this text.")
    } else if reading.contents.isFocused {
      _ = closeContents()
    } else {
      reading.contents.visibility = .open
      reading.contents.isFocused = true
      let current = sectionShown
      reading.contents.selected = current
    }
  }

  /// - Returns: false where they are not on the screen.
  mutating func closeContents() -> Bool {
    guard showsContents else { return false }
    reading.contents = ContentsPanel()
    reading.contents.visibility = .closed
    return true
  }

  /// The entries of the panel as it stands, and where among them the keys are.
  func contentsEntries() -> (entries: [Int], selected: Int) {
    guard let outline = reading.outline else { return ([], 0) }
    let current = sectionShown
    let rows = max(1, geometry.textRows.count)
    let entries = reading.contents.entries(of: outline, current: current, rows: rows)
    let wanted = reading.contents.selected ?? current ?? 0
    return (entries, entries.lastIndex { $0 <= wanted } ?? 0)
  }

  /// The entry at the top of the panel, and the one that is to be in sight: a third below it where the list is long.
  var contentsScrolled: ContentsPanel.Scrolled {
    let panel = reading.contents
    let (entries, selected) = contentsEntries()
    let current = sectionShown.flatMap { current in entries.lastIndex { $0 <= current } }
    let focus = panel.isFocused ? selected : current ?? 0
    let rows = geometry.textRows.count
    let wanted = panel.scrolled.flatMap { $0.focus == focus ? $0.top : nil } ?? focus - rows / 3
    return .init(top: max(0, min(wanted, entries.count - rows)), focus: focus)
  }

  /// - Returns: false for a command that is not the panel's.
  mutating func runInContents(_ command: Command, count: Int?) -> Bool {
    let (entries, selected) = contentsEntries()
    switch command {
    case .contents: _ = closeContents()
    case .save: if !entries.isEmpty { save(section: entries[selected]) }
    case .select: selectInContents()
    case .searchForward: outcome.prompt = ListFilterPrompt(filter)
    case .fold, .unfold: fold(command == .unfold, at: entries.isEmpty ? nil : entries[selected])
    default:
      let half = isBare ? usualHalf : max(1, pageRows / 2)
      let moving = Moving(from: selected, of: entries.count, page: pageRows, half: half)
      guard let row = moving.target(of: command, count: count) else { return false }
      reading.contents.selected = entries[at: row]
    }
    return true
  }

  /// Left closes a part, or goes to the part around; Right opens it.
  private mutating func fold(_ opens: Bool, at index: Int?) {
    guard let index, let outline = reading.outline else { return }
    let hasChildren = index + 1 < outline.sections.count && outline.sections[index + 1].parent == index
    let shown = contentsEntries().entries
    let isOpen = hasChildren && shown.contains(index + 1)
    if opens {
      if hasChildren { reading.contents.folds[index] = true }
    } else if isOpen {
      reading.contents.folds[index] = false
    } else {
      reading.contents.selected = outline.sections[index].parent ?? index
    }
  }

  /// Enter in the panel: to the section; the keys go back to the text, and the panel where it would not be open by itself.
  mutating func selectInContents() {
    let (entries, selected) = contentsEntries()
    guard !entries.isEmpty, let outline = reading.outline else { return }
    let section = outline.sections[entries[selected]]
    reading.contents.isFocused = false
    reading.contents.selected = nil
    reading.contents.filter = ""
    if window.size.columns < settings.contentsColumns ?? .max { reading.contents.visibility = .closed }
    goTo(.line(section.lines.lowerBound + 1))
  }
}

extension Landmark.Kind {
  fileprivate var name: String {
    switch self {
    case .requirement: "MUST, SHOULD or MAY"
    case .openRequirement: "open requirement"
    case .figure: "figure, table or code"
    case .annotation: "erratum or amendment"
    case .change: "change"
    }
  }
}
