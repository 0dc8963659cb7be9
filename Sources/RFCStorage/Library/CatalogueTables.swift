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
}
