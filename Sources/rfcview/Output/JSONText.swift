import CellGrid

/// JSON as it is printed: values in the order they are added. Source: RFC 8259.
struct JSONText {
  private(set) var text = ""

  /// `[` and `]` around the elements, one a line.
  static func array<T>(_ elements: some Sequence<T>, _ element: (T, inout JSONText) -> Void) -> String {
    var json = JSONText()
    var isFirst = true
    for value in elements {
      json.text += isFirst ? "[" : ",\n "
      isFirst = false
      element(value, &json)
    }
    return json.text + (isFirst ? "[]\n" : "]\n")
  }

  /// A member: `"name":`, with what separates it from the one before.
  mutating func member(_ name: String, _ value: String?) {
    begin(name)
    if let value { string(value) } else { text += "null" }
  }

  mutating func member(_ name: String, _ value: Int?) {
    begin(name)
    text += value.map(String.init) ?? "null"
  }

  mutating func member(_ name: String, _ value: Bool) {
    begin(name)
    text += value ? "true" : "false"
  }

  /// `12.34`; what is no number is null.
  mutating func member(_ name: String, hundredths value: Double) {
    begin(name)
    text += value.isFinite ? "\((value * 100).rounded() / 100)" : "null"
  }

  mutating func member(_ name: String, _ values: [String]) {
    begin(name)
    text += "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      string(value)
    }
    text += "]"
  }

  mutating func member(_ name: String, _ values: [Int]) {
    begin(name)
    text += "[" + values.map(String.init).joined(separator: ",") + "]"
  }

  /// Pairs of a beginning and an end.
  mutating func member(_ name: String, _ ranges: [Range<Int>]) {
    begin(name)
    text += "[" + ranges.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",") + "]"
  }

  /// Elements that are more than words or numbers.
  mutating func member<T>(_ name: String, _ elements: [T], _ element: (T, inout JSONText) -> Void) {
    begin(name)
    text += "["
    for (index, value) in elements.enumerated() {
      if index > 0 { text += "," }
      element(value, &self)
    }
    text += "]"
  }

  mutating func object(_ members: (inout JSONText) -> Void) {
    text += "{"
    members(&self)
    text += "}"
  }

  private mutating func begin(_ name: String) {
    if text.last != "{" { text += "," }
    string(name)
    text += ":"
  }

  private mutating func string(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.appearance == .spelled:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
