/// What the head of the first page says of the document. Each field is nil where the text does not say it in a form
/// we know; words are kept as written, white space folded.
public struct FrontMatter: Hashable, Sendable {
  public var number: RFCNumber?
  public var title: String?
  /// `Standards Track`, `Informational`, `Best Current Practice`: what stands behind `Category:`.
  public var category: String?
  /// `February 2006`.
  public var date: String?

  public init(number: RFCNumber? = nil, title: String? = nil, category: String? = nil, date: String? = nil) {
    self.number = number
    self.title = title
    self.category = category
    self.date = date
  }

  /// The date as one, where it has a month and a year of four digits.
  public var published: CalendarDate? { date.flatMap { CalendarDate(printed: $0) } }
}
