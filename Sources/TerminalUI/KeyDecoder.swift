import CellGrid

/// Makes keys of the bytes that a terminal sends: what terminfo says of this terminal, and what terminals send
/// whatever terminfo says (xterm, tmux, screen, rxvt, linux, vt100; with and without application mode). A sequence
/// that is neither is dropped whole: no half of it becomes a command.
///
/// ncurses's own `get_wch` tells the end of the input from no input as little as an unknown sequence from the keys
/// it is made of.
struct KeyDecoder {
  /// What a key of this terminal sends.
  struct Sequence {
    /// The first is ESC.
    let bytes: [UInt8]
    let key: Key
  }

  private let sequences: [Sequence]
  private var pending: [UInt8] = []

  /// A control sequence that goes on for longer is none.
  private static let longestControlSequence = 64
  private static let escape: UInt8 = 0x1B

  init(sequences: [Sequence] = []) { self.sequences = sequences }

  /// The bytes so far may be the beginning of a key: a lone ESC, half a character.
  var isWaiting: Bool { !pending.isEmpty }

  /// The keys that are complete with these bytes.
  mutating func decode(_ bytes: some Collection<UInt8>) -> [Key] {
    pending += bytes
    return decodePending(isEnd: false)
  }

  /// What the pending bytes mean, given that nothing follows them: a lone ESC is the key.
  mutating func finish() -> [Key] { decodePending(isEnd: true) }

  private mutating func decodePending(isEnd: Bool) -> [Key] {
    var keys: [Key] = []
    var rest = pending[...]
    while let first = rest.first {
      let (key, length) =
        first == Self.escape ? escapeSequence(rest, isEnd: isEnd) : Self.character(rest, isEnd: isEnd)
      if length == 0 { break }
      if let key { keys.append(key) }
      rest = rest.dropFirst(length)
    }
    pending = Array(rest)
    return keys
  }

  /// A key, nil for bytes to drop, and how many bytes it takes: 0 where more are needed.
  private typealias Step = (key: Key?, length: Int)

  // MARK: Characters

  private static func character(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    guard let first = bytes.first else { return (nil, 0) }
    if first < 0x20 || first == 0x7F { return (controlKey(first), 1) }
    if first < 0x80 { return (.character(Unicode.Scalar(first)), 1) }
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    let tail = bytes.dropFirst().prefix(length - 1)
    if let wrong = tail.firstIndex(where: { $0 & 0xC0 != 0x80 }) { return (nil, wrong - bytes.startIndex) }
    guard bytes.count >= length else { return (nil, isEnd ? bytes.count : 0) }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      scalar.value >= 0xA0
    else { return (nil, length) }
    return (.character(scalar), length)
  }

  private static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    // ^A is 1 and A is 65. ^Space and ^@ are 0.
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    default: .control(Unicode.Scalar(byte + 0x40))
    }
  }

  // MARK: Escape sequences

  private func escapeSequence(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    if let known = sequences.first(where: { bytes.starts(with: $0.bytes) }) {
      return (known.key, known.bytes.count)
    }
    guard let second = bytes.dropFirst().first else { return (isEnd ? .escape : nil, isEnd ? 1 : 0) }
    switch second {
    case UInt8(ascii: "["): return Self.controlSequence(bytes, isEnd: isEnd)
    case UInt8(ascii: "O"): return Self.shiftedKey(bytes, isEnd: isEnd)
    // Two keys that were typed fast, or Alt and a key that is no character.
    case 0..<0x20, 0x7F: return (.escape, 1)
    default:
      let (key, length) = Self.character(bytes.dropFirst(), isEnd: isEnd)
      guard length > 0 else { return (nil, 0) }
      if case .character(let scalar)? = key { return (.alt(scalar), length + 1) }
      return (nil, length + 1)
    }
  }

  /// ESC [, parameters, one letter. Source: ECMA-48, section 5.4.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    let body = bytes.dropFirst(2)
    // The linux console's F1 to F5 are ESC [ [ A and on.
    if body.first == UInt8(ascii: "[") {
      guard let letter = body.dropFirst().first else { return (nil, isEnd ? 3 : 0) }
      return ((0x41...0x45).contains(letter) ? .function(Int(letter) - 0x40) : nil, 4)
    }
    guard let final = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      if body.isEmpty { return (isEnd ? .alt("[") : nil, isEnd ? 2 : 0) }
      return (nil, isEnd || body.count > longestControlSequence ? bytes.count : 0)
    }
    let length = final - bytes.startIndex
    // Another key begins before this sequence has ended.
    guard (0x40...0x7E).contains(bytes[final]) else { return (nil, length) }
    let parameters = body[..<final]
    if bytes[final] == UInt8(ascii: "~") { return (tildeKey(parameters), length + 1) }
    return (parameters.isEmpty ? letterKey(bytes[final]) : nil, length + 1)
  }

  /// ESC O and a letter: application mode, of the cursor keys and of the keypad.
  private static func shiftedKey(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    guard let letter = bytes.dropFirst(2).first else { return (isEnd ? .alt("O") : nil, isEnd ? 2 : 0) }
    guard (0x20...0x7E).contains(letter) else { return (.alt("O"), 2) }
    switch letter {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return (.function(Int(letter) - 0x4F), 3)
    case UInt8(ascii: "M"): return (.enter, 3)
    // `j` to `y` are `*` to `9`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return (.character(Unicode.Scalar(letter - 0x40)), 3)
    default: return (letterKey(letter), 3)
    }
  }

  private static func letterKey(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static func tildeKey(_ parameters: ArraySlice<UInt8>) -> Key? {
    switch String(decoding: parameters, as: UTF8.self) {
    case "1", "7": .home
    case "2": .insert
    case "3": .delete
    case "4", "8": .end
    case "5": .pageUp
    case "6": .pageDown
    case "11": .function(1)
    case "12": .function(2)
    case "13": .function(3)
    case "14": .function(4)
    case "15": .function(5)
    case "17": .function(6)
    case "18": .function(7)
    case "19": .function(8)
    case "20": .function(9)
    case "21": .function(10)
    case "23": .function(11)
    case "24": .function(12)
    default: nil
    }
  }
}
