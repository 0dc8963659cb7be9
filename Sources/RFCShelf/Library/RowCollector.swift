import CSQLite

/// Takes in the rows of a full-text query, one by one, with what FTS5 knows of each.
protocol RowCollector: AnyObject {
  func take(_ functions: Fts5ExtensionApi, _ context: OpaquePointer)
}

/// Who takes the rows of the next query.
final class RowSlot {
  var collector: (any RowCollector)?

  /// Makes an SQL function of that name, which hands rows to whoever is in the slot; its value is NULL. Source:
  /// <https://sqlite.org/fts5.html>, section 7.
  func install(as name: String, in database: Database) throws(Database.Problem) {
    let api = try database.fullTextFunctions()
    let code = api.pointee.xCreateFunction(
      api, name, Unmanaged.passRetained(self).toOpaque(),
      { api, context, _, _, _ in
        guard let functions = api?.pointee, let context, let data = functions.xUserData(context) else {
          return
        }
        Unmanaged<RowSlot>.fromOpaque(data).takeUnretainedValue().collector?.take(functions, context)
      }, { if let data = $0 { Unmanaged<RowSlot>.fromOpaque(data).release() } })
    guard code == SQLITE_OK else { throw Database.Problem(code) }
  }
}
