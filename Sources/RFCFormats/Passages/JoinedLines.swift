import RFCModel

/// Lines of a document as one piece of text: trimmed, without page ends; with a blank behind each, unless a word goes
/// on with the next.
public struct JoinedLines: Sendable {
  public private(set) var text: [UInt8] = []
  private var starts: [(offset: Int, line: Int)] = []

  /// - Parameters:
  ///   - lines: 0-based; those that the document does not have are passed over.
  ///   - leftOut: more lines to be passed over.
  public init(_ lines: Range<Int>, of document: Document, pagination: Pagination, without leftOut: Range<Int>)
  {
    let breaks = pagination.breaks
    var next = breaks.firstIndex { $0.lines.upperBound > lines.lowerBound } ?? breaks.count
    (text, starts) = LineView.with(document) { view in
      var text: [UInt8] = []
      var starts: [(offset: Int, line: Int)] = []
      var end = 0
      for line in lines.clamped(to: 0..<view.count) {
        while next < breaks.count, breaks[next].lines.upperBound <= line { next += 1 }
        if leftOut.contains(line) || next < breaks.count && breaks[next].lines.contains(line) { continue }
        let content = view.content(line)
        if content.isEmpty { continue }
        if document.wordGoesOn(from: end, to: content.lowerBound), text.last == 0x20 { text.removeLast() }
        end = content.upperBound
        starts.append((text.count, line))
        text.append(contentsOf: view.string(content).utf8)
        text.append(0x20)
      }
      return (text, starts)
    }
  }

  /// The 0-based line that a byte of ``text`` comes from; nil where there is none.
  public func line(at offset: Int) -> Int? {
    starts.last { $0.offset <= offset }?.line
  }
}
