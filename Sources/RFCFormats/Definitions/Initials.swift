/// Whether words are what an abbreviation stands for.
enum Initials {
  /// `PSK`, `TLS1.3`, `IPv6`, `PDUs`: one word, two capitals or more.
  static func areCapitals(_ word: some Collection<UInt8>) -> Bool {
    guard (2...16).contains(word.count) else { return false }
    var capitals = 0
    for byte in word {
      if LineView.isUpper(byte) { capitals += 1 }
      if byte <= 0x20 { return false }
    }
    return capitals >= 2
  }

  /// Where the words begin, at the end of a text, whose letters an abbreviation is made of, in their order; the first of
  /// them begins a word. Source: A. Schwartz, M. Hearst, "A simple algorithm for identifying abbreviation definitions in
  /// biomedical text", 2003.
  static func longForm(
    of short: Slice<UnsafeBufferPointer<UInt8>>, in text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int? {
    let letters = short.filter { LineView.isLetter($0) || LineView.isDigit($0) }
    // The `s` of the plural.
    let isPlural = letters.count > 2 && letters.last == 0x73 && short.contains(where: LineView.isUpper)
    let wanted = isPlural ? letters.dropLast() : letters[...]
    var place = text.endIndex
    for (number, letter) in wanted.enumerated().reversed() {
      let letter = LineView.lowercased(letter)
      repeat {
        guard place > text.startIndex else { return nil }
        place -= 1
        // No sentence ends within.
        if text[place] == 0x2E || text[place] == 0x28 || text[place] == 0x3B { return nil }
      } while LineView.lowercased(text[place]) != letter
        || number == 0 && place > text.startIndex && ByteReader.isWord(text[place - 1])
    }
    // At most so many words, and more than the abbreviation says itself.
    let words = text[place...].split { $0 <= 0x20 || $0 == 0x2D || $0 == 0x2F }
    guard words.count <= min(wanted.count + 5, wanted.count * 2), text.endIndex - place > short.count + 2,
      words.count > 1 || wanted.count < 3 || text.endIndex - place > 2 * short.count
    else { return nil }
    return place
  }

  /// Where the words begin, at the end of a text, whose first letters an abbreviation is: every word of them.
  static func words(of short: Slice<UnsafeBufferPointer<UInt8>>, in text: Slice<UnsafeBufferPointer<UInt8>>)
    -> Int?
  {
    // The `s` of the plural.
    let letters = short.last == 0x73 ? short.dropLast() : short
    guard letters.count > 1 else { return nil }
    var place = text.endIndex
    for letter in letters.reversed() {
      while place > text.startIndex, !ByteReader.isWord(text[place - 1]) {
        place -= 1
        if text[place] == 0x2E || text[place] == 0x28 || text[place] == 0x3B { return nil }
      }
      let end = place
      while place > text.startIndex, ByteReader.isWord(text[place - 1]) { place -= 1 }
      guard place < end, LineView.lowercased(text[place]) == LineView.lowercased(letter) else { return nil }
    }
    return place
  }
}
