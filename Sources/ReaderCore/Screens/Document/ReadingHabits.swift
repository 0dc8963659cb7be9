/// How texts are read in a pane: what goes along from one to the next.
struct ReadingHabits {
  /// What `n` repeats.
  var search: Search?
  var highlightsMatches = true
  var options: ReaderOptions
  /// What `d` and `u` were last given; nil: half of the window.
  var halfPage: Int?
  /// What `z` and `w` were last given; nil: the window.
  var page: Int?
  /// What Left and Right were last given, in columns; nil: half of the window.
  var shift: Int?

  init(_ settings: ReaderSettings) {
    options = settings.options
  }
}
