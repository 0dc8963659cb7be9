/// How words are compared.
enum DefinitionKey {
  /// The same for `Client Hello` and `ClientHello`, for `token` and `Tokens`: letters and digits in lower case, without
  /// the `s` of the plural. Of a word of signs alone, its signs.
  static func key(of word: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    var (count, last, before) = (0, UInt8(0), key)
    var isPlural = false
    for byte in word where LineView.isLetter(byte) || LineView.isDigit(byte) {
      before = key
      last = LineView.lowercased(byte)
      key = (key ^ UInt64(last)) &* 0x100_0000_01B3
      isPlural = byte == 0x73 || last == 0x73 && count > 3
      count += 1
    }
    if count == 0 {
      for byte in word { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return isPlural && count > 2 ? before : key
  }
}
