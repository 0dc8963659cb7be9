extension [String] {
  /// As Swift's own, which asks the run time for the types of all sequences there are before it joins the first strings.
  public func joined(separator: String = "") -> String {
    var text = first ?? ""
    for word in dropFirst() {
      text += separator
      text += word
    }
    return text
  }
}
