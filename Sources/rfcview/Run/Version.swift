import CVersion
import StoreTerms

/// What `--version` prints and the reader's `V` shows: `rfcview 0.2.0 (1a2b3c4d5e)`.
enum Version {
  static let words: String = {
    let commit = String(cString: cversion_commit())
    return "rfcview \(Release.number)" + (commit.isEmpty ? "" : " (\(commit))")
  }()
}
