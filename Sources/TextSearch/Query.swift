import CPCRE2
import RFCModel

/// A compiled pattern: what was typed behind `/`, ready to be found.
///
/// Ignores case where the pattern has no upper-case letter, unless told otherwise. A blank matches a line's end too (see ``Pattern``);
/// `^` and `$` are the ends of lines. Costs 20 to 100 microseconds to make, so a query a key is fine.
public final class Query {
  /// Bytes of the longest pattern. PCRE2 needs 100 kB for one that repeats what it can.
  public static let longestPattern = 1000
  /// Steps that an attempt at one place may take before it counts as ``QueryError/tooComplex``.
  public static let stepLimit: UInt32 = 200_000
  /// How far a match of a pattern that is not plain may lead, from the last place where one may begin. A single step
  /// can look at all of it: `.*?[a-z]*0` on a line of 1.6 MB would take 100 s before it is too complex.
  private static let reach = 16 << 10

  public let pattern: String
  public let isLiteral: Bool

  /// Whether a match may have no character in it, as those of `^$` and `x*`.
  let canBeEmpty: Bool

  private let isPlain: Bool
  private let code: OpaquePointer
  private let context: OpaquePointer
  private let data: OpaquePointer
  private let stack: OpaquePointer?
  private let pause: UnsafeMutablePointer<cpcre2_pause>

  /// - Parameters:
  ///   - pattern: as typed; a Perl regular expression unless `isLiteral`.
  ///   - isLiteral: every character stands for itself, a blank for a line's end too.
  public init(
    pattern: String, isLiteral: Bool = false, letterCase: LetterCase = .smart
  ) throws(QueryError) {
    guard pattern.utf8.count <= Self.longestPattern else { throw .tooLong }
    let translated = Pattern(pattern, isLiteral: isLiteral)
    let code = try Self.compile(translated, isCaseless: letterCase.isCaseless(translated))
    guard let context = pcre2_match_context_create_8(nil), let data = pcre2_match_data_create_8(1, nil) else {
      pcre2_code_free_8(code)
      throw .tooComplex
    }
    self.pattern = pattern
    self.isLiteral = isLiteral
    isPlain = translated.isPlain
    var canBeEmpty: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_MATCHEMPTY), &canBeEmpty)
    self.canBeEmpty = canBeEmpty != 0
    self.code = code
    self.context = context
    self.data = data
    pause = .allocate(capacity: 1)
    pause.initialize(to: cpcre2_pause(deadline: .max, first: 0, attempt: 0))
    cpcre2_set_pause(context, pause)
    pcre2_set_match_limit_8(context, Self.stepLimit)
    // Only the interpreter, which stands in where the system forbids a just-in-time compiler, looks at these two.
    pcre2_set_depth_limit_8(context, 10_000)
    pcre2_set_heap_limit_8(context, 20_000)
    // Without one of its own, compiled code has the first 32 kB of the thread's.
    stack = isPlain ? nil : pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
    if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
  }

  deinit {
    if let stack { pcre2_jit_stack_free_8(stack) }
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_code_free_8(code)
    pause.deallocate()
  }

  /// True where the query is found in a line, or any other short text.
  public func matches(_ line: ArraySlice<UInt8>) throws(QueryError) -> Bool {
    // An empty line has an end, too, for `^$` to be found at.
    let line = line.isEmpty ? [0x0A] : line
    return try line.withUnsafeBufferPointer { (line) throws(QueryError) in
      try firstMatch(in: line, from: 0, to: line.count) != nil
    }
  }

  /// The first match that begins in `from..<to`; nil where there is none. Takes its time: a whole document is for
  /// ``Scan``.
  public func firstMatch(in text: [UInt8], from: Int, to: Int) throws(QueryError) -> Range<Int>? {
    try text.withUnsafeBufferPointer { (text) throws(QueryError) in
      try firstMatch(in: text, from: from, to: to)
    }
  }

  private func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from: Int, to: Int
  ) throws(QueryError) -> Range<Int>? {
    let from = max(0, from)
    let last = min(to, text.count) - 1
    guard from <= last else { return nil }
    let end = end(of: text, behind: last)
    switch attempt(in: text, end: end, from: from, last: last, mayBeEmpty: true, deadline: .max) {
    case .match(let range): return range
    case .none, .paused: return nil
    case .tooComplex: throw .tooComplex
    }
  }
}

