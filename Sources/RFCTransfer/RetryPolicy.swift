import CLibrary
import RFCModel

/// When a request is made again: after 429 and 5xx, and where the connection was closed before any answer, which a
/// server does that restarts, and which cannot have had an effect. Nothing else gets better by asking again at once.
package struct RetryPolicy: Hashable {
  /// Tries in all.
  package var tries: Int
  /// The first pause, doubled after each try; in milliseconds.
  package var firstPause: Int
  /// The longest `Retry-After` that is waited for, in seconds. Beyond it people decide.
  private static let longestWait = 60

  package init(tries: Int = 3, firstPause: Int = 1000) {
    self.tries = tries
    self.firstPause = firstPause
  }

  package enum Decision: Hashable {
    case retry(milliseconds: Int)
    case askedToWait(seconds: Int)
    case giveUp
  }

  /// - Parameters:
  ///   - attempt: the try that has failed, 1 and up.
  ///   - retryAfter: the server's header field, if it sent one.
  ///   - now: seconds since 1970, UTC.
  package func decision(afterAttempt attempt: Int, retryAfter: String?, now: Int) -> Decision {
    let asked = retryAfter.flatMap { Self.seconds(fromRetryAfter: $0, now: now) }
    if let asked, asked > Self.longestWait { return .askedToWait(seconds: asked) }
    guard attempt < tries else { return .giveUp }
    if let asked { return .retry(milliseconds: asked * 1000) }
    return .retry(milliseconds: firstPause << min(attempt - 1, 10))
  }

  /// Seconds or a date, `120` or `Sun, 06 Nov 1994 08:49:37 GMT`; nil for anything else. A date that has passed is 0.
  /// Source: RFC 9110, sections 10.2.3 and 5.6.7; the obsolete forms of a date are not read.
  package static func seconds(fromRetryAfter text: String, now: Int) -> Int? {
    if (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(text)
    }
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT",
      let date = CalendarDate(printed: words[1...3].joined(separator: " ")), let day = date.day,
      date.year >= 1970
    else { return nil }
    let clock = words[4].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], 0...23), let minute = number(clock[1], 0...59),
      let second = number(clock[2], 0...60)
    else { return nil }
    var time = tm()
    time.tm_year = Int32(date.year - 1900)
    time.tm_mon = Int32(date.month - 1)
    time.tm_mday = Int32(day)
    time.tm_hour = Int32(hour)
    time.tm_min = Int32(minute)
    time.tm_sec = Int32(second)
    return max(0, Int(timegm(&time)) - now)
  }

  private static func number(_ digits: Substring, _ range: ClosedRange<Int>) -> Int? {
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits),
      range.contains(value)
    else { return nil }
    return value
  }
}
