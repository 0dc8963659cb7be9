/// The words of up to four letters that English sentences are held together by.
enum BindingWords {
  private static let words = """
    a as at an be by if in is it of on or to we all and any are but can for has its may not one the The was been each \
    from have must only such than that then they this This when will with
    """

  /// Open addressing: a word stands at ``slot(of:)`` or in the next ones, up to an empty one.
  static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 256)
    for word in words.utf8.split(separator: 0x20) {
      let key = word.reduce(0) { $0 << 8 | UInt32($1) }
      var at = slot(of: key)
      while table[at] != 0 { at = next(at) }
      table[at] = key
    }
    return table
  }()

  /// - Parameter key: the word's bytes as a number, big-endian.
  @inline(__always)
  static func contains(_ key: UInt32, in table: UnsafeBufferPointer<UInt32>) -> Bool {
    var at = slot(of: key)
    while table[at] != 0 {
      if table[at] == key { return true }
      at = next(at)
    }
    return false
  }

  private static func slot(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 24) }
  private static func next(_ slot: Int) -> Int { (slot + 1) & 0xFF }
}
