import RFCModel

/// What obsoletes which RFC, looked up where the library keeps it: each RFC once.
final class SuccessorTable {
  private let database: Database
  private var statement: Statement?
  private var known: [RFCNumber: [RFCNumber]] = [:]

  init(of database: Database) { self.database = database }

  /// - Parameter direct: what obsoletes it, for which nothing is asked where there is none.
  func inForce(
    insteadOf number: RFCNumber, obsoletedBy direct: [RFCNumber]
  ) throws(Database.Problem) -> [RFCNumber] {
    if direct.isEmpty { return [] }
    return try Catalogue.inForce(insteadOf: number, obsoletedBy: direct) {
      (number) throws(Database.Problem) in try successors(of: number)
    }
  }

  private func prepared() throws(Database.Problem) -> Statement {
    if let statement { return statement }
    let new = try database.prepare("SELECT obsoletedBy FROM rfc WHERE number = ?")
    statement = new
    return new
  }

  private func successors(of number: RFCNumber) throws(Database.Problem) -> [RFCNumber] {
    if let known = known[number] { return known }
    let statement = try prepared()
    statement.bind(number.value, at: 0)
    defer { statement.reset() }
    let successors = try statement.step() ? statement.names(0).compactMap(\.rfc) : []
    known[number] = successors
    return successors
  }
}
