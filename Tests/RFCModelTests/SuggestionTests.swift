import RFCModel
import TestSupport
import Testing

@Suite struct SuggestionTests {
  private static let words = ["next-section", "next-sibling", "quit", "help", "back", "toggle-theme"]

  @Test(
    arguments: [
      ("next-secton", "next-section"), ("nxet-section", "next-section"), ("NEXT-SECTION", "next-section"),
      ("next-sec", "next-section"), ("quti", "quit"), ("hepl", "help"), ("bakc", "back"),
      ("togle-teme", "toggle-theme"),
      ("he", nil), ("q", nil), ("", nil), ("xyzzy", nil), ("nothing-at-all", nil),
      (Spelled(String(repeating: "n", count: 100_000)), nil), ("\u{0}\u{1B}[2J", nil),
    ] as [(Spelled, String?)])
  func `a slip of the pen leads to the word that was meant`(typed: Spelled, word: String?) {
    #expect(nearest(to: typed.raw, among: Self.words) == word)
  }
}
