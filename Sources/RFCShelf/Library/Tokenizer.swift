import CSQLite

/// Cuts texts into words as the full text does, for everything that has to agree with it: letters and digits of any
/// script, in lower case, without accents.
final class Tokenizer {
  private let functions: fts5_tokenizer
  private let handle: OpaquePointer
  // The functions belong to it.
  private let database: Database

  init(of database: Database) throws(Database.Problem) {
    let api = try database.fullTextFunctions()
    var userData: UnsafeMutableRawPointer?
    var functions = fts5_tokenizer()
    var handle: OpaquePointer?
    var code = api.pointee.xFindTokenizer(api, "unicode61", &userData, &functions)
    if code == SQLITE_OK, let create = functions.xCreate {
      // As in the schema.
      code = "remove_diacritics".withCString { name in
        "2".withCString { value in
          var arguments: [UnsafePointer<CChar>?] = [name, value]
          return create(userData, &arguments, Int32(arguments.count), &handle)
        }
      }
    }
    guard code == SQLITE_OK, let handle else {
      throw Database.Problem(code)
    }
    self.functions = functions
    self.handle = handle
    self.database = database
  }

  /// One without a library.
  convenience init() throws(Database.Problem) {
    try self.init(of: Database(":memory:", .writing, patience: .none))
  }

  deinit { functions.xDelete?(handle) }

  /// Calls `body` with every word, as it is compared, and where it stands in the text.
  func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeRawBufferPointer, Range<Int>) -> Void
  ) {
    guard let start = text.baseAddress, let tokenize = functions.xTokenize else { return }
    withoutActuallyEscaping(body) { body in
      let receiver = Receiver(body)
      withExtendedLifetime(receiver) {
        start.withMemoryRebound(to: CChar.self, capacity: text.count) { start in
          _ = tokenize(
            handle, Unmanaged.passUnretained(receiver).toOpaque(), FTS5_TOKENIZE_DOCUMENT, start,
            Int32(clamping: text.count)
          ) { context, _, word, count, start, end in
            guard let context else { return SQLITE_OK }
            Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
              .body(UnsafeRawBufferPointer(start: word, count: Int(count)), Int(start)..<Int(end))
            return SQLITE_OK
          }
        }
      }
    }
  }

  /// The words of a text.
  func words(of text: String) -> [[UInt8]] {
    var text = text
    var words: [[UInt8]] = []
    text.withUTF8 { tokenize($0) { word, _ in words.append(Array(word)) } }
    return words
  }

  private final class Receiver {
    let body: (UnsafeRawBufferPointer, Range<Int>) -> Void
    init(_ body: @escaping (UnsafeRawBufferPointer, Range<Int>) -> Void) { self.body = body }
  }
}
