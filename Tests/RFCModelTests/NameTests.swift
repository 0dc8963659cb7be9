import RFCModel
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("2.5.1", "2.5.1", 3), ("2.5.", "2.5", 2), ("a.1", "A.1", 2), ("IV", "IV", 1), ("0", "0", 1),
    ("2b", "2B", 2), ("2b1.", "2B1", 3), ("10a12c", "10A12C", 4),
  ])
  func `a section number is kept in one form`(written: String, text: String, level: Int) throws {
    let number = try #require(SectionNumber(written))
    #expect(number.text == text)
    #expect(number.level == level)
  }

  @Test(arguments: [
    "", ".", "1..2", "Figure 1", "1.2.x y", "AB", "12345", "1.1.1.1.1.1.1.1.1.1.1", "-1", "é",
    "2bb", "2b.1", "A1", "2b12345", "1a1a1a1a1a1a1",
  ])
  func `anything else is no section number`(text: String) { #expect(SectionNumber(text) == nil) }

  @Test func `parents end at the top`() throws {
    let number = try #require(SectionNumber("A.1.2"))
    #expect(number.parent?.text == "A.1")
    #expect(number.parent?.parent?.text == "A")
    #expect(number.parent?.parent?.parent == nil)
    #expect(number.isAppendix)
  }

  @Test func `a number of digits and letters in turn lies in the one before it`() throws {
    let number = try #require(SectionNumber("2b12"))
    #expect(number.parent?.text == "2B")
    #expect(number.parent?.parent?.text == "2")
    #expect(number.parent?.parent?.parent == nil)
    #expect(!number.isAppendix)
  }

  @Test(arguments: [("0791", 791), ("10050", 10050), ("1", 1), ("999999", 999_999)])
  func `an RFC number has one to six digits`(digits: String, value: Int) {
    #expect(RFCNumber(digits: digits)?.value == value)
  }

  @Test(arguments: ["", "0", "1000000", "4291a", "-1", "٤", "99999999999999999999"])
  func `anything else is no RFC number`(text: String) { #expect(RFCNumber(digits: text) == nil) }

  @Test(arguments: ["rfc4291.txt", "rfc10050.txt", "draft-ietf-quic-transport-34.txt"])
  func `a file name and its document say the same`(name: String) throws {
    #expect(try #require(DocumentID(fileName: name)).fileName == name)
  }

  @Test(arguments: [
    "rfc04291.txt", "RFC4291.txt", "rfc4291.pdf", "rfc.txt", "draft-x.txt", "draft-../x-00.txt",
    "Draft-a-b-00.txt", "",
  ])
  func `other names are no documents`(name: String) { #expect(DocumentID(fileName: name) == nil) }

  @Test func `of the documents only RFCs have a number`() {
    #expect(DocumentID(fileName: "rfc4291.txt")?.rfc?.value == 4291)
    #expect(DocumentID(fileName: "draft-ietf-quic-transport-34.txt")?.rfc == nil)
    #expect(CitedDocument.subSeries(.bcp, 14).rfc == nil)
  }

  @Test func `documents sort by number and then by name`() throws {
    let names = ["draft-b-b-00.txt", "rfc100.txt", "rfc99.txt", "draft-a-a-00.txt"]
    let sorted = names.compactMap { DocumentID(fileName: $0) }.sorted().map(\.fileName)
    #expect(sorted == ["rfc99.txt", "rfc100.txt", "draft-a-a-00.txt", "draft-b-b-00.txt"])
  }
}
