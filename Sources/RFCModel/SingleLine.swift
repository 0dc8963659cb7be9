extension String {
  /// What of it fits into a line of a file whose fields tabs part: no control character, no end of a line.
  ///
  /// - Parameter limit: Unicode scalars.
  func singleLine(limit: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.lazy.filter(\.isOfLine).prefix(limit)))
  }
}

extension Unicode.Scalar {
  /// Whether a line may have it in its middle.
  var isOfLine: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
