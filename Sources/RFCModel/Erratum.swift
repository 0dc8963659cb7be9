/// A report of an error in an RFC. Source: <https://www.rfc-editor.org/errata-definitions/>.
public struct Erratum: Hashable, Sendable {
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case verified = "Verified"
    case held = "Held for Document Update"
    case reported = "Reported"
    case rejected = "Rejected"
  }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case technical = "Technical"
    case editorial = "Editorial"
  }

  public let id: Int
  public let document: RFCNumber
  public let status: Status
  public let kind: Kind
  /// As whoever reported it has written it: `4.2`, `Appendix A, page 41`, `GLOBAL`. May be empty.
  public let section: String
  /// What the text says, as it is quoted in the report, and what it should say. With line ends; may be empty.
  public let original: String
  public let corrected: String
  public let notes: String
  public let submitted: CalendarDate?
  public let submitter: String
  /// Who has judged it; empty where nobody has.
  public let verifier: String

  public init(
    id: Int, document: RFCNumber, status: Status, kind: Kind, section: String = "", original: String = "",
    corrected: String = "", notes: String = "", submitted: CalendarDate? = nil, submitter: String = "",
    verifier: String = ""
  ) {
    self.id = id
    self.document = document
    self.status = status
    self.kind = kind
    self.section = section
    self.original = original
    self.corrected = corrected
    self.notes = notes
    self.submitted = submitted
    self.submitter = submitter
    self.verifier = verifier
  }
}

/// How many errata there are of an RFC, without those that were rejected.
public struct ErrataCount: Hashable, Sendable {
  public let all: Int
  public let verifiedTechnical: Int

  public static let none = ErrataCount(all: 0, verifiedTechnical: 0)

  public init(all: Int, verifiedTechnical: Int) {
    self.all = all
    self.verifiedTechnical = verifiedTechnical
  }

  /// `7 errata (3 verified technical)`; empty for none.
  public var words: String {
    guard all > 0 else { return "" }
    let count = all == 1 ? "1 erratum" : "\(all) errata"
    return verifiedTechnical == 0 ? count : count + " (\(verifiedTechnical) verified technical)"
  }
}

/// What of a text an ``Erratum`` is about, as far as that can be told.
public struct ErratumPlace: Hashable, Sendable {
  /// 0-based, ascending, apart; empty where only the section is known, or nothing.
  public let lines: [Range<Int>]
  /// Index in ``Outline/sections``: that of the lines, else the one that the report names.
  public let section: Int?
  /// Bytes of the document in those lines that would be corrected, ascending, none over a line's end; empty where they
  /// cannot be told.
  public let marked: [Range<Int>]

  public init(lines: [Range<Int>], section: Int?, marked: [Range<Int>] = []) {
    self.lines = lines
    self.marked = marked
    self.section = section
  }
}
