import CLibrary

/// An address that is handed to a browser, as long as that may fail.
struct BrowserStart {
  let address: String
  /// Those to try after this one.
  var others: ArraySlice<Browser>
  /// What is to be said of those that have failed.
  var problems: [String] = []
  /// The one that has been started beside the reader, and the wall clock's seconds when it was.
  var current: (browser: Browser, child: pid_t, since: Int)?
}