// MARK: - Matching

extension Query {
  enum Attempt {
    case match(Range<Int>)
    case none
    /// The deadline has passed; no match begins before this offset.
    case paused(at: Int)
    case tooComplex
  }

  /// Looks for a match that begins at one of the offsets `from...last`, all of them in the text.
  ///
  /// - Parameters:
  ///   - end: what ``end(of:behind:)`` gives for `last`.
  ///   - mayBeEmpty: whether a match without a character counts.
  ///   - deadline: of `cpcre2_clock`. Plain patterns do not look at it; they are fast.
  func attempt(
    in text: UnsafeBufferPointer<UInt8>, end: Int, from: Int, last: Int, mayBeEmpty: Bool, deadline: Int64
  ) -> Attempt {
    pause.pointee = cpcre2_pause(deadline: deadline, first: from, attempt: from)
    pcre2_set_offset_limit_8(context, last)
    // PCRE2 checks the subject itself where the pattern is compiled for characters (MATCH_INVALID_UTF).
    var options = PCRE2_NO_UTF_CHECK
    if !mayBeEmpty { options |= PCRE2_NOTEMPTY }
    if end < text.count { options |= PCRE2_NOTEOL }
    let status = pcre2_match_8(code, text.baseAddress, end, from, options, data, context)
    switch status {
    case 0...:
      guard let vector = pcre2_get_ovector_pointer_8(data), vector[0] <= vector[1] else { return .none }
      return .match(Int(vector[0])..<Int(vector[1]))
    case PCRE2_ERROR_NOMATCH: return .none
    case PCRE2_ERROR_CALLOUT: return .paused(at: pause.pointee.attempt)
    // The limits of steps, depth, memory and stack.
    default: return .tooComplex
    }
  }

  /// Where a match that begins at `last`, or before, has to end: the text's end, or that of the last whole line
  /// within ``reach``.
  func end(of text: UnsafeBufferPointer<UInt8>, behind last: Int) -> Int {
    guard !isPlain, last < text.count - Self.reach, let first = text.baseAddress else { return text.count }
    // In C, for it is done anew where a search was stopped: it must take less of the time than the search itself, also
    // without optimization.
    return last + cpcre2_length_of_lines(first + last, Self.reach)
  }
}

// MARK: - Compiling

extension Query {
  private static func compile(
    _ pattern: Pattern, isCaseless: Bool
  ) throws(QueryError) -> OpaquePointer {
    var options = PCRE2_MULTILINE | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C
    if isCaseless { options |= PCRE2_CASELESS }
    // In characters, a word with an s or a k ignoring case also matches U+017F and U+212A, and takes 6 times as
    // long as in bytes.
    if !pattern.isPlain { options |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF }

    var code = try compile(pattern.bytes, options: options, origins: pattern.origins)
    if !pattern.isPlain {
      // A callout before each attempt, so that a search can stop at any of them. What does not compile with the
      // brackets around it, `(*CRLF)x`, goes without.
      let wrapped = Array("(?C1)(?:".utf8) + pattern.bytes + Array(")".utf8)
      if let stoppable = try? compile(wrapped, options: options, origins: pattern.origins) {
        pcre2_code_free_8(code)
        code = stoppable
      }
    }
    // Where it fails there is the interpreter.
    _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    return code
  }

  private static func compile(
    _ bytes: [UInt8], options: UInt32, origins: [Int]
  ) throws(QueryError) -> OpaquePointer {
    let settings = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(settings) }
    pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_ANYCRLF))
    var error: Int32 = 0
    var offset = 0
    if let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, settings) { return code }
    throw .syntax(
      message: message(of: error), offset: origins[max(0, min(offset, origins.count - 1))])
  }

  /// PCRE2's words, cut to what a status line has room for.
  private static func message(of error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
    guard length > 0 else { return "error \(error)" }
    let words = String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
    return words.count <= 60 ? words : words.prefix(59) + "\u{2026}"
  }
}

extension LetterCase {
  fileprivate func isCaseless(_ pattern: Pattern) -> Bool {
    switch self {
    case .smart: pattern.isCaseless
    case .sensitive: false
    case .insensitive: true
    }
  }
}
