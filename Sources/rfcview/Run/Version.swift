/// What `--version` prints and the reader's `V` shows.
enum Version {
  static let words = "rfcview 0.1.0"
}
