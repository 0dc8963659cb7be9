import TestSupport
import Testing

@testable import TextSearch

/// What a query finds in a text, in slices of the smallest kind.
func found(_ pattern: String, in text: String, isLiteral: Bool = false) throws -> [String] {
  let bytes = Array(text.utf8)
  var scan = Scan(try Query(pattern: pattern, isLiteral: isLiteral), in: bytes)
  while scan.advance(slices: 1) {}
  #expect(scan.failure == nil)
  return (0..<scan.matches.count).map { String(decoding: bytes[scan.matches[$0]], as: UTF8.self) }
}

struct Search: Sendable, CustomTestStringConvertible {
  let pattern: String
  let text: String
  let found: [String]
  init(_ pattern: String, _ text: String, _ found: [String]) {
    self.pattern = pattern
    self.text = text
    self.found = found
  }
  var testDescription: String { "\(Spelled(pattern)) in \(Spelled(text))" }
}

@Suite struct Expressions {
  @Test(arguments: [
    Search("must", "MUST must Must", ["MUST", "must", "Must"]),
    Search("Must", "MUST must Must", ["Must"]),
    Search("\\Sust", "MUST must", ["MUST", "must"]),
    Search("\\W\\w", "A-B", ["-B"]),
    Search("\\P{L}b", "A-B", ["-B"]),
    Search("\\x{4D}ust", "must", ["must"]),
    Search("\\x4Dust", "must", ["must"]),
    Search("\\pLust", "MUST", ["MUST"]),
    Search("\\QMust\\E", "must Must", ["Must"]),
    Search("[M]ust", "must Must", ["Must"]),
    Search("é", "É é", ["É", "é"]),
    Search("É", "É é", ["É"]),
    Search("(?i)MUST", "must", ["must"]),
  ])
  func `An upper-case letter makes case count, one in an escape does not`(_ search: Search) throws {
    #expect(try found(search.pattern, in: search.text) == search.found)
  }

  @Test(arguments: [
    Search("^b", "a\nb\r\nb", ["b", "b"]),
    Search("a$", "a\na\r\nab a", ["a", "a", "a"]),
    Search("a.b", "a\nb a\rb a.b", ["a.b"]),
    Search("x.*", "xa\nxb", ["xa", "xb"]),
    Search("[^x]+", "ab\r\nxcd", ["ab", "cd"]),
    Search("[^]x]+", "a]b\nx", ["a", "b"]),
    Search("[^-x]+", "a-b\nx", ["a", "b"]),
    Search("[^x-]+", "a-b\nx", ["a", "b"]),
    Search("[^[:digit:]]+", "a1b\n2", ["a", "b"]),
    Search("[^\\Q]\\E]+", "a]b", ["a", "b"]),
    Search("[]x]+", "a]x", ["]x"]),
    Search("[[:alpha:]]+", "ab1", ["ab"]),
    Search("\\bstate\\b", "state estate states", ["state"]),
    Search("1\\.3", "1.3 123", ["1.3"]),
    Search("(a)(b)\\2", "abb", ["abb"]),
    Search("foo|bar", "bar foo", ["bar", "foo"]),
    Search("(*CRLF)a", "a", ["a"]),
    Search("a\\Kb", "ab", ["b"]),
  ])
  func `A match lies in a line`(_ search: Search) throws {
    #expect(try found(search.pattern, in: search.text) == search.found)
  }

  @Test(
    arguments: [
      ("^$", [8..<8, 15..<15]), ("^", [0..<0, 8..<8, 9..<9, 15..<15, 16..<16]),
      ("\\b", [0..<0, 9..<9, 16..<16]),
      ("$", [7..<7, 8..<8, 14..<14, 15..<15, 19..<19]), ("(?=two)", [4..<4, 16..<16]),
      ("(?<=e)", [3..<3, 13..<13]), ("w*$", [7..<7, 8..<8, 14..<14, 15..<15, 19..<19]),
      ("x*", [0..<0, 8..<8, 9..<9, 15..<15, 16..<16]), ("t?", [4..<5, 8..<8, 9..<10, 15..<15, 16..<17]),
      ("^(?=t)|three", [9..<14, 16..<16]),
    ] as [(String, [Range<Int>])])
  func `Where a match has no character, a line that has no other counts once`(
    _ pattern: String, _ places: [Range<Int>]
  ) throws {
    let text = Array("one two\n\nthree\n\ntwo\n".utf8)
    var scan = Scan(try Query(pattern: pattern), in: text)
    while scan.advance(slices: 1) {}
    #expect((0..<scan.matches.count).map { scan.matches[$0] } == places)
  }

