import RFCModel

/// The words that begin with what is typed, in any case of letters.
struct Completion {
  /// At most ``limit``; one more word tells that there are others.
  private let candidates: ArraySlice<String>
  private let typed: String

  /// As many as anyone would look through.
  private static let limit = 100

  /// - Parameter words: in the order of the alphabet, whatever the case of their letters.
  init(of typed: String, among words: [String]) {
    self.typed = typed
    let begin = typed.lowercased()
    let first = typed.isEmpty ? words.endIndex : words.partitioningIndex { $0.lowercased() >= begin }
    candidates = words[first...].prefix(Self.limit).prefix { $0.lowercased().hasPrefix(begin) }
  }

  var count: Int { candidates.count }

  /// Wraps at both ends.
  subscript(index: Int) -> String {
    candidates[candidates.startIndex + ((index % count) + count) % count]
  }

  /// What all of them begin with; nil where there is none, or where nothing more than what is typed is common to them.
  var common: String? {
    guard let first = candidates.first else { return nil }
    var length = first.count
    for word in candidates.dropFirst() {
      length = min(length, zip(first, word).prefix { $0.lowercased() == $1.lowercased() }.count)
    }
    let common = String(first.prefix(length))
    return common.count > typed.count || count == 1 && common != typed ? common : nil
  }

  /// The candidates one behind the other; nothing where the word is typed already.
  var hint: String {
    if count == 1, self[0] == typed { return "" }
    return candidates.prefix(12).joined(separator: "  ")
  }
}
