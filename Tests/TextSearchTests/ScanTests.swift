import Testing

@testable import TextSearch

@Suite struct Scans {
  @Test(arguments: ["needle", "ne+dle", "n.*e"])
  func `Slices lose nothing at their edges`(_ pattern: String) throws {
    let edge = Scan.sliceLength
    for shift in -8...8 {
      var text = [UInt8](repeating: 0x2E, count: 3 * edge)
      text.replaceSubrange(edge + shift..<edge + shift + 6, with: "needle".utf8)
      var scan = Scan(try Query(pattern: pattern), in: text)
      var calls = 1
      while scan.advance(slices: 1) { calls += 1 }
      #expect(scan.matches[0].lowerBound == edge + shift)
      #expect(scan.matches.count == 1)
      #expect(calls >= 3)
    }
  }

  @Test(arguments: ["x\\n$", "[^x]$", "(?s)y.*z"])
  func `What a match may look at ends with a line, and is no end of the text`(_ pattern: String) throws {
    let text = String(repeating: String(repeating: "-", count: 70) + "x\n", count: 2000)
    #expect(try found(pattern, in: "y" + text + "z") == (pattern == "[^x]$" ? ["z"] : []))
  }

  @Test func `A slice may end inside a character`() throws {
    let text = Array((" " + String(repeating: "é", count: Scan.sliceLength)).utf8)
    var scan = Scan(try Query(pattern: "é"), in: text)
    while scan.advance(slices: 1) {}
    #expect(scan.matches.count == Scan.sliceLength)
  }

  @Test func `Many slices at once find the same`() throws {
    let text = Array(String(repeating: "one two\n", count: 10_000).utf8)
    let query = try Query(pattern: "o n?")
    var slow = Scan(query, in: text)
    while slow.advance(slices: 1) {}
    var fast = Scan(query, in: text)
    while fast.advance(slices: .max) {}
    #expect(slow.matches == fast.matches)
    #expect(slow.matches.count == 10_000)
  }

  @Test func `A hundred thousand matches are enough`() throws {
    var scan = Scan(try Query(pattern: "a"), in: [UInt8](repeating: 0x61, count: 100_001))
    while scan.advance(slices: 1) {}
    #expect(scan.matches.count == Matches.limit)
    #expect(scan.matches.isTruncated)

    scan = Scan(try Query(pattern: "a"), in: [UInt8](repeating: 0x61, count: 100_000))
    while scan.advance(slices: 1) {}
    #expect(scan.matches.count == Matches.limit)
    #expect(!scan.matches.isTruncated)
  }

  @Test(arguments: ["(a+)+$", "(a|aa)+$", "(?:a*)*b", "(a*?)*?b", "(.+)+\\1b", "(?:(?:a|a)+)+b"])
  func `A pattern that takes for ever ends with an error`(_ pattern: String) throws {
    let text = Array((String(repeating: "a", count: 60) + "!b\n").utf8)
    var scan = Scan(try Query(pattern: pattern), in: Array(repeatElement(text, count: 1000).joined()))
    while scan.advance(slices: 1) {}
    #expect(scan.failure == .tooComplex)
    #expect(throws: QueryError.tooComplex) {
      _ = try Query(pattern: pattern).matches(text[...])
    }
  }

  @Test(arguments: ["[ab]*[ab]*[ab]*c", ".*a.*a.*!!", "\\w+@"])
  func `A slow scan stops on the way and finds the same`(_ pattern: String) throws {
    let line = String(repeating: "ab", count: 18) + "\n"
    let text = Array((String(repeating: line, count: 4000) + "ac !! aa!! a@\n").utf8)
    var scan = Scan(try Query(pattern: pattern), in: text)
    while scan.advance(slices: .max) {}
    #expect(scan.failure == nil)
    #expect(scan.matches.count == 1)
    #expect(scan.matches[0].lowerBound > text.count - 16)
  }

  @Test(arguments: ["a", "a.", "\\W", "[^x]", "é", "(?<=.)a", "\\bb"])
  func `Bytes that are no characters do no harm`(_ pattern: String) throws {
    let query = try Query(pattern: pattern)
    var generator = SystemRandomNumberGenerator()
    for length in 0..<400 {
      let text = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      var scan = Scan(query, in: text)
      while scan.advance(slices: 1) {}
      for index in 0..<scan.matches.count {
        #expect(scan.matches[index].upperBound <= length && !scan.matches[index].isEmpty)
      }
    }
  }

  @Test func `A pattern that takes long says that its stretch was cut short`() throws {
    // Seconds, on any machine: each of 200 characters of each of 8000 lines is begun at, and looked at from, anew. With
    // one character that a match must have, and the text has not, PCRE2 would not even begin.
    let line = String(repeating: "ab", count: 100) + "\n"
    var hopeless = Scan(
      try Query(pattern: "[ab]*[ab]*[xyz]"), in: Array(String(repeating: line, count: 8000).utf8))
    let goesOn = hopeless.advance(slices: 400)
    #expect(goesOn && hopeless.isSlow)
    var quick = Scan(try Query(pattern: "b"), in: Array("abc".utf8))
    _ = quick.advance(slices: 400)
    #expect(quick.isDone && !quick.isSlow)
  }

  @Test func `An empty text is scanned at once`() throws {
    var scan = Scan(try Query(pattern: "a"), in: [])
    #expect(scan.isDone)
    let goesOn = scan.advance(slices: 1)
    #expect(!goesOn)
    #expect(scan.matches.isEmpty)
  }

  @Test func `One match is found in a stretch`() throws {
    let query = try Query(pattern: "b+")
    let text = Array("abbabb".utf8)
    #expect(try query.firstMatch(in: text, from: 0, to: 6) == 1..<3)
    #expect(try query.firstMatch(in: text, from: 3, to: 6) == 4..<6)
    #expect(try query.firstMatch(in: text, from: 3, to: 4) == nil)
    #expect(try query.firstMatch(in: text, from: 5, to: 500) == 5..<6)
    #expect(try query.firstMatch(in: text, from: -5, to: 2) == 1..<3)
    #expect(try query.firstMatch(in: text, from: 9, to: 12) == nil)
    #expect(try query.matches(text[0..<2]))
    #expect(try !query.matches(text[0..<1]))
    #expect(try !query.matches([]))
  }
}

@Suite struct MatchTables {
  private let matches: Matches = {
    var matches = Matches()
    for start in [10, 20, 30] { matches.append(start..<start + 5) }
    return matches
  }()

  @Test(
    arguments: [
      (0, 0, nil), (10, 0, nil), (11, 1, 0), (20, 1, 0), (21, 2, 1), (30, 2, 1), (31, nil, 2), (.max, nil, 2),
      (.min, 0, nil),
    ] as [(Int, Int?, Int?)])
  func `The next and the previous match`(_ offset: Int, _ next: Int?, _ previous: Int?) {
    #expect(matches.index(atOrAfter: offset) == next)
    #expect(matches.index(before: offset) == previous)
  }

  @Test(arguments: [
    (0..<10, 0..<0), (0..<11, 0..<1), (14..<15, 0..<1), (15..<20, 1..<1), (12..<31, 0..<3), (40..<50, 3..<3),
    (12..<12, 0..<0),
  ])
  func `The matches of a line`(_ range: Range<Int>, _ expected: Range<Int>) {
    #expect(matches.indices(overlapping: range) == expected)
  }

  @Test func `A match that is not there is empty`() {
    #expect(matches[3].isEmpty && matches[-1].isEmpty)
    #expect(matches[1] == 20..<25)
  }
}
