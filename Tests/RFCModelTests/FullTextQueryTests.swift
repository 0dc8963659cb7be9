import Testing

@testable import RFCModel

/// What people type to search the texts.
struct FullTextQueryTests {
  private typealias Expression = FullTextQuery.Expression

  private static func word(_ text: String, _ isPrefix: Bool = false) -> FullTextQuery.Expression {
    .phrase(FullTextQuery.Phrase(text, isPrefix: isPrefix))
  }

  private static let queries: [(String, FullTextQuery.Expression?)] = [
    ("congestion", word("congestion")),
    ("slow start", .all([word("slow"), word("start")])),
    ("slow AND start", .all([word("slow"), word("start")])),
    ("\"slow start\"", word("slow start")),
    ("cong*", word("cong", true)),
    ("\"slow sta\"*", word("slow sta", true)),
    ("quoted-string", word("quoted-string")),
    ("TLS1.3", word("TLS1.3")),
    ("urn:ietf:params", word("urn:ietf:params")),
    ("a OR b c", .any([word("a"), .all([word("b"), word("c")])])),
    ("a NOT b c", .difference(.all([word("a"), word("c")]), without: word("b"))),
    ("a NOT b NOT c", .difference(word("a"), without: .any([word("b"), word("c")]))),
    ("a NEAR b", .near([FullTextQuery.Phrase("a"), FullTextQuery.Phrase("b")], distance: 10)),
    ("NEAR(a \"b c\", 5)", .near([FullTextQuery.Phrase("a"), FullTextQuery.Phrase("b c")], distance: 5)),
    ("NEAR(a)", word("a")),
    ("(a OR b) c", .all([.any([word("a"), word("b")]), word("c")])),
    ("f(x)", .all([word("f"), word("x")])),
    ("or not near", .all([word("or"), word("not"), word("near")])),
    ("\"OR\"", word("OR")), ("ORDER NOTE", .all([word("ORDER"), word("NOTE")])),
    ("", nil), ("   ", nil), ("status:ps", nil), ("in:title", nil),
  ]

  @Test(arguments: queries) func `a query is read`(typed: String, expression: FullTextQuery.Expression?)
    throws
  {
    #expect(try FullTextQuery(typed: typed).expression == expression)
    // Whatever is complete is so while somebody types it, but for the word at the end.
    #expect(throws: Never.self) { try FullTextQuery(typed: typed, isComplete: false) }
  }

  @Test func `fields narrow the documents, wherever they stand`() throws {
    let query = try FullTextQuery(typed: "a status:ps OR b in:title year:2020..")
    #expect(query.expression == .any([Self.word("a"), Self.word("b")]))
    #expect(query.filter == CatalogueFilter(typed: "status:ps year:2020.."))
    #expect(query.isInTitles)
    #expect(try FullTextQuery(typed: "\"status:ps\"").expression == Self.word("status:ps"))
  }

  @Test(
    arguments: [
      ("\"slow start", .openQuote, "\"slow start"), ("a (b", .openParenthesis, "(b"),
      ("NEAR(a b", .openParenthesis, "NEAR(a b"), ("a ) b", .extraParenthesis, ") b"),
      ("()", .emptyParentheses, "()"), ("a OR", .nothingAfter, "OR"), ("OR a", .nothingBefore, "OR"),
      ("a OR OR b", .nothingAfter, "OR"), ("NOT a", .nothingBefore, "NOT"), ("a NOT", .nothingAfter, "NOT"),
      ("a OR NOT b", .nothingBefore, "NOT"), ("AND", .nothingBefore, "AND"),
      ("a AND AND b", .nothingAfter, "AND"),
      ("a NOT status:ps", .nothingAfter, "NOT"), ("NEAR a", .nothingBefore, "NEAR"),
      ("a NEAR (b c)", .noPhraseNear, "NEAR"), ("(a) NEAR b", .noPhraseNear, "NEAR"),
      ("NEAR(a b, 2000)", .badDistance, "NEAR(a b, 2000)"), ("NEAR()", .badDistance, "NEAR()"),
      ("--", .noWord, "--"), ("\"...\"", .noWord, "\"...\""), ("*", .noWord, "*"),
      ("co*", .shortPrefix, "co*"),
      ("year:soon a", .badField, "year:soon"), ("author: a", .badField, "author:"),
      ("in:body a", .badField, "in:body"),
      ("(status:ps a)", .innerField, "status:ps"),
    ] as [(String, FullTextQuery.Problem.Kind, String)])
  func `what is no query is told so, with the place`(
    typed: String, kind: FullTextQuery.Problem.Kind, place: String
  ) {
    let problem = #expect(throws: FullTextQuery.Problem.self) { try FullTextQuery(typed: typed) }
    #expect(problem?.kind == kind)
    #expect(problem?.place == place)
    #expect(problem?.message.contains("`\(place)`") == true)
  }

  @Test(arguments: [
    ("slow star", "slow", "star", false), ("slow start", "slow", "start", true),
    ("slow \"start", "slow", "start", true),
    ("slow start ", "slow", "start", false), ("slow \"start\"", "slow", "start", false),
    ("slow st*", "slow", "st", false),
  ])
  func `while somebody types, the word at the end may go on`(
    typed: String, first: String, last: String, isPrefix: Bool
  ) throws {
    let query = try FullTextQuery(typed: typed, isComplete: false)
    #expect(query.expression == .all([Self.word(first), Self.word(last, isPrefix)]))
  }

  @Test(arguments: [
    "a OR", "a NOT", "a AND", "a NEAR", "a (", "a ()", "a \"", "a -", "NEAR(a", "NEAR(a,", "NEAR(a, 5",
    "a year:",
  ])
  func `while somebody types, what is open is no mistake`(typed: String) throws {
    #expect(try FullTextQuery(typed: typed, isComplete: false).expression == Self.word("a"))
  }

  @Test func `a query is bounded`() {
    func kind(_ typed: String) -> FullTextQuery.Problem.Kind? {
      #expect(throws: FullTextQuery.Problem.self) { try FullTextQuery(typed: typed) }?.kind
    }
    #expect(kind(String(repeating: "a", count: 2001)) == .tooLong)
    #expect(kind(String(repeating: "(", count: 1000)) == .tooDeep)
    #expect(kind(String(repeating: "a ", count: 65)) == .tooManyWords)
  }

  @Test func `a storm of characters is a query or a message, and never more`() {
    let pieces = [
      "a", "bc", " ", "\"", "(", ")", "*", ",", "5", "OR", "NOT", "AND", "NEAR", "NEAR(", "in:title", "year:",
      "status:ps",
      "\u{0}", "\u{301}", "\"\u{301}", "\u{1F600}", "{", "}", "^", "+", ":", "\u{85}", "\\", "'",
    ]
    var seed: UInt64 = 42
    for _ in 0..<20_000 {
      var typed = ""
      for _ in 0..<Int(seed >> 33 % 12) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        typed += pieces[Int(seed >> 33) % pieces.count]
        if seed >> 40 & 1 == 0 { typed += " " }
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for isComplete in [true, false] {
        do {
          let query = try FullTextQuery(typed: typed, isComplete: isComplete)
          #expect(query.markedPhrases.allSatisfy { !$0.text.isEmpty && !$0.text.contains("\"") })
        } catch {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }
}
