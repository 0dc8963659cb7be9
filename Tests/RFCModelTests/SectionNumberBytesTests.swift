import RFCModel
import Testing

@Suite struct SectionNumberBytesTests {
  @Test(arguments: [
    "4", "4.2", "4.2.10", "A", "a.1", "A.1.b", "IV", "iv.2", "1.2.3.4.5.6.7.8.9.10", "1234.5", "", ".", "4.",
    "4..2",
    "12345", "AB", "A1", "1.IV", "IIIIIIII", "1.2.3.4.5.6.7.8.9.10.11", "4 2", "é", "Figure 1",
  ])
  func `bytes spell the same number as text does`(text: String) {
    let bytes = Array(text.utf8)
    let number = bytes.withUnsafeBufferPointer { SectionNumber(ascii: $0) }
    // A final dot is the sentence's where bytes of a text are read.
    #expect(number == (text.hasSuffix(".") ? nil : SectionNumber(text)))
  }

  @Test func `digits and letters run together are no number in prose`() {
    let bytes = Array("4a".utf8)
    #expect(bytes.withUnsafeBufferPointer { SectionNumber(ascii: $0) } == nil)
  }

  @Test func `ranges of a document come as one line`() {
    let bytes = Array("see  [QUIC-\n   TLS] or\tRFC\n 1\u{1B}".utf8)
    let document = Document(bytes: bytes, lines: Lines(starts: [0], ends: [UInt32(bytes.count)]))
    #expect(document.text([5..<11, 15..<19]) == "[QUIC-TLS]")
    #expect(document.text([20..<26, 28..<30, 90..<95]) == "or RFC 1")
  }
}
