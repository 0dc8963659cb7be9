/// What the roles of cells look like, for five kinds of terminal. Bold before colour, colour before reverse.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  /// 256 colours on a dark ground.
  case dark
  /// 256 colours on a light ground.
  case light
  /// The eight colours that any colour terminal has, on a dark ground.
  case eightColours = "eight-colours"
  /// Those of them that can be read on a light one.
  case eightLightColours = "eight-light-colours"
  /// Bold, underline and reverse.
  case plain

  /// The one to start with, from the environment's `NO_COLOR` (see no-color.org) and `COLORFGBG` (`0;15`: black on
  /// white; set by rxvt, Konsole and others).
  public init(noColor: String?, colorFGBG: String?) {
    if let noColor, !noColor.isEmpty {
      self = .plain
    } else {
      let ground = colorFGBG?.split(separator: ";").last
      self = ground == "7" || ground == "15" ? .light : .dark
    }
  }

  /// The one behind this one in the turn of dark, light and plain.
  public var next: Theme {
    switch self {
    case .dark: .light
    case .light, .eightColours, .eightLightColours: .plain
    case .plain: .dark
    }
  }

  /// The nearest one that a terminal of so many colours can show.
  public func fitting(colours: Int) -> Theme {
    switch self {
    case .plain: .plain
    case .eightColours, .eightLightColours: colours >= 8 ? self : .plain
    case .dark: colours >= 256 ? self : colours >= 8 ? .eightColours : .plain
    case .light: colours >= 256 ? self : colours >= 8 ? .eightLightColours : .plain
    }
  }
}
