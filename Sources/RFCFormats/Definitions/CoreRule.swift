import RFCModel

/// The rules that grammars take for granted. Source: RFC 5234, appendix B.1.
public enum CoreRule {
  /// Of RFC 5234.
  static let section = SectionNumber("B.1")

  /// Where they are defined, the one in force first.
  static let documents = [.abnf] + [4234, 2234].compactMap { RFCNumber($0) }

  /// The rule of that name, in any case of letters, as a grammar says it; nil for any other name.
  public static func text(of name: String) -> String? {
    rules[name.uppercased()].map { "\(name.uppercased()) = \($0)" }
  }

  static func isOne(_ name: some Collection<UInt8>) -> Bool {
    (2...6).contains(name.count) && rules[String(decoding: name, as: UTF8.self).uppercased()] != nil
  }

  private static let rules = [
    "ALPHA": "%x41-5A / %x61-7A  ; A-Z / a-z",
    "BIT": "\"0\" / \"1\"",
    "CHAR": "%x01-7F  ; any 7-bit US-ASCII character, excluding NUL",
    "CR": "%x0D  ; carriage return",
    "CRLF": "CR LF  ; Internet standard newline",
    "CTL": "%x00-1F / %x7F  ; controls",
    "DIGIT": "%x30-39  ; 0-9",
    "DQUOTE": "%x22  ; \" (double quote)",
    "HEXDIG": "DIGIT / \"A\" / \"B\" / \"C\" / \"D\" / \"E\" / \"F\"",
    "HTAB": "%x09  ; horizontal tab",
    "LF": "%x0A  ; linefeed",
    "LWSP": "*(WSP / CRLF WSP)  ; linear white space",
    "OCTET": "%x00-FF  ; 8 bits of data",
    "SP": "%x20  ; space",
    "VCHAR": "%x21-7E  ; visible (printing) characters",
    "WSP": "SP / HTAB  ; white space",
  ]
}
