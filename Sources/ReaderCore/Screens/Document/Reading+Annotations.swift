import RFCFormats
import RFCModel

/// What is known about the lines of a text, and what is still being found out.
struct Annotations {
  /// Ascending by the lines that they end with; those of the whole document last.
  private(set) var all: [Annotation] = []
  /// Indices of those that are shown at a line, the gravest first.
  private var ofLine: [Int: [Int]] = [:]

  init(_ annotations: [Annotation] = []) {
    all = annotations.sorted {
      ($0.lines.last?.upperBound ?? .max, $0.words) < ($1.lines.last?.upperBound ?? .max, $1.words)
    }
    for (index, annotation) in all.enumerated() where annotation.isShownInText {
      for line in annotation.lines.joined().prefix(Self.mostLines) { ofLine[line, default: []].append(index) }
    }
    for (line, indices) in ofLine where indices.count > 1 {
      ofLine[line] = indices.sorted { (all[$0].gravity, $0) < (all[$1].gravity, $1) }
    }
  }

  /// Lines of one that have its sign.
  private static let mostLines = 400

  var isEmpty: Bool { all.isEmpty }

  /// Those that are shown at a 0-based line, the gravest first.
  func shown(atLine line: Int) -> [Annotation] { ofLine[line, default: []].map { all[$0] } }

  /// The lines that something begins in, ascending.
  var lines: [Int] { Set(all.lazy.filter(\.isShownInText).flatMap { $0.lines.map(\.lowerBound) }).sorted() }
}

/// How far the errata of a text are known.
enum ErrataState {
  case unasked, asked
  /// They are here, and their places are being found, from the last to the first.
  case placing(ErrataLocator, [Erratum], [Annotation])
  case done
}

/// How far it is known what newer RFCs change.
enum AmendmentState {
  case unasked, asked
  /// There is more to ask for.
  case next(Int)
  case done
}

/// What is to be asked for next.
struct AmendmentStep {
  let number: RFCNumber
  let newer: [RFCNumber]
  let step: Int
}

extension Reading {
  /// Nil where all has been asked for, and where nothing updates the text.
  var amendmentsToAskFor: AmendmentStep? {
    let step: Int
    switch amendments {
    case .unasked: step = 0
    case .next(let next): step = next
    case .asked, .done: return nil
    }
    guard !isGrowing, let number, let newer = standing?.updatedBy, !newer.isEmpty else { return nil }
    return AmendmentStep(number: number, newer: newer, step: step)
  }

  /// Takes some of the places that newer RFCs change.
  ///
  /// - Parameter next: what to ask for then; nil where these were the last.
  /// - Returns: all that are known; nil where there is nothing new.
  mutating func take(_ places: [AmendingPlace], next: Int?) -> [Annotation]? {
    amendments = next.map { .next($0) } ?? .done
    if places.isEmpty || amendingPlaces.count >= Self.mostErrata { return nil }
    workOutOutline()
    amendingPlaces += places
    return Annotation.all(Array(amendingPlaces.prefix(Self.mostErrata)), in: outline ?? .empty)
  }

  /// So many of a document are shown; none has 200.
  private static let mostErrata = 1000

  /// The RFC whose errata are to be asked for; nil where they have been, or where there are none.
  var errataToAskFor: RFCNumber? {
    guard case .unasked = errata, !isGrowing, standing.map({ $0.errata.all > 0 }) ?? (id == nil) else {
      return nil
    }
    return number
  }

  /// Whether places of some are still to be found.
  var isPlacingErrata: Bool {
    if case .placing = errata { true } else { false }
  }

  /// Takes the errata of the document.
  mutating func take(_ errata: [Erratum]) {
    workOutOutline()
    let known = errata.prefix(Self.mostErrata)
    self.errata = known.isEmpty && placed.isEmpty ? .done : .placing(ErrataLocator(parsed), Array(known), [])
  }

  /// A part of the work that finds their places.
  ///
  /// - Returns: all of them, once they have been found.
  mutating func workOnErrata() -> [Annotation]? {
    guard case .placing(let locator, var rest, var found) = errata, let outline else { return nil }
    // So that the arrays are not copied.
    errata = .done
    guard let next = rest.popLast() else { return found }
    found.append(Annotation(next, at: locator.place(of: next), in: outline))
    errata = .placing(locator, rest, found)
    return nil
  }

  /// What is known about the line that a jump has led to, the gravest first.
  var annotationsLedTo: [Annotation] { lineLedTo.map { annotations.shown(atLine: $0) } ?? [] }

  /// What a row has a sign for, the gravest first, and whether it shows words in question.
  func annotations(ofRow row: Int) -> [(annotation: Annotation, isMarked: Bool)] {
    if annotations.isEmpty { return [] }
    let sources = layout.sources(ofRow: row, in: document)
    var found: [(Annotation, Bool)] = []
    var last = -1
    for source in sources {
      let line = document.lines.line(containing: source.lowerBound)
      guard line != last, !document.isBlank(line: line) else { continue }
      last = line
      for annotation in annotations.shown(atLine: line) {
        let isMarked = annotation.marked.contains { mark in sources.contains { $0.overlaps(mark) } }
        // Of a line in several rows that one has the sign which shows the words.
        let isHere =
          isMarked || annotation.marked.isEmpty || source.lowerBound == document.lines[line].lowerBound
        if isHere { found.append((annotation, isMarked)) }
      }
    }
    return found
  }
}
