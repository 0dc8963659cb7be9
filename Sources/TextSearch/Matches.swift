import RFCModel

/// Where a query was found: byte ranges, ascending, not overlapping. An empty one is a place without a
/// character.
public struct Matches: Sendable, Hashable {
  /// More matches than this are not kept: 800 kB, and nobody counts so far.
  public static let limit = 100_000

  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  /// The text has more matches than ``limit``.
  public internal(set) var isTruncated = false

  public init() {}

  public var count: Int { starts.count }
  public var isEmpty: Bool { starts.isEmpty }

  /// A match by its place in the order of the text, 0-based; an empty range for one that is not there.
  public subscript(index: Int) -> Range<Int> {
    guard starts.indices.contains(index) else { return 0..<0 }
    return Int(starts[index])..<Int(ends[index])
  }

  /// The first match that begins at an offset or behind it.
  public func index(atOrAfter offset: Int) -> Int? {
    let index = starts.partitioningIndex { Int($0) >= offset }
    return index < count ? index : nil
  }

  /// The last match that begins before an offset.
  public func index(before offset: Int) -> Int? {
    let index = starts.partitioningIndex { Int($0) >= offset }
    return index > 0 ? index - 1 : nil
  }

  /// The matches that have a byte in `range`: those to mark in a line.
  public func indices(overlapping range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let first = ends.partitioningIndex { Int($0) >= range.lowerBound + 1 }
    return first..<max(first, starts.partitioningIndex { Int($0) >= range.upperBound })
  }

  /// Drops the last one where it has no character.
  mutating func dropEmptyLast() {
    guard let start = starts.last, start == ends.last else { return }
    starts.removeLast()
    ends.removeLast()
  }

  /// - Parameter range: behind all those there are.
  public mutating func append(_ range: Range<Int>) {
    starts.append(UInt32(clamping: range.lowerBound))
    ends.append(UInt32(clamping: range.upperBound))
  }
}