  @Test(arguments: [
    ("^$", "", true), ("^$", "a", false), ("\\b", "a", true), ("x*", "", true), ("x", "", false),
  ])
  func `A line may be found without a character of it`(_ pattern: String, _ line: String, _ isFound: Bool)
    throws
  {
    #expect(try Query(pattern: pattern).matches(Array(line.utf8)[...]) == isFound)
  }

  @Test func `Many lines found without a character take no longer than their bytes`() throws {
    // One line of many matches, and many lines of one.
    for text in [String(repeating: "xa", count: 200_000), String(repeating: "\n", count: 90_000)] {
      var scan = Scan(try Query(pattern: "x*$|x"), in: Array(text.utf8))
      var calls = 0
      while scan.advance(slices: .max) { calls += 1 }
      #expect(scan.failure == nil)
      #expect(calls < 500)
    }
  }

  @Test(arguments: [
    Search("..", "éèê", ["éè"]),
    Search("é+", "xéé", ["éé"]),
    Search("[é]", "aé", ["é"]),
    Search("[^a]", "aé", ["é"]),
    Search("a\\b", "aé ba", ["a", "a"]),
    Search("日本", "日本語", ["日本"]),
  ])
  func `A character is a character, not its bytes`(_ search: Search) throws {
    #expect(try found(search.pattern, in: search.text) == search.found)
  }

  @Test(arguments: [
    ("a(b", "missing closing parenthesis at 3"), ("(abcd", "missing closing parenthesis at 5"),
    ("a)b(c", "unmatched closing parenthesis at 1"), ("a b c)", "unmatched closing parenthesis at 5"),
    ("é é)", "unmatched closing parenthesis at 3"),
    ("*a", "quantifier does not follow a repeatable item at 0"),
    ("[a", "missing terminating ] for character class at 2"),
    ("[^a", "missing terminating ] for character class at 3"),
    ("a\\", "\\ at end of pattern at 2"), ("a{2,1}", "numbers out of order in {} quantifier at 5"),
    ("\\C", "using \\C is disabled by the application at 2"),
    ("\\Qa\\E(", "missing closing parenthesis at 6"),
    ("(?#a b", "missing ) after (?# comment at 6"),
  ])
  func `A bad pattern says what and where, in characters as typed`(_ pattern: String, _ message: String) {
    #expect {
      _ = try Query(pattern: pattern)
    } throws: {
      "\($0)" == message
    }
  }

  @Test func `A pattern longer than anybody types is refused`() throws {
    _ = try Query(pattern: String(repeating: "a", count: 1000))
    #expect(throws: QueryError.tooLong) { _ = try Query(pattern: String(repeating: "a", count: 1001)) }
  }

  @Test func `Literal patterns have no special characters`() throws {
    for pattern in ["a.b", "[a", "(", "\\", "a*", "\\Q.\\E", "^a$", "a|b", "{2}", "#", "-", "é("] {
      #expect(try found(pattern, in: "xxaxbx \(pattern) y", isLiteral: true) == [pattern])
    }
  }

  @Test func `Literal patterns look at case as typed`() throws {
    #expect(try found("a.B", in: "a.b a.B", isLiteral: true) == ["a.B"])
    #expect(try found("\\S", in: "\\s \\S", isLiteral: true) == ["\\S"])
  }
}

