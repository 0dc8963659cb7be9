import CellGrid

/// Keys typed and not yet a command.
struct TypedKeys: Hashable, Sendable {
  /// The beginning of a sequence: `]`.
  var pending: [Key] = []
  /// The count typed first, 0...999,999.
  private var number: Int?
  /// Digits behind its point, six at most; nil: no point was typed.
  private var fraction: String?
  /// A command that waits for a letter: `m`, `'`.
  var awaitsLetter: Command?
  /// One that is none here and waits for a letter.
  var foreign: ForeignCommand?

  var isEmpty: Bool { self == TypedKeys() }

  /// As a command takes it: 0 counts as none.
  var count: Count {
    Count(number: number == 0 ? nil : number, millionths: fraction.flatMap { Int($0.padding(to: 6)) } ?? 0)
  }

  /// Takes a key that belongs to a count.
  ///
  /// - Parameter isFree: the key means nothing by itself, so that 0 and a point may begin a count.
  /// - Returns: false for any other key.
  mutating func takeCount(_ key: Key, isFree: Bool) -> Bool {
    guard pending.isEmpty else { return false }
    switch key {
    case .character(let scalar) where ("0"..."9").contains(scalar):
      let digit = Int(scalar.value) - 0x30
      if let fraction {
        if fraction.utf8.count < 6 { self.fraction = fraction + String(digit) }
        return true
      }
      guard number != nil || digit > 0 || isFree else { return false }
      number = min((number ?? 0) * 10 + digit, 999_999)
    case .character(".") where fraction == nil && (number != nil || isFree):
      number = number ?? 0
      fraction = ""
    case .backspace where number != nil: erase()
    default: return false
    }
    return true
  }

  private mutating func erase() {
    if let fraction {
      self.fraction = fraction.isEmpty ? nil : String(fraction.dropLast())
    } else {
      number = number.flatMap { $0 < 10 ? nil : $0 / 10 }
    }
  }

  /// As the status row shows it.
  var text: String {
    let letters =
      switch awaitsLetter {
      case .setMark: "m"
      case .goToMark: "'"
      case .clearMark: "ESC-m"
      case .pipe: "|"
      case .copyToMark: "ESC-Y"
      default: foreign?.name ?? ""
      }
    return (number.map(String.init) ?? "") + (fraction.map { "." + $0 } ?? "") + letters
      + pending.map(\.name).joined()
  }
}

extension String {
  /// With zeros behind it, to so many digits.
  fileprivate func padding(to digits: Int) -> String {
    self + String(repeating: "0", count: max(0, digits - utf8.count))
  }
}
