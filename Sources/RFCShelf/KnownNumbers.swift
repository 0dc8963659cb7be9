import RFCModel
import StoreTerms

/// Numbers that have no text, known without a catalogue. Source: the index of the RFC Editor, the entries that stand
/// out; it lists about 190 of the first kind.
enum KnownNumbers {
  private static let neverIssued: Set<Int> = [14, 26, 92, 159, 201, 220, 244, 248, 9123, 9379, 10000]
  private static let withoutText: Set<Int> = [8, 9, 51, 418, 500, 530, 598]

  /// Why there is no text of that number; nil where there may be one.
  static func problem(with id: DocumentID) -> StoreError? {
    guard let number = id.rfc else { return nil }
    if neverIssued.contains(number.value) { return .neverIssued(number) }
    if withoutText.contains(number.value) { return .noTextEdition(number) }
    return nil
  }
}