@Suite struct Blanks {
  @Test(arguments: [
    Search("must not", "must not", ["must not"]),
    Search("must not", "must   \t not", ["must   \t not"]),
    Search("must not", "must\n   not", ["must\n   not"]),
    Search("must not", "must  \r\n\tnot", ["must  \r\n\tnot"]),
    Search("must not", "must\n\n   not", []),
    Search("must not", "mustnot", []),
    Search("a  b", "a b a\nb", ["a b", "a\nb"]),
    Search("a\tb", "a b", ["a b"]),
    Search("a +b", "a b a\n  b ab", ["a b", "a\n  b"]),
    Search("a ++b", "a  b", ["a  b"]),
    Search("a *b", "ab a  b a\nb", ["ab", "a  b", "a\nb"]),
    Search("a *?b", "ab a  b", ["ab", "a  b"]),
    Search("a  ?b", "ab a  b", ["a  b"]),
    Search("a {2}b", "a b a  b a\n b", ["a  b"]),
    Search("a {2,}b", "a b a   b", ["a   b"]),
    Search("a {b", "a\n{b", ["a\n{b"]),
    Search("[ ]b", "a b\nb", [" b"]),
    Search("[^ ]b", "ab b", ["ab"]),
    Search("a\\ b", "a b a\nb", ["a b"]),
    Search("\\Qa b\\E", "a b a\nb", ["a b"]),
    Search("(?#a b)c d", "c\nd", ["c\nd"]),
    Search("(?<=a )b", "a b a\nb", ["b"]),
    Search("(?<!(a) )b c", "a b c\nb\nc", ["b\nc"]),
    Search("(a |x)b", "a\nb xb", ["a\nb", "xb"]),
    Search("^ *b", "\n\n  b", ["  b"]),
    Search("^ b", "\n\n  b", ["  b"]),
    Search(" b", "a\nb", ["\nb"]),
    Search("a ", "a\n  c", ["a\n  "]),
    Search("a b|c d", "a\nb c\nd", ["a\nb", "c\nd"]),
    Search("(?:a b)+", "a\nba b", ["a\nba b"]),
  ])
  func `A blank matches blanks, or a line's end and the indentation behind it`(_ search: Search) throws {
    #expect(try found(search.pattern, in: search.text) == search.found)
  }

  @Test func `A blank in a literal pattern does so too`() throws {
    #expect(try found("a. b?", in: "a.\n   b? axb?", isLiteral: true) == ["a.\n   b?"])
    #expect(try found("a +b", in: "a +b a  b", isLiteral: true) == ["a +b"])
  }

  @Test(arguments: ["a *b", "a +b", "a  *b", " *b", "a( )*c"])
  func `Many blanks do not make a blank complex`(_ pattern: String) throws {
    #expect(try found(pattern, in: "a" + String(repeating: " ", count: 400) + "x") == [])
  }

  @Test(arguments: [
    ("must not", true), ("1\\.3", true), ("\\bword\\b", true), ("a.b", false), (" a", false), ("é", false),
  ])
  func `Plain patterns are known`(_ pattern: String, _ isPlain: Bool) {
    #expect(Pattern(pattern, isLiteral: false).isPlain == isPlain)
  }
}

