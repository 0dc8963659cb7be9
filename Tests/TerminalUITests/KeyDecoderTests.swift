import CellGrid
import TestSupport
import Testing

@testable import TerminalUI

struct Typed: Sendable, CustomTestStringConvertible {
  let bytes: String
  let events: [TerminalEvent]
  init(_ bytes: String, _ keys: Key...) {
    self.bytes = bytes
    events = keys.map { .key($0) }
  }
  init(_ bytes: String, events: [TerminalEvent]) {
    self.bytes = bytes
    self.events = events
  }
  var testDescription: String { bytes.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() }
}

@Suite struct KeyDecoding {
  private static let typed = [
    Typed("aZ~ ", .character("a"), .character("Z"), .character("~"), .character(" ")),
    Typed("é日😀", .character("é"), .character("日"), .character("😀")),
    Typed("\r\n\t\u{8}\u{7F}", .enter, .enter, .tab, .backspace, .backspace),
    Typed("\0\u{1}\u{6}\u{1A}", .control("@"), .control("a"), .control("f"), .control("z")),
    Typed("\u{1C}\u{1D}\u{1E}\u{1F}", .control("\\"), .control("]"), .control("^"), .control("_")),
    Typed("\u{11}\u{13}\u{16}\u{3}", .control("q"), .control("s"), .control("v"), .control("c")),
    Typed("\u{1B}", .escape),
    Typed("\u{1B}\u{1B}", .escape, .escape),
    Typed("\u{1B}v\u{1B}(\u{1B} ", .alt("v"), .alt("("), .alt(" ")),
    Typed("\u{1B}é", .alt("é")),
    Typed("\u{1B}[", .alt("[")),
    Typed("\u{1B}O", .alt("O")),
    Typed("\u{1B}\r", .escape, .enter),
    Typed("\u{1B}\u{7F}", .escape, .backspace),
    Typed("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", .up, .down, .right, .left),
    Typed("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", .up, .down, .right, .left),
    Typed("\u{1B}\u{1B}[A", .escape, .up),
    Typed("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", .home, .end, .home, .end),
    Typed("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", .home, .end, .home, .end),
    Typed("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", .insert, .delete, .pageUp, .pageDown),
    Typed("\u{1B}[Z", .backTab),
    Typed("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", .function(1), .function(2), .function(3), .function(4)),
    Typed(
      "\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[24~", .function(1), .function(5), .function(6),
      .function(10), .function(12)),
    Typed("\u{1B}[[A\u{1B}[[E", .function(1), .function(5)),
    Typed("\u{1B}OM\u{1B}Op\u{1B}Oy\u{1B}Ok", .enter, .character("0"), .character("9"), .character("+")),
    Typed("\u{1B}[200~x\ry\u{1B}[201~z", events: [.pasted(Array("x\ry".utf8)), .key(.character("z"))]),
    Typed("\u{1B}[200~\u{1B}[201~", events: [.pasted([])]),
    Typed("\u{1B}[200~\u{1B}[20\u{1B}[201~", events: [.pasted(Array("\u{1B}[20".utf8))]),
    Typed("\u{1B}[200~日\u{1B}[A\u{4}", events: [.pasted(Array("日\u{1B}[A\u{4}".utf8))]),
    Typed("\u{1B}]", .alt("]")),
    Typed("\u{1B}P", .alt("P")),
    Typed("\u{1B}]e\u{1B}Pq", .alt("]"), .character("e"), .alt("P"), .character("q")),
    Typed(
      "\u{1B}[<64;10;20M\u{1B}[<65;1;1M",
      events: [
        .mouse(MouseEvent(.wheelUp, at: Position(column: 9, row: 19))),
        .mouse(MouseEvent(.wheelDown, at: Position(column: 0, row: 0))),
      ]),
    Typed(
      "\u{1B}[<0;3;2M\u{1B}[<32;300;2M\u{1B}[<0;65535;0mx",
      events: [
        .mouse(MouseEvent(.press, at: Position(column: 2, row: 1))),
        .mouse(MouseEvent(.drag, at: Position(column: 299, row: 1))),
        .mouse(MouseEvent(.release, at: Position(column: 65534, row: -1))), .key(.character("x")),
      ]),
    // The end of a paste without its beginning, modified cursor keys, mice, answers nobody asked for.
    Typed("\u{1B}[201~x", .character("x")),
    Typed("\u{1B}[1;5Ax", .character("x")),
    Typed("\u{1B}[<1;10;20Mx", .character("x")),
    Typed("\u{1B}[<16;1;1M\u{1B}[<68;1;1M\u{1B}[<35;1;1M\u{1B}[<66;1;1Mx", .character("x")),
    Typed(
      "\u{1B}[<0;1Mx\u{1B}[<0;1;1;1M\u{1B}[<;;M\u{1B}[<0;65536;1M\u{1B}[<0;-1;99999999999999999999M",
      .character("x")),
    Typed("\u{1B}[<0;1;\u{1B}[A", .up),
    Typed("\u{1B}[M !!x", .character("x")),
    Typed("\u{1B}[M !"),
    Typed("\u{1B}[?1;2cx", .character("x")),
    Typed("\u{1B}[[Zx", .character("x")),
    Typed("\u{1B}OXx", .character("x")),
    Typed("\u{1B}[99~x", .character("x")),
    Typed("\u{1B}[12", ),
    Typed("\u{1B}[1\u{1B}[A", .up),
    Typed("\u{1B}[1\rx", .enter, .character("x")),
    Typed("\u{85}\u{9B}x", .character("x")),
  ]

