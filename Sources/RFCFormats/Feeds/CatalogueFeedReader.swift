import CExpat
import RFCModel

/// Reads the RFC Editor's index, `rfc-index.xml`, as its bytes arrive.
///
/// Elements are known by their local names, since the namespace has moved before; what is not known is passed over,
/// and an entry without a number is left out. Source: <https://www.rfc-editor.org/rfc-index.xsd>.
public final class CatalogueFeedReader {
  public enum Problem: Error, Hashable, Sendable {
    /// At a 1-based line, in expat's words.
    case notWellFormed(line: Int, reason: String)
    /// XML, but not the index of RFCs.
    case notTheFeed
    case tooLarge(limit: Int)
    /// More elements, levels or names than any index has.
    case tooComplex(line: Int)
    case noMemory
  }

  /// No index has more bytes; that of 9,300 RFCs has 14 MB.
  public static let sizeLimit = 64 << 20
  /// What expat may keep at a time. The index needs a quarter of a megabyte, however long it is.
  private static let memoryLimit = 8 << 20
  /// A piece that does not end is looked at again with the next one.
  private static let pieceSize = 64 << 10

  private let parser: XML_Parser
  private let budget: UnsafeMutablePointer<cexpat_budget>
  private let builder = CatalogueFeedBuilder()
  private var size = 0

  public init() throws(Problem) {
    budget = .allocate(capacity: 1)
    budget.initialize(to: cexpat_budget(left: Self.memoryLimit))
    guard let parser = cexpat_create(budget) else {
      budget.deallocate()
      throw .noMemory
    }
    self.parser = parser
    // The builder lives as long as the parser does.
    XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    XML_SetElementHandler(
      parser,
      { builder, name, _ in CatalogueFeedBuilder.of(builder)?.begin(name) },
      { builder, name in CatalogueFeedBuilder.of(builder)?.end(name) })
    XML_SetCharacterDataHandler(parser) { builder, text, count in
      guard let text, count > 0 else { return }
      CatalogueFeedBuilder.of(builder)?.add(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { builder, _, _, _, _ in
      CatalogueFeedBuilder.of(builder)?.beginDoctype()
    }
  }

  deinit {
    XML_ParserFree(parser)
    budget.deallocate()
  }

  /// Takes the next bytes, as many as there are.
  public func take(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    size += bytes.count
    guard size <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
    var rest = bytes
    while !rest.isEmpty {
      try parse(rest.prefix(Self.pieceSize), isFinal: false)
      rest = rest.dropFirst(Self.pieceSize)
    }
  }

  /// What was read, once every byte has been taken.
  ///
  /// - Throws: ``Problem/notWellFormed(line:reason:)`` also where the text has been cut short.
  public func finish() throws(Problem) -> Catalogue {
    try parse([], isFinal: true)
    guard builder.isFeed else { throw .notTheFeed }
    return builder.catalogue()
  }

  private func parse(_ bytes: ArraySlice<UInt8>, isFinal: Bool) throws(Problem) {
    let status = bytes.withUnsafeBytes {
      cexpat_parse(
        parser, budget, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count),
        isFinal ? 1 : 0)
    }
    let line = Int(clamping: cexpat_line(parser))
    guard status == XML_STATUS_OK else {
      let code = XML_GetErrorCode(parser)
      if code == XML_ERROR_NO_MEMORY { throw .tooComplex(line: line) }
      let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown"
      throw .notWellFormed(line: line, reason: reason)
    }
    // Entities of its own make much of little.
    guard !builder.hasDoctype else { throw .notTheFeed }
    guard !builder.isFull else { throw .tooComplex(line: line) }
  }
}

extension Catalogue {
  /// A whole index at once.
  public init(feedXML bytes: [UInt8]) throws(CatalogueFeedReader.Problem) {
    let reader = try CatalogueFeedReader()
    try reader.take(bytes[...])
    self = try reader.finish()
  }
}