@Suite struct Hyphens {
  @Test(arguments: [
    Search(
      "lower-numbered", "lower-numbered lower-\n   numbered", ["lower-numbered", "lower-\n   numbered"]),
    Search("S/MIME", "S/MIME S/\r\n\tMIME S/  \n MIME", ["S/MIME", "S/\r\n\tMIME", "S/  \n MIME"]),
    Search("S\\/MIME", "S/\n MIME", ["S/\n MIME"]),
    Search("S.MIME", "S/MIME S/\n MIME S\nMIME S-- MIME", ["S/MIME", "S/\n MIME"]),
    Search("S.*E", "S/\n MIME S/MIME", ["S/MIME"]), Search("l.$", "l-\nx", ["l-"]),
    Search("http://a", "http:/\n/a http://\n  a", ["http:/\n/a", "http://\n  a"]),
    Search("lower-numbered", "lower-\n\n   numbered lower- numbered", []),
    Search("lowernumbered", "lower-\n   numbered", []),
    Search("lower-", "lower-\n   numbered", ["lower-"]),
    Search("lower-$", "lower-\n   numbered", ["lower-"]),
    Search("(lower-|x)", "lower-\n   numbered", ["lower-"]),
    Search("(lower-)num", "lower-\n   num", ["lower-\n   num"]),
    Search("-numbered", "lower-\n   numbered", ["-\n   numbered"]),
    Search("left- and", "left-\n   and left- and", ["left-\n   and", "left- and"]),
    Search("a-\\nb", "a-\nb", ["a-\nb"]),
    // Where no word breaks.
    Search("-the", "so it was -\n   the end", []),
    Search("/index", "name /\n   index", []),
    Search("---", "-----\n-----", ["---", "---"]),
    Search("-+-", "-----\n-----", ["-----", "-----"]),
    // Quantifiers.
    Search("e-?mail", "email e-mail e-\n mail e\nmail", ["email", "e-mail", "e-\n mail"]),
    Search("e-*mail", "email e--mail e-\n mail e\nmail", ["email", "e--mail", "e-\n mail"]),
    Search("a-+b", "a-b a-\n b a--b", ["a-b", "a-\n b", "a--b"]),
    Search("a-+?b", "a-b a-\n b", ["a-b", "a-\n b"]),
    Search("a-{1}b", "a-\n b a--b", ["a-\n b"]),
    Search("a-{b", "a-\n {b", ["a-\n {b"]),
    Search("(?:a-b)+", "a-\nba-b", ["a-\nba-b"]),
    // Exactly the hyphen.
    Search("a\\-b", "a-b a-\nb", ["a-b"]),
    Search("a[-/]b", "a-b a-\nb a/b", ["a-b", "a/b"]),
    Search("a[^-]b", "a-b a-\nb axb", ["axb"]),
    Search("a[\\/]b", "a/b a/\nb", ["a/b"]),
    Search("\\Qa-b\\E", "a-b a-\nb", ["a-b"]),
    Search("(?<=a-)b", "a-b a-\nb", ["b"]),
    Search("(?<!(a)-)b-c", "a-b-c b-\nc", ["b-\nc"]),
    // No hyphens of the text.
    Search("(?-i)a-b", "a-\nb", ["a-\nb"]),
    Search("(?i-s:A)-b", "a-\nb", ["a-\nb"]),
    Search("(a)\\g-1", "aa", ["aa"]),
    Search("(a)\\g{-1}", "aa", ["aa"]),
    Search("(a)(?-1)-b", "aa-\nb", ["aa-\nb"]),
    Search("(a)?(?(-1)-|x)b", "a-b xb", ["a-b", "xb"]),
    Search("(?#a-b)c-d", "c-\nd", ["c-\nd"]),
    Search("(?=-)-b", "a-\nb", ["-\nb"]),
  ])
  func `A hyphen or slash in a word may have a line's end behind it`(_ search: Search) throws {
    #expect(try found(search.pattern, in: search.text) == search.found)
  }

  @Test func `One in a literal pattern may, too`() throws {
    #expect(try found("a.-b?/c", in: "a.-\n b?/\n  c", isLiteral: true) == ["a.-\n b?/\n  c"])
    #expect(try found("a-+b", in: "a-+b a-\n+b a--b", isLiteral: true) == ["a-+b", "a-\n+b"])
  }

  @Test(arguments: [
    ("a-b", "-"), ("-b", "-"), ("a-+b", "-"), ("a-*b", "-"), ("a-b", " "), ("a-b", "\n"), ("-b", " -\n"),
    ("a-b", "a-  "), ("x-/-/-/-b", "-/"), ("a- b- c", "a- b-  "),
  ])
  func `Many of them do not make one complex`(_ pattern: String, _ repeated: String) throws {
    #expect(try found(pattern, in: "a" + String(repeating: repeated, count: 20_000) + "x") == [])
  }

  @Test(arguments: [
    ("well-known", true), ("S/MIME", true), ("a\\-b", true), ("a\\/b", true), ("a-+b", false),
    ("a-?b", false),
  ])
  func `One leaves a pattern plain`(_ pattern: String, _ isPlain: Bool) {
    #expect(Pattern(pattern, isLiteral: false).isPlain == isPlain)
  }
}
