/// A place in a document, written so that it is found again in another window, with or without printed pages, and by
/// a version that finds other headings.
public struct Place: Hashable, Sendable {
  /// The section it lies in; nil before the first heading and in a section without a number.
  public var section: SectionNumber?
  /// Lines below the section's heading, 0 and up; from the first line of the text where ``section`` is nil.
  public var offset: Int
  /// 1-based line of the published text: the way back where the section is not found.
  public var line: Int

  public init(section: SectionNumber?, offset: Int, line: Int) {
    self.section = section
    self.offset = offset
    self.line = line
  }
}

/// What is remembered of a document between runs.
public struct DocumentMemory: Hashable, Sendable {
  /// Where the reader stood when the document was closed.
  public var position: Place?
  /// The marks set with `m`, by their letter.
  public var marks: [Unicode.Scalar: Place]

  public init(position: Place? = nil, marks: [Unicode.Scalar: Place] = [:]) {
    self.position = position
    self.marks = marks
  }
}
