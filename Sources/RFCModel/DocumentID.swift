/// A document that a server can be asked for and the cache can hold.
public enum DocumentID: Hashable, Sendable {
  case rfc(RFCNumber)
  /// One exact revision of an Internet-Draft.
  case draft(DraftName)

  /// Nil for a draft.
  public var rfc: RFCNumber? {
    if case .rfc(let number) = self { number } else { nil }
  }

  /// The RFC Editor's and the IETF archive's name of the text edition: `rfc4291.txt`,
  /// `draft-ietf-quic-transport-34.txt`. Never holds a `/`.
  public var fileName: String { baseName + ".txt" }

  /// `rfc4291`, `draft-ietf-quic-transport-34`.
  public var baseName: String {
    switch self {
    case .rfc(let number): "rfc\(number)"
    case .draft(let name): name.text
    }
  }

  /// The inverse of ``fileName``; nil for any other name.
  public init?(fileName: some StringProtocol) {
    guard fileName.hasSuffix(".txt") else { return nil }
    let base = fileName.dropLast(4)
    if base.hasPrefix("rfc"), let number = RFCNumber(digits: base.dropFirst(3)),
      base.utf8.dropFirst(3).first != 0x30
    {
      self = .rfc(number)
    } else if let name = DraftName(base), name.text == base {
      self = .draft(name)
    } else {
      return nil
    }
  }
}

extension DocumentID: CustomStringConvertible {
  /// As one writes it in a sentence: `RFC 4291`, `draft-ietf-quic-transport-34`.
  public var description: String {
    switch self {
    case .rfc(let number): "RFC \(number)"
    case .draft(let name): name.text
    }
  }
}

extension DocumentID: Comparable {
  /// RFCs by number, then Internet-Drafts by name.
  public static func < (a: DocumentID, b: DocumentID) -> Bool {
    switch (a, b) {
    case (.rfc(let a), .rfc(let b)): a < b
    case (.draft(let a), .draft(let b)): a.text < b.text
    case (.rfc, .draft): true
    case (.draft, .rfc): false
    }
  }
}

/// The name of one revision of an Internet-Draft, `draft-ietf-quic-transport-34`: lower case, digits and hyphens,
/// two digits of revision at the end.
public struct DraftName: Hashable, Sendable {
  public let text: String

  /// Upper case is folded; nil for a name without a revision or with any other character, and past 200 characters.
  public init?(_ text: some StringProtocol) {
    let text = text.lowercased()
    let utf8 = Array(text.utf8)
    guard text.hasPrefix("draft-"), (10...200).contains(utf8.count),
      utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }),
      utf8.suffix(2).allSatisfy({ (0x30...0x39).contains($0) }), utf8[utf8.count - 3] == 0x2D
    else { return nil }
    self.text = text
  }

  /// A revision of a draft.
  ///
  /// - Parameters:
  ///   - series: `draft-ietf-quic-transport`.
  ///   - revision: 0 to 99; nil for any other.
  public init?(_ series: some StringProtocol, revision: Int) {
    guard (0...99).contains(revision) else { return nil }
    self.init("\(series)-\(revision < 10 ? "0" : "")\(revision)")
  }

  /// The draft that it is a revision of: `draft-ietf-quic-transport`.
  public var series: String { String(text.dropLast(3)) }

  /// 0 to 99.
  public var revision: Int { Int(text.suffix(2)) ?? 0 }
}
