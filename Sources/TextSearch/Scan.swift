import CPCRE2

/// A search through a whole text that can stop at any time and go on later, so that a key never waits for it:
///
///     var scan = Scan(query, in: document.bytes)
///     while scan.advance(slices: 64) { /* look for keys */ }
///     scan.matches
///
/// A match without a character, as of `^$` and `\b`, counts where its line has no other: so each line that less would
/// find is found.
///
/// The 1.6 MB of RFC 8881 take 0.1 to 3 ms for words and most expressions.
public struct Scan {
  public let query: Query
  /// Those found so far.
  public private(set) var matches = Matches()
  /// Why the scan ended before the text did.
  public private(set) var failure: QueryError?
  /// The time was over before the last stretch was.
  public private(set) var isSlow = false

  private let text: [UInt8]
  private var position = 0
  /// Where the first line begins that has no match yet.
  private var freshLine = 0

  /// Bytes in which the matches of one slice begin.
  public static let sliceLength = 4 << 10
  /// Nanoseconds after which `advance` returns, wherever it is.
  private static let patience: Int64 = 10_000_000

  /// - Parameter text: UTF-8; other bytes are safe and match nothing but themselves.
  public init(_ query: Query, in text: [UInt8]) {
    self.query = query
    self.text = text
  }

  public var isDone: Bool {
    position >= text.count || failure != nil || matches.isTruncated
  }

  /// Goes on for so many slices of 4 kB, or for some 10 ms, whichever is less.
  ///
  /// - Returns: true where there is more to do.
  public mutating func advance(slices: Int) -> Bool {
    let text = text
    let deadline = cpcre2_clock() + Self.patience
    var left = slices
    defer { isSlow = left > 0 && !isDone }
    while left > 0, !isDone {
      let isWhole = text.withUnsafeBufferPointer { scanSlice(of: $0, until: deadline) }
      guard isWhole else { break }
      left -= 1
      if cpcre2_clock() >= deadline { break }
    }
    return !isDone
  }

  /// - Returns: false where the deadline came first.
  private mutating func scanSlice(of text: UnsafeBufferPointer<UInt8>, until deadline: Int64) -> Bool {
    let last = min(position + Self.sliceLength, text.count) - 1
    let end = query.end(of: text, behind: last)
    while position <= last {
      let mayBeEmpty = query.canBeEmpty && position >= freshLine
      let last = query.canBeEmpty && !mayBeEmpty ? min(last, freshLine - 1) : last
      switch query.attempt(
        in: text, end: end, from: position, last: last, mayBeEmpty: mayBeEmpty, deadline: deadline)
      {
      case .match(let range):
        guard matches.count < Matches.limit else {
          matches.isTruncated = true
          return true
        }
        if query.canBeEmpty, !mayBeEmpty { matches.dropEmptyLast() }
        if range.lowerBound >= position { matches.append(range) }
        if query.canBeEmpty, max(range.upperBound, position + 1) > freshLine {
          let end = text[max(range.lowerBound, range.upperBound - 1)...].firstIndex(of: 0x0A)
          freshLine = max(position, end ?? text.count) + 1
        }
        if range.isEmpty {
          position = max(range.lowerBound, position)
        } else {
          move(to: max(range.upperBound, position + 1))
        }
      case .none:
        move(to: last + 1)
      case .paused(let offset):
        position = offset
        return false
      case .tooComplex:
        failure = .tooComplex
        return true
      }
    }
    return true
  }

  /// Never into the middle of a character: PCRE2 may not be started there.
  private mutating func move(to offset: Int) {
    position = offset
    while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
  }
}
