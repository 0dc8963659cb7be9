import RFCFormats
import RFCModel
import RFCShelf
import StoreTerms

/// An erratum, and what of the text it is about.
public struct LocatedErratum: Hashable, Sendable {
  public let erratum: Erratum
  public let place: ErratumPlace
}

extension Desk {
  /// The errata of an RFC in a list that has been downloaded, at their places in its text: by line, those without one last.
  public static func errata(
    of number: RFCNumber, in text: ParsedText, feed path: String
  ) throws(DeskError) -> [LocatedErratum] {
    let bytes = try FileText.read(path)
    do throws(StoreError) {
      return located(try ErrataFeed.errata(in: bytes).filter { $0.document == number }, in: text)
    } catch {
      throw .store(error)
    }
  }

  static func located(_ errata: [Erratum], in text: ParsedText) -> [LocatedErratum] {
    let locator = ErrataLocator(text)
    return errata.map { LocatedErratum(erratum: $0, place: locator.place(of: $0)) }
  }
}
