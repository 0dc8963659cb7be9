import CellGrid

/// Makes events of the bytes that a terminal sends: what terminfo says of this terminal, and what terminals send
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
  /// How many of ``pending`` have been reported as a key already, at their head.
  private var reported = 0
  /// What ``finish()`` took for a key last, where it may have been the beginning of a sequence that stalls.
  private var doubtful: [UInt8] = []
  private var unfinished: Unfinished?
  /// Whether the terminal owes the answer what kind it is (DA1), the last one to what it is asked.
  var isAnswerDue = false

  /// What takes the bytes that would be keys, until its end comes.
  private enum Unfinished {
    /// What has come of a paste, as far as it is kept.
    case paste([UInt8])
    /// What has come of a control string, as far as it is kept, with the letter that opens it.
    case answer([UInt8])
  }

  /// A control sequence that goes on for longer is none.
  private static let longestControlSequence = 64
  private static let escape: UInt8 = 0x1B
  private static let interrupt: UInt8 = 0x03
  /// Bytes that are kept of a paste.
  static let pasteLimit = 4096
  /// Bytes that are kept of an answer.
  private static let answerLimit = 64

  /// The first bytes of a sequence come together even over a slow line.
  static let shortPatience: Int32 = 25
  /// What has begun and can be no key may stall.
  private static let longPatience: Int32 = 1000

  init(sequences: [Sequence] = []) { self.sequences = sequences }

  /// How long the bytes so far are to wait for more before ``finish()``, in milliseconds; 0 where they are complete.
  var patience: Int32 {
    switch unfinished {
    // ^C with nothing behind it is the user's, who wants the keys back; terminals leave it out of what they paste.
    case .paste: pending.last == Self.interrupt ? 1 : Self.longPatience
    case .answer: Self.longPatience
    case nil where pending.isEmpty: 0
    case nil: Self.isAnswer(pending[...]) == true ? Self.longPatience : Self.shortPatience
    }
  }

  /// The events that are complete with these bytes.
  ///
  /// - Parameter silence: milliseconds since the bytes before them.
  mutating func decode(_ bytes: some Collection<UInt8>, after silence: Int = 0) -> [TerminalEvent] {
    if silence <= Self.longPatience, pending.isEmpty {
      pending = doubtful
      reported = doubtful.count
    }
    doubtful = []
    pending += bytes
    return decodePending(isEnd: false)
  }

  /// What the pending bytes mean, given that nothing follows them: a lone ESC is the key, a paste is over.
  mutating func finish() -> [TerminalEvent] {
    let isKey = unfinished == nil && reported == 0 && pending.count <= 2 && Self.isAnswer(pending[...]) == nil
    doubtful = isKey ? pending : []
    return decodePending(isEnd: true)
  }

  private mutating func decodePending(isEnd: Bool) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var rest = pending[...]
    while !rest.isEmpty {
      if reported > 0 {
        let isAnswer = Self.isAnswer(rest)
        if isAnswer == nil, !isEnd { break }
        if isAnswer != true { rest = rest.dropFirst(reported) }
        reported = 0
        continue
      }
      let wasUnfinished = unfinished != nil
      let (event, length) = step(rest, isEnd: isEnd)
      // Nothing is taken and nothing over: more is needed.
      if length == 0, wasUnfinished == (unfinished != nil) { break }
      if let event { events.append(event) }
      rest = rest.dropFirst(length)
    }
    if isEnd, case .paste(let text)? = unfinished {
      events.append(pending.last == Self.interrupt ? .key(.control("c")) : .pasted(text))
    }
    if isEnd { unfinished = nil }
    pending = Array(rest)
    return events
  }

  /// An event, nil for bytes to drop, and how many bytes it takes: 0 where more are needed.
  private typealias Step = (event: TerminalEvent?, length: Int)

  private mutating func step(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    switch unfinished {
    case .paste(let kept): return pastedText(bytes, behind: kept, isEnd: isEnd)
    case .answer(let kept): return answerText(bytes, behind: kept, isEnd: isEnd)
    case nil: break
    }
    if bytes.first == Self.escape { return escapeSequence(bytes, isEnd: isEnd) }
    guard let (letter, length) = Self.controlOfC1(bytes) else { return Self.character(bytes, isEnd: isEnd) }
    // As ESC and a letter. No key is sent so, but for those that are sequences with parameters.
    let spelled = [Self.escape, letter] + bytes.dropFirst(length)
    switch Self.isAnswer(spelled[...]) {
    case nil: return (nil, isEnd ? length : 0)
    case false?: return (nil, length)
    case true?:
      let (event, taken) = escapeSequence(spelled[...], isEnd: isEnd)
      return (event, taken == 0 ? 0 : taken - 2 + length)
    }
  }

  // MARK: Pasted text

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// The rest of a paste, or a part of it.
  private mutating func pastedText(_ bytes: ArraySlice<UInt8>, behind kept: [UInt8], isEnd: Bool) -> Step {
    let end = bytes.indices.first { bytes[$0] == Self.escape && bytes[$0...].starts(with: Self.pasteEnd) }
    // Its last bytes may be the beginning of the end.
    let text = end.map { bytes[..<$0] } ?? (isEnd ? bytes : bytes.dropLast(Self.pasteEnd.count - 1))
    let pasted = kept + text.prefix(Self.pasteLimit - kept.count)
    unfinished = end == nil ? .paste(pasted) : nil
    return end == nil ? (nil, text.count) : (.pasted(pasted), text.count + Self.pasteEnd.count)
  }

  // MARK: Answers

  /// Whether ESC and what follows is what a terminal answers, or a key that it reports, and nothing that is typed: CSI
  /// and a parameter, OSC and a number or the letter of a title, DCS and a parameter. Nil where that is open.
  private static func isAnswer(_ bytes: ArraySlice<UInt8>) -> Bool? {
    guard bytes.first == escape else { return false }
    guard let second = bytes.dropFirst().first else { return nil }
    let third = bytes.dropFirst(2).first
    switch UnicodeScalar(second) {
    case "[": return third.map { (0x30...0x3F).contains($0) }
    case "]": return third.map { (0x30...0x39).contains($0) || "lLI".utf8.contains($0) }
    case "P": return third.map { (0x20...0x3F).contains($0) }
    default: return false
    }
  }

  /// CSI, OSC or DCS as one character, by itself or in UTF-8: the letter that ESC would have behind it, and the bytes.
  private static func controlOfC1(_ bytes: ArraySlice<UInt8>) -> (letter: UInt8, length: Int)? {
    let length = bytes.first == 0xC2 ? 2 : 1
    guard bytes.count >= length, case let byte = bytes[bytes.startIndex + length - 1],
      [0x90, 0x9B, 0x9D].contains(byte)
    else { return nil }
    return (byte - 0x40, length)
  }

  /// The rest of an answer, or a part of it. It ends by ST or BEL, and where a key or another sequence begins.
  private mutating func answerText(_ bytes: ArraySlice<UInt8>, behind kept: [UInt8], isEnd: Bool) -> Step {
    let end = bytes.firstIndex { $0 < 0x20 || $0 == 0x7F || $0 == 0x9C } ?? bytes.endIndex
    let text = bytes[..<end]
    let answer = kept + text.prefix(Self.answerLimit - kept.count)
    let following = bytes[end...].prefix(2)
    if following.isEmpty || following.elementsEqual([Self.escape]) {
      unfinished = .answer(answer)
      return (nil, isEnd ? bytes.count : text.count)
    }
    unfinished = nil
    let isWhole = following.first == 0x07 || following.first == 0x9C
    guard isWhole || following.elementsEqual([Self.escape, UInt8(ascii: "\\")]) else {
      return (nil, text.count)
    }
    let event = isLightBackground(answer).map { TerminalEvent.background(isLight: $0) }
    return (event, text.count + (isWhole ? 1 : 2))
  }

  // MARK: Characters

  private static func character(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    guard let first = bytes.first else { return (nil, 0) }
    if first < 0x20 || first == 0x7F { return (.key(controlKey(first)), 1) }
    if first < 0x80 { return (.key(.character(Unicode.Scalar(first))), 1) }
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    let tail = bytes.dropFirst().prefix(length - 1)
    if let wrong = tail.firstIndex(where: { $0 & 0xC0 != 0x80 }) { return (nil, wrong - bytes.startIndex) }
    guard bytes.count >= length else { return (nil, isEnd ? bytes.count : 0) }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      scalar.value >= 0xA0
    else { return (nil, length) }
    return (.key(.character(scalar)), length)
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

  private mutating func escapeSequence(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    if let known = sequences.first(where: { bytes.starts(with: $0.bytes) }) {
      return (.key(known.key), known.bytes.count)
    }
    guard let second = bytes.dropFirst().first else { return isEnd ? (.key(.escape), 1) : (nil, 0) }
    switch second {
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      guard let isAnswer = Self.isAnswer(bytes) else {
        return isEnd ? (.key(.alt(Unicode.Scalar(second))), 2) : (nil, 0)
      }
      guard isAnswer else { return (.key(.alt(Unicode.Scalar(second))), 2) }
      unfinished = .answer([second])
      return (nil, 2)
    case UInt8(ascii: "["): return controlSequence(bytes, isEnd: isEnd)
    case UInt8(ascii: "O"): return Self.shiftedKey(bytes, isEnd: isEnd)
    // Two keys that were typed fast, or Alt and a key that is no character.
    case 0..<0x20, 0x7F: return (.key(.escape), 1)
    default:
      let (event, length) = Self.character(bytes.dropFirst(), isEnd: isEnd)
      guard length > 0 else { return (nil, 0) }
      if case .key(.character(let scalar))? = event { return (.key(.alt(scalar)), length + 1) }
      return (nil, length + 1)
    }
  }

  /// ESC [, parameters, one letter. Source: ECMA-48, section 5.4.
  private mutating func controlSequence(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    let body = bytes.dropFirst(2)
    // The linux console's F1 to F5 are ESC [ [ A and on.
    if body.first == UInt8(ascii: "[") {
      guard let letter = body.dropFirst().first else { return (nil, isEnd ? 3 : 0) }
      return ((0x41...0x45).contains(letter) ? .key(.function(Int(letter) - 0x40)) : nil, 4)
    }
    guard let final = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      if body.isEmpty { return isEnd ? (.key(.alt("[")), 2) : (nil, 0) }
      return (nil, isEnd || body.count > Self.longestControlSequence ? bytes.count : 0)
    }
    let length = final - bytes.startIndex
    // Another key begins before this sequence has ended.
    guard (0x40...0x7E).contains(bytes[final]) else { return (nil, length) }
    let parameters = body[..<final]
    let key: Key?
    switch bytes[final] {
    case UInt8(ascii: "~"):
      if parameters.elementsEqual("200".utf8) { unfinished = .paste([]) }
      key = Self.tildeKey(parameters)
    case UInt8(ascii: "M") where parameters.isEmpty:
      // A mouse as terminals of old report it, in three bytes more that are no keys.
      guard bytes.count >= length + 4 else { return (nil, isEnd ? bytes.count : 0) }
      return (nil, length + 4)
    case UInt8(ascii: "M") where parameters.first == UInt8(ascii: "<"),
      UInt8(ascii: "m") where parameters.first == UInt8(ascii: "<"):
      let isUp = bytes[final] == UInt8(ascii: "m")
      return (Self.mouseEvent(parameters.dropFirst(), isUp: isUp).map(TerminalEvent.mouse), length + 1)
    default:
      if bytes[final] == UInt8(ascii: "c"), parameters.first == UInt8(ascii: "?") { isAnswerDue = false }
      key = parameters.isEmpty ? Self.letterKey(bytes[final]) : nil
    }
    return (key.map(TerminalEvent.key), length + 1)
  }

  /// What was pressed, the column and the row from 1. Nil for other buttons and for one with a modifier. Source:
  /// xterm's control sequences, SGR (1006).
  private static func mouseEvent(_ parameters: ArraySlice<UInt8>, isUp: Bool) -> MouseEvent? {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      UInt16(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else {
      return nil
    }
    let position = Position(column: Int(column) - 1, row: Int(row) - 1)
    switch (button, isUp) {
    case (0, false): return MouseEvent(.press, at: position)
    case (0, true): return MouseEvent(.release, at: position)
    case (32, false): return MouseEvent(.drag, at: position)
    case (64, false): return MouseEvent(.wheelUp, at: position)
    case (65, false): return MouseEvent(.wheelDown, at: position)
    default: return nil
    }
  }

  /// ESC O and a letter: application mode, of the cursor keys and of the keypad.
  private static func shiftedKey(_ bytes: ArraySlice<UInt8>, isEnd: Bool) -> Step {
    guard let letter = bytes.dropFirst(2).first else { return isEnd ? (.key(.alt("O")), 2) : (nil, 0) }
    guard (0x20...0x7E).contains(letter) else { return (.key(.alt("O")), 2) }
    let key: Key?
    switch letter {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): key = .function(Int(letter) - 0x4F)
    case UInt8(ascii: "M"): key = .enter
    // `j` to `y` are `*` to `9`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): key = .character(Unicode.Scalar(letter - 0x40))
    default: key = letterKey(letter)
    }
    return (key.map(TerminalEvent.key), 3)
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
