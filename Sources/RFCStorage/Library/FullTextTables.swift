/// The full text's part of the library.
enum FullTextTables {
  static let schema = ""
}
