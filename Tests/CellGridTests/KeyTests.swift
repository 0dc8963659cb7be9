import TestSupport
import Testing

@testable import CellGrid

@Suite struct Keys {
  @Test(
    arguments: [
      ("j", .character("j")), ("J", .character("J")), ("F", .character("F")), ("^", .character("^")),
      ("é", .character("é")),
      ("Space", .character(" ")), ("^F", .control("f")), ("^]", .control("]")), ("^^", .control("^")),
      ("^@", .control("@")),
      ("^M", .enter), ("^J", .enter), ("^I", .tab), ("^H", .backspace), ("^?", .backspace), ("^[", .escape),
      ("^x", .control("x")), ("ESC-v", .alt("v")), ("ESC-(", .alt("(")), ("ESC-Space", .alt(" ")),
      ("ESC", .escape),
      ("F1", .function(1)), ("F12", .function(12)), ("S-Tab", .backTab), ("PgDn", .pageDown),
      ("Del", .delete),
    ] as [(String, Key)])
  func `A name means a key`(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(
    arguments: [
      "", "F0", "F64", "F+1", "F01", "Fx", "^é", "^1", "^ ", "ESC-", "ESC-ab", "ESC-Up", "ESC-F1", "PageDown",
      "ab", "\u{1B}",
    ] as [Spelled])
  func `Any other name means none`(_ name: Spelled) {
    #expect(Key(name: name.raw) == nil)
  }

  /// Every key of the default table.
  private static let names =
    "j e ^E ^N Down k y ^Y ^P Up Enter Space f ^F ^V PgDn b ^B ESC-v PgUp z w d ^D u ^U g < Home G > End p % "
    + "Left Right ESC-( ESC-) / ? ^R ^W ^K n N ESC-u & m ' ^X ) ( } { U ] [ t F2 : Tab S-Tab ^] B Backspace ^T F K "
    + "; o E O i L x C D a I c A W S X s | v ! - _ = ^G r ^L h H F1 q Q Z ^C ^Z ESC Ins Del ^\\ ^^ ^_ ^@"

  @Test(arguments: names.split(separator: " ").map(String.init))
  func `A key's name is its name again`(_ name: String) throws {
    #expect(try #require(Key(name: name)).name == name)
  }

  @Test func `Every key has a name that means it`() {
    let characters = (UInt8(0x20)...0x7E).map { Unicode.Scalar($0) }
    let controls = characters.filter { ("a"..."z").contains($0) && !"mjih".unicodeScalars.contains($0) }
    let keys: [Key] =
      characters.map { .character($0) } + characters.map { .alt($0) } + controls.map { .control($0) }
      + (1...63).map { .function($0) }
      + [
        .enter, .tab, .backTab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown,
        .insert, .delete,
      ]
    for key in keys { #expect(Key(name: key.name) == key) }
  }
}
