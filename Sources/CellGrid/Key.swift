/// One key as the terminal reports it.
public enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Unicode.Scalar)
  /// Control and a letter in lower case, or one of `@ [ \ ] ^ _`: `^F` is `control("f")`. Enter, Tab and Backspace
  /// have cases of their own; `^M` is `enter`, `^I` is `tab`, `^H` is `backspace`.
  case control(Unicode.Scalar)
  /// ESC and a character that came together with it: `ESC-v`.
  case alt(Unicode.Scalar)
  case enter, tab, backTab, backspace, escape
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  /// F1 is `function(1)`.
  case function(Int)
}

/// What arrives from the terminal.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// The beginning of a text out of the clipboard, as bytes of whatever kind.
  case pasted([UInt8])
  case mouse(MouseEvent)
  /// The answer to the question for the background.
  case background(isLight: Bool)
  case resized(Size)
}

extension Key {
  /// As the key file, help and the manual write it: `j`, `Space`, `^F`, `ESC-v`, `PgDn`, `F1`.
  public init?(name: some StringProtocol) {
    if let key = Self.named.first(where: { $0.name == name })?.key {
      self = key
      return
    }
    let scalars = Array(name.unicodeScalars)
    switch scalars.count {
    case 1 where displayWidth(of: scalars[0]) != nil: self = .character(scalars[0])
    case 2 where scalars[0] == "^":
      guard let key = Self.controlKey(scalars[1]) else { return nil }
      self = key
    case 5... where name.hasPrefix("ESC-"):
      guard case .character(let scalar)? = Key(name: name.dropFirst(4)) else { return nil }
      self = .alt(scalar)
    case 2...3 where scalars[0] == "F":
      guard let number = UInt8(name.dropFirst()), (1...63).contains(number), name == "F\(number)" else {
        return nil
      }
      self = .function(Int(number))
    default: return nil
    }
  }

  /// The inverse of ``init(name:)``.
  public var name: String {
    if let name = Self.named.first(where: { $0.key == self })?.name { return name }
    switch self {
    case .character(let scalar): return String(scalar)
    case .control(let scalar): return "^" + String(scalar).uppercased()
    case .alt(let scalar): return "ESC-" + Key.character(scalar).name
    case .function(let number): return "F\(number)"
    case .enter, .tab, .backTab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown,
      .insert, .delete:
      return ""
    }
  }

  private static func controlKey(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "M", "m", "J", "j": .enter
    case "I", "i": .tab
    case "H", "h", "?": .backspace
    case "[": .escape
    case "A"..."Z": .control(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
    case "a"..."z", "@", "\\", "]", "^", "_": .control(scalar)
    default: nil
    }
  }

  /// The names of several letters.
  public static var names: [String] { named.map(\.name) }

  private static let named: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Tab", .tab), ("S-Tab", .backTab),
    ("Backspace", .backspace), ("ESC", .escape), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Ins", .insert), ("Del", .delete),
  ]
}
