/// A pattern as PCRE2 gets it, made from what was typed:
///
/// - a run of blanks matches a run of blanks, or a line's end with the indentation behind it: `MUST NOT` is found
///   where the line breaks between the words. A counted blank, ` {3}`, an escaped one, one in a class and one in
///   `\Q..\E` is exactly that blank;
/// - a hyphen or slash behind which a word goes on may have a line's end with the indentation behind it: words break
///   there, and `lower-numbered` is found all the same. `e-?mail`, `-+x` and `S.MIME` too; not behind a blank or another hyphen,
///   where no word breaks, nor `\-`, one in a class, in a lookbehind and in `\Q..\E`. `\/` is how vi has a slash typed;
/// - a negated class does not match a line's end, as in less, where a match lies in one line.
struct Pattern {
  private(set) var bytes: [UInt8] = []
  /// For every byte, how many characters of what was typed stand before it; one more for the end.
  private(set) var origins: [Int] = []
  /// What was typed has no upper-case letter; `\S` and `\p{Lu}` are no letters.
  private(set) var isCaseless = true
  /// ASCII characters that stand for themselves, nothing to repeat or to choose. Such a pattern takes few steps
  /// anywhere, and finds the same in bytes as in characters.
  private(set) var isPlain = true

  private let typed: [Unicode.Scalar]
  private var next = 0
  /// Open brackets from that of a lookbehind on. PCRE2 wants those of a fixed length, so a blank there is a blank.
  private var lookbehind = 0

  /// `(?!^)`: the end of an empty line would make `^ *x` match from the line before.
  private static let blank = #"(?:[ \t]+|(?!^)[ \t]*\r?\n[ \t]*)"#

  /// Lazy: what ends in a hyphen, `x-` and `x-$`, ends with it. The first look back is for `-*`, which may be no hyphen.
  private static let wordBreak = #"(?:(?<=[-/])(?<![-\s][-/])[ \t]*+\r?\n[ \t]*+)??"#

  init(_ pattern: String, isLiteral: Bool) {
    typed = Array(pattern.unicodeScalars)
    while next < typed.count {
      if isBlank(next) {
        copyBlanks(mayRepeat: !isLiteral)
      } else if isJoint(next) {
        copyJoint(mayRepeat: !isLiteral)
      } else if isLiteral {
        quote()
      } else {
        copyItem()
      }
    }
    origins.append(typed.count)
  }

  private mutating func copyItem() {
    switch typed[next] {
    case "\\" where matches("\\/"):
      copy()
      copyJoint(mayRepeat: true)
    case "\\": copyEscape()
    case "[": copyClass()
    case "(" where matches("(?#"):
      isPlain = false
      repeat { copy() } while next < typed.count && typed[next - 1] != ")"
    case "(", ")":
      isPlain = false
      countBracket()
      copy()
      // `(?i-s:`, `(?-1)`, `(?(-1)`.
      if typed[next - 1] == "(" { copyOptions() }
    case ".":
      isPlain = false
      copy()
      // `S.MIME`; what is repeated, `S.*E`, stays in its line.
      if next < typed.count, !"*+?{".unicodeScalars.contains(typed[next]) { copyWordBreak() }
    case "^", "$", "|", "?", "*", "+", "{", "}", "]":
      isPlain = false
      copy()
    default: copyLetter()
    }
  }

  private mutating func countBracket() {
    if typed[next] == ")" {
      lookbehind = max(0, lookbehind - 1)
    } else if lookbehind > 0 || matches("(?<=") || matches("(?<!") {
      lookbehind += 1
    }
  }

  /// What stands behind `(?` and `(?(`, and is no letter of the text.
  private mutating func copyOptions() {
    if matches("?") {
      copy()
    } else if next < 3 || typed[next - 3] != "(" || typed[next - 2] != "?" {
      return
    }
    copy(typed[next...].prefix { "-+".unicodeScalars.contains($0) || $0.isASCIILetterOrDigit }.count)
  }

  // MARK: Blanks

  private mutating func copyBlanks(mayRepeat: Bool) {
    if lookbehind > 0 { return copy() }
    // Each of n blanks would look at all behind it; only what is not plain can be stopped there.
    if next == 0 { isPlain = false }
    let first = next
    while isBlank(next) { next += 1 }
    guard mayRepeat, next < typed.count else { return emit(Self.blank, from: first) }
    switch typed[next] {
    case "+":
      // A blank is a run of blanks already. Repeating it as it stands would take 2^n steps for n of them.
      emit(Self.blank, from: first)
      next += 1
      if next < typed.count, typed[next] == "+" || typed[next] == "?" { next += 1 }
    case "*", "?":
      if next - first > 1 { emit(Self.blank, from: first) }
      emit(Self.blank + "?", from: next - 1)
      next += 1
      isPlain = false
    case "{" where isCount(next):
      if next - first > 1 { emit(Self.blank, from: first) }
      next -= 1
      copy()
      isPlain = false
    default: emit(Self.blank, from: first)
    }
  }

