import CLibrary
import Testing

@testable import CellGrid

@Suite struct DisplayWidths {
  @Test(
    arguments: [
      ("a", 1), ("~", 1), ("\u{A0}", 1), ("é", 1), ("\u{AD}", 1), ("\u{2026}", 1), ("─", 1), ("█", 1),
      ("→", 1),
      ("\u{301}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{20DD}", 0), ("\u{1160}", 0),
      ("\u{D7FB}", 0),
      ("\u{302A}", 0), ("\u{E0100}", 0),
      ("日", 2), ("한", 2), ("\u{1100}", 2), ("、", 2), ("Ａ", 2), ("😀", 2), ("\u{1F3FB}", 2), ("⌚", 2),
      ("\u{20000}", 2),
      ("\u{303F}", 1), ("ｱ", 1), ("\u{1F321}", 1), ("\u{E000}", 1), ("\u{600}", 1), ("\u{10FFFF}", 1),
    ] as [(Unicode.Scalar, Int)])
  func `Every character has its columns`(_ scalar: Unicode.Scalar, _ width: Int) {
    #expect(displayWidth(of: scalar) == width)
  }

  @Test(arguments: [0, 0x1B, 0x0A, 0x7F, 0x85, 0x9B, 0x2028] as [UInt32])
  func `Control characters have none`(_ value: UInt32) throws {
    #expect(displayWidth(of: try #require(Unicode.Scalar(value))) == nil)
  }

  @Test(arguments: [
    ("日本語", 4, "日本"), ("日本語", 5, "日本"), ("e\u{301}a", 1, "e\u{301}"), ("abc", 0, ""), ("abc", 9, "abc"),
  ])
  func `A beginning that fits has whole characters`(_ text: String, _ columns: Int, _ expected: String) {
    #expect(text.prefix(columns: columns) == expected)
  }

  @Test(arguments: [
    ("Title", 5, "Title"), ("A long title", 8, "A long\u{2026}"), ("日本語", 5, "日本\u{2026}"),
    ("日本語", 4, "日\u{2026}"),
    ("abc", 1, "\u{2026}"), ("abc", 0, ""),
  ])
  func `What does not fit ends in an ellipsis`(_ text: String, _ columns: Int, _ expected: String) {
    #expect(text.fitted(columns: columns) == expected)
    #expect(text.fitted(columns: columns).displayColumns <= columns)
  }

  @Test(arguments: [
    ("abcdef", 3, ["abc", "def"]), ("abcd", 3, ["abc", "d"]), ("abc", 3, ["abc"]), ("", 3, [""]),
    ("a\u{6C34}\u{6C34}", 2, ["a", "\u{6C34}", "\u{6C34}"]), ("\u{6C34}b", 1, ["\u{6C34}", "b"]),
    ("ae\u{301}b", 2, ["ae\u{301}", "b"]),
  ])
  func `a text is cut into parts that fit`(text: String, columns: Int, parts: [String]) {
    #expect(text.parts(ofColumns: columns) == parts)
  }

  #if canImport(Glibc)
    // ncurses counts columns by wcwidth: a character of another width would shift the rest of its row.
    @Test func `The system's library agrees`() throws {
      // Swift's module of the C library leaves it out.
      let symbol = try #require(dlsym(nil, "wcwidth"))
      let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
      guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else {
        print("skipped: there is no locale C.UTF-8")
        return
      }
      let before = uselocale(locale)
      defer {
        uselocale(before)
        freelocale(locale)
      }
      // Trigrams, digrams and counting rods, which Unicode 16.0 has made wide, as glibc 2.41 has them.
      let changed: [ClosedRange<UInt32>] = [
        0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D356, 0x1D360...0x1D376,
      ]
      var differences: [String] = []
      for value in 0...UInt32(0x10FFFF) {
        // -1 is a control character, or one that this version of the library does not know yet.
        guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned,
          case let width = Int(wcwidth(wchar_t(value))), width >= 0, value != 0,
          !changed.contains(where: { $0.contains(value) })
        else { continue }
        if displayWidth(of: scalar) != width {
          differences.append("\(scalar.escaped(asASCII: true)) \(width)")
        }
      }
      print("wcwidth differs for \(differences.count) characters", differences.prefix(10))
      // None with glibc 2.36, Unicode 15.0; a newer one may have changed its mind about a few.
      #expect(differences.count <= 100)
    }
  #endif
}
