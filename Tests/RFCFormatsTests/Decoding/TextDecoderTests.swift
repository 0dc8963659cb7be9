import RFCFormats
import RFCModel
import TestSupport
import Testing

@Suite struct TextDecoderTests {
  @Test func `a byte-order mark goes and the rest stays byte for byte`() {
    let document = TextDecoder.document(from: [0xEF, 0xBB, 0xBF] + Array("Zürich\n".utf8))
    #expect(document.bytes == Array("Zürich\n".utf8))
  }

  @Test(
    arguments: [
      ("", []),
      ("one", ["one"]),
      ("one\n", ["one"]),
      ("one\n\ntwo\n", ["one", "", "two"]),
      ("one\r\ntwo\r\n", ["one", "two"]),
      ("a\u{0C}b\n", ["a\u{0C}b"]),
      ("a\rb\n", ["a\rb"]),
      ("\n", [""]),
    ] as [(Spelled, [Spelled])])
  func `a line ends at a line feed alone`(text: Spelled, lines: [Spelled]) {
    let document = Document(text: text.raw)
    #expect(
      (0..<document.lines.count).map { Spelled(String(decoding: document[line: $0], as: UTF8.self)) } == lines
    )
  }

  @Test(
    arguments: [
      ([0x93, 0x4D, 0x94], "\u{201C}M\u{201D}"),
      ([0x80, 0xFF], "\u{20AC}\u{FF}"),
      ([0x81, 0x9D], "\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func `what is not UTF-8 is read as Windows-1252`(bytes: [UInt8], text: String) {
    #expect(TextDecoder.document(from: bytes).bytes == Array(text.utf8))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xE2, 0x82], [0x80], [0xF0, 0x9F, 0x92],
    ] as [[UInt8]])
  func `overlong forms, surrogates and cut characters are not UTF-8`(bytes: [UInt8]) {
    let padding = Array("0123456789abcdefghij".utf8)
    let decoded = TextDecoder.document(from: padding + bytes).bytes
    #expect(decoded.count > padding.count + bytes.count)
    #expect(String(validating: decoded, as: UTF8.self) != nil)
  }

  @Test func `every scalar that can be written in UTF-8 stays`() {
    let text = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(Document(text: text).bytes == Array(text.utf8))
  }

  @Test func `random bytes decode to valid UTF-8`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let document = TextDecoder.document(from: bytes)
      #expect(String(validating: document.bytes, as: UTF8.self) != nil)
    }
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
