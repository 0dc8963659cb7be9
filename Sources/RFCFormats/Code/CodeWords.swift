/// The words of notations that a piece of text has, and some of their signs.
struct CodeWords: OptionSet {
  let rawValue: UInt64

  private static func sign(_ bit: Int) -> CodeWords { CodeWords(rawValue: 1 << UInt64(bit)) }

  // ASN.1.
  static let asn1Type = sign(0)
  static let smiMacro = sign(1)
  static let definedAs = sign(2)
  // What C, XDR and the language of TLS share.
  static let structure = sign(3)
  static let enumeration = sign(4)
  static let union = sign(5)
  static let typedef = sign(6)
  static let opaque = sign(7)
  static let select = sign(8)
  static let xdrType = sign(9)
  static let tlsNumber = sign(10)
  static let declaration = sign(11)
  static let preprocessor = sign(12)
  static let caseLabel = sign(13)
  // CDDL.
  static let cddlType = sign(14)
  static let mapArrow = sign(15)
  // YANG.
  static let yangStatement = sign(16)
  /// Statements that other languages have words for, too.
  static let yangDetail = sign(17)

  /// What stands in some lines.
  init(_ lines: ArraySlice<CodeLine>, in text: UnsafeBufferPointer<UInt8>) {
    self = []
    for line in lines { formUnion(CodeWords(line.content, in: text)) }
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ content: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
    self = []
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = text[index]
      if LineView.isLetter(byte) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let start = index
        while index < content.upperBound, Self.isWordPart(text[index]) {
          hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3
          index += 1
        }
        if let word = Self.words[hash] {
          formUnion(word)
          if word.contains(.preprocessor), start == content.lowerBound || text[start - 1] != 0x23 {
            remove(.preprocessor)
          }
        }
        continue
      }
      let next = index + 1 < content.upperBound ? text[index + 1] : 0
      if byte == 0x3A, next == 0x3A, index + 2 < content.upperBound, text[index + 2] == 0x3D {
        insert(.definedAs)
      } else if byte == 0x3D, next == 0x3E {
        insert(.mapArrow)
      }
      index += 1
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    LineView.isLetter(byte) || LineView.isDigit(byte) || byte == 0x2D || byte == 0x5F
  }

  private static let words: [UInt64: CodeWords] = {
    var table: [UInt64: CodeWords] = [:]
    func add(_ sign: CodeWords, _ words: [StaticString]) {
      for word in words {
        let key = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount).reduce(
          0xCBF2_9CE4_8422_2325 as UInt64
        ) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        table[key, default: []].formUnion(sign)
      }
    }
    add(
      .asn1Type,
      [
        "SEQUENCE", "SET", "CHOICE", "INTEGER", "OBJECT", "OCTET", "BIT", "BOOLEAN", "ENUMERATED", "NULL",
        "UTF8String", "IA5String", "PrintableString", "GeneralizedTime", "CLASS", "EXTENSION", "ATTRIBUTE",
        "ALGORITHM", "OPTIONAL", "IDENTIFIED",
      ])
    add(
      .smiMacro,
      [
        "OBJECT-TYPE", "MODULE-IDENTITY", "TEXTUAL-CONVENTION", "OBJECT-IDENTITY", "NOTIFICATION-TYPE",
        "TRAP-TYPE", "OBJECT-GROUP", "MODULE-COMPLIANCE", "NOTIFICATION-GROUP", "AGENT-CAPABILITIES",
      ])
    add(.structure, ["struct"])
    add(.enumeration, ["enum"])
    add(.union, ["union"])
    add(.typedef, ["typedef"])
    add(.opaque, ["opaque"])
    add(.select, ["select"])
    add(.xdrType, ["hyper", "program", "const"])
    add(.tlsNumber, ["uint8", "uint16", "uint24", "uint32", "uint64"])
    add(
      .declaration,
      [
        "static", "extern", "unsigned", "int", "void", "char", "uint8_t", "uint16_t", "uint32_t", "uint64_t",
        "int32_t", "int64_t", "u_char", "u_short", "u_int", "u_long", "return", "for",
      ])
    add(.preprocessor, ["include", "define", "ifdef", "ifndef"])
    add(.caseLabel, ["case"])
    add(
      .cddlType,
      [
        "tstr", "uint", "bstr", "int", "bool", "any", "nint", "float", "float16", "float32", "float64",
        "text", "bytes",
      ]
    )
    add(
      .yangStatement,
      [
        "leaf", "leaf-list", "list", "container", "grouping", "augment", "rpc", "action", "notification",
        "identity", "feature", "choice", "module", "submodule", "uses", "type", "import", "extension",
        "deviation", "enum", "path", "must", "when", "base", "typedef",
      ])
    add(
      .yangDetail,
      [
        "contact", "description", "reference", "namespace", "prefix", "organization", "revision", "key",
        "unique",
        "mandatory", "default", "units", "range", "length", "pattern", "bit", "value", "position", "status",
        "config",
        "presence", "min-elements", "max-elements", "ordered-by", "refine", "deviate", "argument", "anydata",
        "anyxml",
        "input", "output", "case", "if-feature", "require-instance", "fraction-digits", "yang-version",
        "belongs-to",
        "error-message", "include",
      ])
    return table
  }()
}
