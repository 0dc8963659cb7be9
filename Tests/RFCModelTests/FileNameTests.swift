import RFCModel
import Testing

/// What is read off a file's name, and the days that files keep.
@Suite struct FileNameTests {
  @Test(arguments: [
    ("rfc9110.txt", "RFC 9110"), ("/home/me/RFC9110.html", "RFC 9110"), ("a/rfc0791.txt.gz", "RFC 791"),
    ("rfc9110", "RFC 9110"), ("draft-ietf-quic-transport-34.txt", "draft-ietf-quic-transport-34"),
    ("9110.txt", nil), ("2024", nil), ("rfc.txt", nil), ("notes.txt", nil), ("rfc9110-notes.txt", nil),
    ("rfc9110/notes.txt", nil), ("", nil), ("/", nil), ("rfc0.txt", nil), ("draft-standard.txt", nil),
  ])
  func `a file is a copy of what its name says`(_ path: String, _ name: String?) {
    #expect(DocumentID(copiedTo: path)?.description == name)
  }

  @Test(arguments: [("2022-08", 2022, 8, nil), ("2022-04-01", 2022, 4, 1), ("9999-12-31", 9999, 12, 31)])
  func `a day is read as it is written`(_ text: String, _ year: Int, _ month: Int, _ day: Int?) {
    let date = CalendarDate(iso: text)
    #expect(date == CalendarDate(year: year, month: month, day: day))
    #expect(date?.iso == text)
  }

  @Test(arguments: [
    "", "2022", "2022-13", "2022-04-32", "2022-4-1", "2022-04-", "2022-04-01-01", "x022-04", "-",
  ])
  func `what is no day is none`(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func `a column shows the month in three letters`() {
    #expect(CalendarDate(year: 2022, month: 9, day: 3)?.short == "Sep 2022")
  }
}
