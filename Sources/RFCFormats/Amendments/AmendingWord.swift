import RFCModel

/// A word of a sentence, whatever the case of its letters.
struct WordKey: Hashable {
  let hash: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(LineView.lowercased(byte))) &* 0x100_0000_01B3 }
    self.hash = hash
  }
}

extension WordKey: ExpressibleByStringLiteral {
  init(stringLiteral word: StaticString) {
    self.init(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}

/// What a word can be in a sentence that changes a text.
struct AmendingWord {
  struct Forms: OptionSet {
    let rawValue: UInt16
    /// `update`, `updates`, `updating`, `updated`, and the noun, `an update`.
    static let base = Forms(rawValue: 1 << 0)
    static let finite = Forms(rawValue: 1 << 1)
    static let gerund = Forms(rawValue: 1 << 2)
    static let past = Forms(rawValue: 1 << 3)
    static let noun = Forms(rawValue: 1 << 4)
    static let verb: Forms = [.base, .finite, .gerund, .past, .noun]
    /// `is`
    static let be = Forms(rawValue: 1 << 5)
    /// `must`
    static let modal = Forms(rawValue: 1 << 6)
    /// What stands behind it is of another clause: `see`, `using`.
    static let clause = Forms(rawValue: 1 << 7)
    /// What stands behind it is said of a case, and of no text: `when`.
    static let condition = Forms(rawValue: 1 << 8)
    /// What a document calls itself, or a part of it.
    static let document = Forms(rawValue: 1 << 9)
    static let negation = Forms(rawValue: 1 << 10)
    /// Between `is` and `updated`.
    static let adverb = Forms(rawValue: 1 << 11)
    static let article = Forms(rawValue: 1 << 12)
    /// `states`: what a text is said to say, before that is changed.
    static let says = Forms(rawValue: 1 << 13)
    /// Behind `as`, or between `that` and `in`: `defined`.
    static let given = Forms(rawValue: 1 << 14)
    /// A part of a section: `paragraph`, `first`.
    static let part = Forms(rawValue: 1 << 15)
  }

  var forms: Forms = []
  var kind = Amendment.Kind.updates

  /// What is known of a word; nothing of most.
  static func known(_ key: WordKey) -> AmendingWord { table[key] ?? AmendingWord() }

  private static let table: [WordKey: AmendingWord] = {
    var table: [WordKey: AmendingWord] = [:]
    func add(_ word: some StringProtocol, _ forms: Forms, _ kind: Amendment.Kind? = nil) {
      var entry = table[WordKey(word.utf8)] ?? AmendingWord()
      entry.forms.formUnion(forms)
      if let kind { entry.kind = kind }
      table[WordKey(word.utf8)] = entry
    }
    for (kind, verbs) in verbs {
      for verb in verbs.split(separator: " ") {
        let isE = verb.utf8.last == 0x65
        let isY = verb.utf8.last == 0x79
        let stem = isE || isY ? verb.dropLast() : verb
        add(verb, .base, kind)
        add(stem + (isY ? "ies" : isE ? "es" : "s"), .finite, kind)
        add(stem + (isY ? "ying" : "ing"), .gerund, kind)
        add(stem + (isY ? "ied" : "ed"), .past, kind)
      }
    }
    for (word, forms, kind) in irregular { add(word, forms, kind) }
    for (kind, nouns) in nouns { for noun in nouns.split(separator: " ") { add(noun, .noun, kind) } }
    for (forms, words) in others { for word in words.split(separator: " ") { add(word, forms) } }
    return table
  }()

  private static let verbs: [(Amendment.Kind, String)] = [
    (.replaces, "replace supersede supercede obsolete obsolet"),
    (
      .updates,
      """
      update change modify amend revise correct relax alter refine extend expand generalize redefine augment \
      enhance
      """
    ),
    (.adds, "add append insert"), (.deletes, "delete remove"), (.deprecates, "deprecate"),
    (.clarifies, "clarify"),
  ]

  private static let irregular: [(String, Forms, Amendment.Kind)] = [
    ("override", .base, .updates), ("overrides", .finite, .updates), ("overriding", .gerund, .updates),
    ("overridden", .past, .updates), ("rewrite", .base, .updates), ("rewrites", .finite, .updates),
    ("rewriting", .gerund, .updates), ("rewritten", .past, .updates),
  ]

  private static let nouns: [(Amendment.Kind, String)] = [
    (.replaces, "replacement replacements"),
    (
      .updates,
      """
      update updates change changes modification modifications amendment amendments revision revisions \
      correction corrections errata
      """
    ),
    (.adds, "addition additions"), (.deletes, "deletion removal"), (.deprecates, "deprecation"),
    (.clarifies, "clarification clarifications"),
  ]

  private static let others: [(Forms, String)] = [
    (.be, "is are was were be been being"),
    (.modal, "may can must shall should will"),
    (
      .clause,
      """
      when if because which where whether unless while although whenever so whereas since but see per using \
      according via describes defines specifies states says contains requires defining describing specifying \
      uses use used appears appear follow follows
      """
    ),
    (.condition, "if when whenever once unless whether until after per"),
    (
      .document,
      """
      document memo specification section rfc note text table appendix draft subsection registration
      """
    ),
    (.negation, "not no without never nor cannot any"),
    (
      .adverb,
      """
      hereby also thus therefore now to be been considered further thereby slightly partially formally \
      accordingly only in turn being
      """
    ),
    (.article, "a an the its or any"),
    (
      .says,
      """
      reads read states state says say specifies specify defines define contains contain describes describe \
      implies mandates requires require uses use
      """
    ),
    (
      .given,
      """
      previously described defined specified presented found in per discussed given outlined required noted \
      stated
      """
    ),
    (
      .part,
      """
      first second third fourth fifth sixth seventh eighth ninth tenth last final penultimate paragraph bullet item sentence table figure step \
      line page
      """
    ),
  ]
}
