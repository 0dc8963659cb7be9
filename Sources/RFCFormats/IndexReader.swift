import CExpat
import RFCModel

/// Reads the RFC Editor's index, `rfc-index.xml`, as its bytes arrive.
///
/// Elements are known by their local names, since the namespace has moved before; what is not known is passed over,
/// and an entry without a number is left out. Source: <https://www.rfc-editor.org/rfc-index.xsd>.
public final class IndexReader {
  public enum Problem: Error, Hashable, Sendable {
    /// At a 1-based line, in expat's words.
    case notWellFormed(line: Int, reason: String)
    /// XML, but not the index of RFCs.
    case notAnIndex
    case tooLarge(limit: Int)
    case noMemory
  }

  /// No index has more bytes; the one of January 2024 has 14 MB.
  public static let sizeLimit = 128 << 20

  private let parser: XML_Parser
  private let builder = IndexBuilder()
  private var size = 0

  public init() throws(Problem) {
    guard let parser = XML_ParserCreate(nil) else { throw .noMemory }
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    XML_SetElementHandler(
      parser,
      { builder, name, _ in IndexBuilder.of(builder)?.begin(name) },
      { builder, name in IndexBuilder.of(builder)?.end(name) })
    XML_SetCharacterDataHandler(parser) { builder, text, count in
      guard let text, count > 0 else { return }
      IndexBuilder.of(builder)?.add(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next bytes, as many as there are.
  public func take(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    size += bytes.count
    guard size <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
    try parse(bytes, isFinal: false)
  }

  /// What was read, once every byte has been taken.
  ///
  /// - Throws: ``Problem/notWellFormed(line:reason:)`` also where the text has been cut short.
  public func finish() throws(Problem) -> Catalogue {
    try parse([], isFinal: true)
    guard builder.isIndex else { throw .notAnIndex }
    return builder.catalogue()
  }

  private func parse(_ bytes: ArraySlice<UInt8>, isFinal: Bool) throws(Problem) {
    let status = bytes.withUnsafeBytes {
      XML_Parse(
        parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), isFinal ? 1 : 0)
    }
    guard status != XML_STATUS_OK else { return }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown"
    throw .notWellFormed(line: Int(clamping: cexpat_line(parser)), reason: reason)
  }
}

extension Catalogue {
  /// A whole index at once.
  public init(indexXML bytes: [UInt8]) throws(IndexReader.Problem) {
    let reader = try IndexReader()
    // A piece at a time: expat counts in Int32.
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.take(rest.prefix(1 << 20))
      rest = rest.dropFirst(1 << 20)
    }
    self = try reader.finish()
  }
}
