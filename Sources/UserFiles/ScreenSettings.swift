import CellGrid
import RFCModel

/// What the terminal is to do.
public struct ScreenSettings: Hashable, Sendable {
  /// Nil where the terminal says what suits it.
  public var theme: Theme?
  /// Looks of single roles, over those of the theme.
  public var roles: [Role: Style] = [:]
  /// Whether the terminal reports the mouse, which then selects no text by itself.
  public var mouse = false

  public init() {}

  /// What is too few colours for the others is found out, and not chosen.
  private static let themes: [Theme] = [.dark, .light, .eightColours, .plain]

  public static let table: [Setting<ScreenSettings>] = [
    Setting(
      "theme", takes: themes.map(\.rawValue).joined(separator: ", "), unset: "the terminal's background",
      "the colours", show: { $0.theme?.rawValue },
      set: { (settings, text) throws(SettingProblem) in
        guard let theme = themes.first(where: { $0.rawValue == text.value }) else {
          throw .choice(text.value, of: themes.map(\.rawValue))
        }
        settings.theme = theme
      }),
    Setting(
      "role.NAME", takes: "a look, such as `bold 230 on 58`", unset: "the theme's",
      "what one role looks like",
      show: { settings in
        let looks = Role.allCases.compactMap { role in settings.roles[role].map { "\(role.name) \($0)" } }
        return looks.isEmpty ? nil : looks.joined(separator: ", ")
      },
      set: { (settings, text) throws(SettingProblem) in
        guard let look = Style(text.value) else { throw .look(text.value) }
        guard let role = Role(name: text.member) else {
          throw .unknownRole(text.member, known: Role.allCases.map(\.name))
        }
        settings.roles[role] = look
      }),
    .onOff("mouse", \.mouse, "use the mouse on links, lists, the wheel and the strip at the right"),
  ]
}
