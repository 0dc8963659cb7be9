import RFCModel

extension Requirement {
  /// The sentences of a document that say with a BCP 14 word what is required, in the order of its text. Not among
  /// them: the paragraph that says how the words are meant, headings, words in quotation marks, and words in texts
  /// that are capitals throughout.
  ///
  /// - Parameter running: made with the same outline.
  static func all(in running: RunningText, outline: Outline) -> [Requirement] {
    running.bytes.withUnsafeBufferPointer { buffer in
      var scanner = RequirementScanner(reader: ByteReader(text: buffer), running: running, outline: outline)
      scanner.scan()
      return scanner.found
    }
  }
}
