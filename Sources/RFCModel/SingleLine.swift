extension String {
  /// What of it fits into a line of a file whose fields tabs part: no control character, no end of a line.
  ///
  /// - Parameter limit: Unicode scalars.
  func singleLine(limit: Int) -> String {
    if utf8.count <= limit, utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.lazy.filter(\.isOfLine).prefix(limit)))
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
