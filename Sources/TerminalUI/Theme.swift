import CellGrid

extension Theme {
  /// A role's look, with what the document itself asks for on top.
  ///
  /// - Parameter own: looks that the user has chosen. One of which the theme can show nothing does not count.
  public func style(_ role: Role, emphasis: Emphasis = [], own: [Role: Style] = [:]) -> Style {
    var style: Style
    if let chosen = own[role], chosen == .normal || chosen.fitting(self) != .normal {
      style = chosen.fitting(self)
    } else {
      style =
        switch self {
        case .dark: Self.dark(role)
        case .light: Self.light(role)
        case .eightColours: Self.eightColours(role)
        case .eightLightColours: Self.eightLightColours(role)
        case .plain: Self.plain(role)
        }
    }
    if emphasis.contains(.bold) { style.isBold = true }
    if emphasis.contains(.underline) { style.isUnderlined = true }
    return style
  }

  private static func dark(_ role: Role) -> Style {
    switch role {
    case .text: .normal
    case .dimmed: .colour(245)
    case .heading, .requirement: .bold
    case .accent: .colour(110)
    case .link, .added: .colour(110, isUnderlined: true)
    case .obsoleteLink: .colour(173, isUnderlined: true)
    case .match: .colour(230, on: 58)
    case .currentMatch: .colour(16, on: 214)
    case .warning, .removed: .colour(173)
    case .selection: .colour(255, on: 238)
    case .focusedLink, .control: .reversed
    }
  }

  private static func light(_ role: Role) -> Style {
    switch role {
    case .text: .normal
    case .dimmed: .colour(243)
    case .heading, .requirement: .bold
    case .accent: .colour(25)
    case .link, .added: .colour(25, isUnderlined: true)
    case .obsoleteLink: .colour(130, isUnderlined: true)
    case .match: .colour(16, on: 229)
    case .currentMatch: .colour(16, on: 214)
    case .warning, .removed: .colour(130)
    case .selection: .colour(16, on: 253)
    case .focusedLink, .control: .reversed
    }
  }

  private static let black: UInt8 = 0
  private static let red: UInt8 = 1
  private static let yellow: UInt8 = 3
  private static let blue: UInt8 = 4
  private static let cyan: UInt8 = 6

  private static func eightColours(_ role: Role) -> Style {
    switch role {
    case .text, .dimmed: .normal
    case .heading, .requirement: .bold
    case .accent: .colour(cyan)
    case .link: .underlined
    case .added: .colour(cyan, isUnderlined: true)
    case .obsoleteLink: .colour(yellow, isUnderlined: true)
    // Bold, so that a match in a warning is seen.
    case .match: .colour(yellow, isBold: true)
    case .warning, .removed: .colour(yellow)
    case .currentMatch: Style(isBold: true, isReversed: true)
    case .focusedLink, .selection, .control: .reversed
    }
  }

  private static func eightLightColours(_ role: Role) -> Style {
    switch role {
    case .text, .dimmed: .normal
    case .heading, .requirement: .bold
    case .accent: .colour(blue)
    case .link: .underlined
    case .added: .colour(blue, isUnderlined: true)
    case .obsoleteLink: .colour(red, isUnderlined: true)
    // As a ground yellow can be seen on white, as a colour it cannot.
    case .match: .colour(black, on: yellow)
    case .warning, .removed: .colour(red)
    case .currentMatch: Style(isBold: true, isReversed: true)
    case .focusedLink, .selection, .control: .reversed
    }
  }

  private static func plain(_ role: Role) -> Style {
    switch role {
    case .text, .dimmed: .normal
    case .heading, .requirement, .accent, .warning, .removed: .bold
    case .link, .obsoleteLink, .added: .underlined
    // Bold, so that a match is no link, and the current one among them no focused link.
    case .match: Style(isBold: true, isUnderlined: true)
    case .currentMatch: Style(isBold: true, isReversed: true)
    case .focusedLink, .selection, .control: .reversed
    }
  }
}

extension Style {
  /// Without the colours that a theme has none of.
  func fitting(_ theme: Theme) -> Style {
    let last: UInt8
    switch theme {
    case .dark, .light: return self
    case .eightColours, .eightLightColours: last = 7
    case .plain:
      return Style(isBold: isBold, isUnderlined: isUnderlined, isReversed: isReversed)
    }
    var style = self
    if let colour = foreground, colour > last { style.foreground = nil }
    if let colour = background, colour > last { style.background = nil }
    return style
  }

  static let normal = Style()
  static let bold = Style(isBold: true)
  static let underlined = Style(isUnderlined: true)
  static let reversed = Style(isReversed: true)

  static func colour(
    _ foreground: UInt8, on background: UInt8? = nil, isBold: Bool = false, isUnderlined: Bool = false
  ) -> Style {
    Style(foreground: foreground, background: background, isBold: isBold, isUnderlined: isUnderlined)
  }
}
