/// The errata's part of the library.
enum ErrataTables {
  static let id = NumberColumn("erratum", "id", 1...9_999_999)
}
