import RFCFormats
import RFCModel

/// The lines of a document as a terminal is sent them: none of their control bytes drives it, and what they cite is a
/// hyperlink. Source: "Hyperlinks in Terminal Emulators", E. Koblinger, whose OSC 8 is
/// `ESC ] 8 ; id=N ; URI ESC \`, and the same without a URI behind the words.
struct TerminalText {
  /// The part of a link that stands on one line.
  private struct Run {
    let range: Range<Int>
    let opening: [UInt8]
  }

  /// Longer addresses are left out, for VTE leaves them out. Bytes.
  private static let addressLimit = 2083
  private static let closing = Array("\u{1B}]8;;\u{1B}\\".utf8)

  private let document: Document
  /// Ascending.
  private var runs: [Run] = []

  init(_ source: ParsedText, hasLinks: Bool) {
    document = source.document
    guard hasLinks else { return }
    let (outline, own) = (source.outline, source.number)
    for (index, citation) in source.citations.all.enumerated() {
      guard let url = Self.url(of: citation, outline: outline, own: own),
        let address = Self.encoded(url)
      else {
        continue
      }
      // The parts of one link have an id in common, so that a terminal shows them as one.
      let id = citation.ranges.count > 1 ? "id=\(index)" : ""
      let opening = Array("\u{1B}]8;\(id);".utf8) + address + Array("\u{1B}\\".utf8)
      runs += citation.ranges.filter(isWhole).map { Run(range: $0, opening: opening) }
    }
    runs.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Appends some bytes of the document, of one line, as they may be sent.
  func append(_ bytes: Range<Int>, to output: inout [UInt8]) {
    var position = bytes.lowerBound
    var index = runs.partitioningIndex { $0.range.upperBound > position }
    while index < runs.count, runs[index].range.lowerBound < bytes.upperBound {
      let run = runs[index]
      let words = run.range.clamped(to: position..<bytes.upperBound)
      if !words.isEmpty {
        output += safeForTerminal(document.bytes[position..<words.lowerBound])
        output += run.opening + safeForTerminal(document.bytes[words]) + Self.closing
        position = words.upperBound
      }
      index += 1
    }
    output += safeForTerminal(document.bytes[position..<bytes.upperBound])
  }

  /// Nil for what leads nowhere.
  private static func url(of citation: Citation, outline: Outline, own: RFCNumber?) -> String? {
    switch citation.target {
    case .document(let cited): return cited.url(at: citation.anchor)
    case .thisDocument:
      guard let own, let section = citation.section, outline.index(of: section) != nil else { return nil }
      return Locator(.rfc(own), at: .section(section)).url
    case .reference: return nil
    }
  }

  /// In printable ASCII, the rest percent-encoded. Source: RFC 3986, section 2.1. Nil for one that is too long.
  private static func encoded(_ url: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for byte in url.utf8 {
      if (0x21...0x7E).contains(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array((byte < 0x10 ? "%0" : "%").utf8) + Array(digits.utf8)
      }
      if bytes.count > addressLimit { return nil }
    }
    return bytes
  }

  /// Whether a range begins and ends between characters.
  private func isWhole(_ range: Range<Int>) -> Bool {
    [range.lowerBound, range.upperBound].allSatisfy { offset in
      !document.bytes.indices.contains(offset) || document.bytes[offset] & 0xC0 != 0x80
    }
  }
}
