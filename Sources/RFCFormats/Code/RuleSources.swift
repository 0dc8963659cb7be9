import RFCModel

/// What a document says beside the name of a rule: the RFC, and the section, where it is defined. In a grammar that is
/// its comment, `; see RFC 2822`, or `<rule, see [RFC3986], Section 3.3>`; in prose a citation in the same paragraph.
struct RuleSources {
  struct Source {
    let rfc: RFCNumber
    let section: SectionNumber?
    /// Bytes between the name and the citation.
    let distance: Int
  }

  private var sources: [String: Source] = [:]

  subscript(name: String) -> Source? { sources[name] }

  /// - Parameter names: in lower case.
  init(_ text: ParsedText, names: Set<String>) {
    if names.isEmpty { return }
    let citations = text.citations
    let blocks = text.blocks
    let document = text.document
    var wanted: [UInt64: String] = [:]
    for name in names { wanted[Self.key(Array(name.utf8)[...])] = name }
    for (index, block) in blocks.enumerated() {
      let cited = citations.beginning(in: block.lines)
      if cited.isEmpty { continue }
      for line in block.lines {
        for word in Self.words(document.bytes[document.lines[line]]) {
          guard let name = wanted[Self.key(word)],
            let source = Self.source(
              behind: word.indices, among: cited, of: text, isVerbatim: blocks[index].isVerbatim)
          else { continue }
          if source.distance < sources[name]?.distance ?? .max { sources[name] = source }
        }
      }
    }
  }

  private static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(LineView.lowercased($1))) &* 0x100_0000_01B3 }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { !(LineView.isLetter($0) || LineView.isDigit($0) || $0 == 0x2D || $0 == 0x5F) }
  }

  /// The citation of another RFC that is nearest to a name: behind it, or else not far before it.
  private static func source(
    behind name: Range<Int>, among cited: ArraySlice<Citation>, of text: ParsedText, isVerbatim: Bool
  ) -> Source? {
    var best: Source?
    for citation in cited {
      guard case .document(let target) = citation.target, let rfc = target.rfc, rfc != text.number else {
        continue
      }
      let start = citation.ranges[0].lowerBound
      // In a grammar each rule has comments of its own.
      if isVerbatim, !text.document.isCommentOrSame(citation.line, as: name.lowerBound) { continue }
      let end = citation.ranges.last?.upperBound ?? start
      // What stands before a name is about another one more often than not.
      let distance = start >= name.upperBound ? start - name.upperBound : (name.lowerBound - end) * 3
      guard distance >= 0, distance < (isVerbatim ? limitInGrammar : limit) else { continue }
      if distance < best?.distance ?? .max {
        best = Source(rfc: rfc, section: citation.section, distance: distance)
      }
    }
    return best
  }

  /// Bytes; a rule's comment ends with the rule.
  private static let limitInGrammar = 160
  private static let limit = 600
}

extension Document {
  /// Whether a line is the one of that byte, or nothing but a comment of ABNF.
  fileprivate func isCommentOrSame(_ line: Int, as offset: Int) -> Bool {
    lines[line].contains(offset) || bytes[lines[line]].first { !LineView.isBlank($0) } == 0x3B
  }
}

extension Block {
  fileprivate var isVerbatim: Bool {
    if case .verbatim = kind { return true }
    return false
  }
}