  /// `{3}`, `{3,}`, `{3,5}`.
  private func isCount(_ start: Int) -> Bool {
    var index = start + 1
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    guard index < typed.count, digits.contains(typed[index]) else { return false }
    while index < typed.count, digits.contains(typed[index]) || typed[index] == "," { index += 1 }
    return index < typed.count && typed[index] == "}"
  }

  private func isBlank(_ index: Int) -> Bool {
    index < typed.count && (typed[index] == " " || typed[index] == "\t")
  }

  // MARK: Hyphens and slashes

  private mutating func copyJoint(mayRepeat: Bool) {
    copy()
    if mayRepeat { copyQuantifier() }
    copyWordBreak()
  }

  private mutating func copyWordBreak() {
    // A blank takes the line's end itself.
    guard lookbehind == 0, next < typed.count, !isBlank(next) else { return }
    emit(Self.wordBreak, from: next)
  }

  private mutating func copyQuantifier() {
    guard next < typed.count else { return }
    switch typed[next] {
    case "+", "*", "?": copy()
    case "{" where isCount(next): copy(typed[next...].prefix { $0 != "}" }.count + 1)
    default: return
    }
    isPlain = false
    if matches("+") || matches("?") { copy() }
  }

  private func isJoint(_ index: Int) -> Bool { typed[index] == "-" || typed[index] == "/" }

  // MARK: Escapes

  private mutating func copyEscape() {
    if matches("\\Q") { return copyQuoted() }
    let letter = next + 1 < typed.count ? typed[next + 1] : "\\"
    // `\b`, and characters that stand for themselves: `1\.3`.
    if letter != "b", !letter.isASCII || letter.isASCIILetterOrDigit { isPlain = false }
    copy(2)
    switch letter {
    case "c": copy()
    case "x" where !matches("{"): copy(min(2, typed[next...].prefix { $0.properties.isASCIIHexDigit }.count))
    // `\g-1`, `\g<-1>`.
    case "g" where !matches("{"): copy(typed[next...].prefix { "<'-+".unicodeScalars.contains($0) }.count)
    case "p", "P", "x", "N", "o", "g", "k":
      if matches("{") {
        repeat { copy() } while next < typed.count && typed[next - 1] != "}"
      } else if letter == "p" || letter == "P" {
        copy()
      }
    default: break
    }
  }

  /// `\Q..\E`, or to the end: as PCRE2 reads it, spelt with single escapes, so that whatever is put behind the
  /// pattern stays outside.
  private mutating func copyQuoted() {
    next += 2
    while next < typed.count, !matches("\\E") { quote() }
    next = min(next + 2, typed.count)
  }

  /// One character that stands for itself.
  private mutating func quote() {
    let scalar = typed[next]
    if scalar.isASCII, !scalar.isASCIILetterOrDigit, scalar.value > 0x20 {
      emit("\\", from: next)
    }
    copyLetter()
  }

  // MARK: Classes

  private mutating func copyClass() {
    isPlain = false
    copy()
    if matches("^") {
      copy()
      emit(#"\r\n"#, from: next)
      // First in the class these two are themselves; behind the line's end they are not.
      if matches("]") || matches("-") { quote() }
    } else if matches("]") {
      copy()
    }
    while next < typed.count, typed[next] != "]" {
      if matches("\\Q") {
        copyQuoted()
      } else if matches("\\") {
        copyEscape()
      } else if matches("[:"), let end = endOfClassName() {
        copy(end - next)
      } else {
        copyLetter()
      }
    }
    copy()
  }

  /// Behind the `:]` of `[:alpha:]`.
  private func endOfClassName() -> Int? {
    var index = next + 2
    while index < typed.count, typed[index].properties.isAlphabetic || typed[index] == "^" { index += 1 }
    return index + 1 < typed.count && typed[index] == ":" && typed[index + 1] == "]" ? index + 2 : nil
  }

  // MARK: Output

  private func matches(_ text: String) -> Bool {
    typed[min(next, typed.count)...].starts(with: text.unicodeScalars)
  }

  /// Copies a character that means a letter of the text.
  private mutating func copyLetter() {
    if typed[next].properties.isUppercase { isCaseless = false }
    copy()
  }

  private mutating func copy(_ count: Int = 1) {
    for _ in 0..<max(0, min(count, typed.count - next)) {
      if !typed[next].isASCII { isPlain = false }
      emit(String(typed[next]), from: next)
      next += 1
    }
  }

  private mutating func emit(_ text: String, from origin: Int) {
    bytes.append(contentsOf: text.utf8)
    origins.append(contentsOf: repeatElement(origin, count: text.utf8.count))
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetterOrDigit: Bool {
    isASCII && (properties.isAlphabetic || ("0"..."9").contains(self))
  }
}
