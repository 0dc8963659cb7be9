import RFCFormats
import RFCModel

extension Reading {
  /// Those of a kind, ascending by line, one a line. The keys and the strip take them from here.
  mutating func landmarks(_ kind: Landmark.Kind) -> [Landmark] {
    if kind != .annotation, kind != .change { workOutOutline() }
    if kind == .openRequirement { workOutChecklist() }
    return knownLandmarks(kind)
  }

  /// The same; of a kind that has to be worked out first it does so.
  func knownLandmarks(_ kind: Landmark.Kind) -> [Landmark] {
    var landmarks: [Landmark] = []
    func add(_ line: Int, _ word: @autoclosure () -> Range<Int>? = nil) {
      if landmarks.last.map({ $0.line < line }) ?? true {
        landmarks.append(Landmark(line: line, word: word()))
      }
    }
    switch kind {
    case .requirement:
      for requirement in parsed.requirements {
        add(requirement.lines.lowerBound, RequirementWords.first(of: requirement, in: document))
      }
    case .openRequirement:
      for item in checklist?.items ?? [] where item.isOpen {
        guard let requirement = item.requirement else { continue }
        add(requirement.lines.lowerBound, RequirementWords.first(of: requirement, in: document))
      }
    case .figure:
      for block in parsed.blocks {
        if case .verbatim = block.kind { add(block.lines.lowerBound) }
      }
    case .change: for line in compared?.changedLines ?? [] { add(line) }
    case .annotation:
      landmarks = annotations.lines.map { Landmark(line: $0, isAnnotation: true) }
    }
    return landmarks
  }
}