  @Test(arguments: typed)
  func `Bytes that come together are keys`(_ typed: Typed) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(typed.bytes.utf8)) + decoder.finish() == typed.events)
    #expect(decoder.patience == 0)
  }

  @Test(arguments: typed)
  func `Bytes that come one by one are the same keys`(_ typed: Typed) {
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    for byte in typed.bytes.utf8 { events += decoder.decode([byte]) }
    #expect(events + decoder.finish() == typed.events)
  }

  @Test func `A lone ESC and half a character wait`() {
    var decoder = KeyDecoder()
    for beginning in [
      [0x1B], [0x1B, 0x5B], [0x1B, 0x5B, 0x31], [0x1B, 0x4F], [0xC3], [0xE6, 0x97], [0x1B, 0xC3],
    ] as [[UInt8]] {
      #expect(decoder.decode(beginning) == [])
      #expect(decoder.patience > 0)
      _ = decoder.finish()
      #expect(decoder.patience == 0)
    }
  }

  @Test(
    arguments: [
      [0xFF, 0x78], [0x80, 0x78], [0xC3, 0x78], [0xE6, 0x97, 0x78], [0xC0, 0x80, 0x78],
      [0xED, 0xA0, 0x80, 0x78],
      [0xF4, 0x90, 0x80, 0x80, 0x78], [0xF8, 0x78], [0x1B, 0xFF, 0x78],
    ] as [[UInt8]])
  func `Bytes that are no character are dropped`(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes) + decoder.finish() == [.key(.character("x"))])
  }

  @Test func `What terminfo says of the terminal comes first`() {
    var decoder = KeyDecoder(sequences: [
      .init(bytes: Array("\u{1B}A".utf8), key: .up),
      .init(bytes: Array("\u{1B}[11^".utf8), key: .function(11)),
    ])
    #expect(
      decoder.decode(Array("\u{1B}A\u{1B}[11^\u{1B}B".utf8)) == [
        .key(.up), .key(.function(11)), .key(.alt("B")),
      ])
  }

  @Test func `A sequence without end is dropped and holds nothing up`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[".utf8) + [UInt8](repeating: 0x31, count: 5000)) == [])
    #expect(decoder.patience == 0)
    #expect(decoder.decode([0x78]) == [.key(.character("x"))])
  }

  @Test func `Of a long paste the beginning is kept, and its end is found however it is cut`() {
    let book = [UInt8](repeating: 0x61, count: 10_000)
    for cut in 0...6 {
      var decoder = KeyDecoder()
      let bytes = Array("\u{1B}[200~".utf8) + book + Array("\u{1B}[201~q".utf8)
      var events = decoder.decode(bytes.dropLast(cut + 1))
      events += decoder.decode(bytes.suffix(cut + 1))
      #expect(events == [.pasted(Array(book.prefix(KeyDecoder.pasteLimit))), .key(.character("q"))])
    }
  }

  @Test func `A paste without end is over when nothing comes for a second`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~text\u{1B}[".utf8)) == [])
    #expect(decoder.patience == 1000)
    #expect(decoder.finish() == [.pasted(Array("text\u{1B}[".utf8))])
    #expect(decoder.decode([0x71]) == [.key(.character("q"))])
  }

  @Test func `Control-C gives the keys back where a paste has no end`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~text\u{3}".utf8)) == [])
    #expect(decoder.patience == 1)
    #expect(decoder.finish() == [.key(.control("c"))])
    #expect(decoder.decode([0x71]) == [.key(.character("q"))])
    #expect(decoder.decode(Array("\u{1B}[200~a\u{3}".utf8)) == [])
    #expect(decoder.decode(Array("b\u{1B}[201~".utf8)) == [.pasted(Array("a\u{3}b".utf8))])
  }

  /// The background, a colour of the text, of the palette, of the cursor; what the terminal is, in four ways; that it is
  /// well; where the cursor is; a setting, a capability, a title, a mode, a size.
  private static let answers = [
    "]11;rgb:ffff/ffff/eeee\u{7}", "]10;rgb:00/00/00\u{1B}\\", "]4;1;rgb:cdcd/0000/0000\u{7}",
    "]12;red\u{9C}",
    "[?62;1;2;4c", "[>41;390;0c", "P!|00000000\u{1B}\\", "P>|XTerm(390)\u{1B}\\", "[0n", "[24;80R",
    "P1$r0;1m\u{1B}\\", "P1+r544e=787465726d\u{1B}\\", "]lmy title\u{1B}\\", "[?2004;1$y", "[8;24;80t",
    "]52;c;" + String(repeating: "QUJD", count: 500) + "\u{7}",
  ]

  private func keys(_ events: [TerminalEvent]) -> [TerminalEvent] {
    events.filter { if case .background = $0 { false } else { true } }
  }

  @Test(arguments: answers.map(Spelled.init(_:)))
  func `What a terminal answers is no typing, however it is cut`(answer: Spelled) {
    let body = Array(answer.raw.utf8)
    let introducers: [[UInt8]] = [[0x1B, body[0]], [0xC2, body[0] + 0x40], [body[0] + 0x40]]
    for introducer in introducers {
      let bytes = introducer + body.dropFirst() + [0x78]
      for cut in 0..<min(bytes.count, 80) {
        var decoder = KeyDecoder()
        let events = decoder.decode(bytes.prefix(cut)) + decoder.decode(bytes.dropFirst(cut))
        #expect(keys(events) == [.key(.character("x"))])
      }
      var decoder = KeyDecoder()
      #expect(keys(bytes.flatMap { decoder.decode([$0]) }) == [.key(.character("x"))])
    }
    // The link stalls behind its first byte, which is a key then, or behind the second.
    for (length, key) in [(1, Key.escape), (2, .alt(Unicode.Scalar(body[0])))] {
      var decoder = KeyDecoder()
      let bytes = [0x1B] + body + [0x78]
      #expect(decoder.decode(bytes.prefix(length)) == [])
      #expect(decoder.patience == KeyDecoder.shortPatience)
      #expect(decoder.finish() == [.key(key)])
      #expect(keys(decoder.decode(bytes.dropFirst(length))) == [.key(.character("x"))])
      _ = decoder.decode(bytes.prefix(length)) + decoder.finish()
      #expect(keys(decoder.decode(bytes.dropFirst(length), after: 5000)).count > 1)
    }
  }

  @Test func `What is typed behind ESC is typed`() {
    var decoder = KeyDecoder()
    for text in ["]e", "[[", "Pq", "]", "[", "j5"] {
      #expect(decoder.decode([0x1B]) + decoder.finish() == [.key(.escape)])
      let events = decoder.decode(Array(text.utf8)) + decoder.finish()
      #expect(events == text.unicodeScalars.map { .key(.character($0)) })
    }
  }

  @Test func `An answer that breaks off ends where a key or another sequence begins, or in time`() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode(Array("\u{1B}]11;rgb:ff\u{3}q".utf8)) == [.key(.control("c")), .key(.character("q"))])
    #expect(decoder.decode(Array("\u{1B}]11;rgb:ff\u{1B}[A".utf8)) == [.key(.up)])
    #expect(decoder.decode(Array("\u{1B}P>|XTe".utf8)) == [])
    #expect(decoder.patience == 1000)
    #expect(decoder.finish() == [])
    #expect(decoder.decode([0x71]) == [.key(.character("q"))])
  }

  @Test(
    arguments: [
      ("rgb:ffff/ffff/ffff", true), ("rgb:0000/0000/0000", false), ("rgb:fff/ff/d", true),
      ("rgb:80/00/00", false),
      ("rgba:fdfd/f6f6/e3e3/cccc", true), ("rgb:00/2b/36", false), ("rgb:7f/80/81", true), ("rgb:ff/ff", nil),
      ("rgb:ff/ff/", nil), ("rgb:12345/0/0", nil), ("rgb:g/0/0", nil), ("white", nil), ("rgb:+f/+f/+f", nil),
      ("", nil),
    ] as [(String, Bool?)])
  func `The background is light or dark`(_ colour: String, _ isLight: Bool?) {
    var decoder = KeyDecoder()
    let events = decoder.decode(Array("\u{1B}]11;\(colour)\u{7}".utf8))
    #expect(events == (isLight.map { [.background(isLight: $0)] } ?? []))
  }

  @Test func `Any bytes at all leave it whole`() {
    var generator = SystemRandomNumberGenerator()
    var decoder = KeyDecoder()
    for _ in 0..<2000 {
      let bytes = (0..<20).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : [0x1B, 0x5B, 0x4F, 0x31][Int.random(in: 0...3, using: &generator)]
      }
      for event in decoder.decode(bytes) + decoder.finish() {
        if case .key(.character(let scalar)) = event { #expect(displayWidth(of: scalar) != nil) }
      }
      #expect(decoder.patience == 0)
    }
  }
}
