/// The catalogue's part of the library.
enum CatalogueTables {
  /// Lists of names are one a line. Dates are the number `20220801`, with day 0 where only the month is known. What a
  /// list shows of ten thousand RFCs stands together; the rest is five times as long.
  static let schema = """
    CREATE TABLE rfc(
      number INTEGER PRIMARY KEY, title TEXT, authors TEXT, date INTEGER, status TEXT, stream TEXT, wg TEXT,
      isAlso TEXT, obsoletedBy TEXT, updatedBy TEXT);
    CREATE TABLE detail(
      number INTEGER PRIMARY KEY, obsoletes TEXT, updates TEXT, publicationStatus TEXT, area TEXT, pages INTEGER, keywords TEXT, abstract TEXT, doi TEXT, draft TEXT, errataURL TEXT);
    CREATE TABLE subSeries(series TEXT, number INTEGER, title TEXT, members TEXT, PRIMARY KEY(series, number))
      WITHOUT ROWID;
    CREATE TABLE neverIssued(number INTEGER PRIMARY KEY);
    CREATE TABLE fact(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    """

  static let drops = ["rfc", "detail", "subSeries", "neverIssued", "fact"].map {
    "DROP TABLE IF EXISTS \($0);"
  }
  .joined()

  static let number = NumberColumn("rfc", "number", NumberColumn.rfcNumbers)
  /// From January of the year 1 to the end of 9999.
  static let date = NumberColumn("rfc", "date", 1_01_00...9999_12_31, isOptional: true)
  static let detailed = NumberColumn("detail", "number", NumberColumn.rfcNumbers)
  static let pages = NumberColumn("detail", "pages", 1...99_999, isOptional: true)
  static let subSeriesNumber = NumberColumn("subSeries", "number", 0...999_999)
  static let neverIssued = NumberColumn("neverIssued", "number", NumberColumn.rfcNumbers)

  static let numbers = [number, date, detailed, pages, subSeriesNumber, neverIssued]
}
