import RFCModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("February 2006", 2006, 2, nil), ("28 August 1980", 1980, 8, 28), ("September 28, 1970", 1970, 9, 28),
    ("06 Nov 1994", 1994, 11, 6), ("SEPT. 1981", 1981, 9, nil), ("1 May 2026.", 2026, 5, 1),
  ])
  func `a date is read as it is printed`(text: String, year: Int, month: Int, day: Int?) throws {
    let date = try #require(CalendarDate(printed: text))
    #expect(date == CalendarDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    "", "2006", "February", "Brumaire 2006", "Februar 2006", "1-Jan-77", "1 Jan 77", "32 May 2026",
    "0 May 2026",
    "+1 May 2026", "May 0000", "May 20260", "May 2026 1", "the 1 May 2026", "1 2 2026", "May May 2026",
  ])
  func `anything else is no date`(text: String) { #expect(CalendarDate(printed: text) == nil) }

  @Test(arguments: [
    ("january", 1), ("Mar", 3), ("MAY", 5), ("June", 6), ("Sept", 9), ("December", 12), ("Ju", nil),
    ("Septe", nil),
    ("Mays", nil), ("*ay", nil), ("-AY", nil), ("", nil),
  ])
  func `a month is named in full or by its first three or four letters`(word: String, month: Int?) {
    #expect(CalendarDate.month(named: word.utf8) == month)
  }

  @Test func `a date is written with its day where that is known`() {
    #expect(CalendarDate(year: 2022, month: 8)?.description == "August 2022")
    #expect(CalendarDate(year: 2022, month: 4, day: 1)?.description == "1 April 2022")
  }
}
