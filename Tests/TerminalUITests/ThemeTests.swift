import CellGrid
import Testing

@testable import TerminalUI

@Suite struct Themes {
  /// Pairs that may stand side by side and mean different things.
  private static let pairs: [(Role, Role)] =
    [
      Role.heading, .accent, .link, .focusedLink, .requirement, .match, .currentMatch, .warning, .selection,
      .control,
    ]
    .map { (.text, $0) } + [
      (.dimmed, .heading), (.dimmed, .accent), (.dimmed, .warning), (.dimmed, .selection),
      (.accent, .selection),
      (.link, .focusedLink), (.obsoleteLink, .focusedLink), (.link, .match), (.link, .currentMatch),
      (.focusedLink, .currentMatch), (.match, .currentMatch), (.match, .requirement), (.match, .heading),
      (.match, .warning), (.match, .accent), (.currentMatch, .requirement), (.currentMatch, .heading),
      (.link, .requirement), (.link, .heading), (.link, .accent),
    ]

  @Test(arguments: Theme.allCases, pairs)
  func `Roles that may meet are told apart`(_ theme: Theme, _ pair: (Role, Role)) {
    #expect(theme.style(pair.0) != theme.style(pair.1))
  }

  @Test(arguments: [Theme.dark, .light, .eightColours, .eightLightColours])
  func `Colours tell more apart`(_ theme: Theme) {
    #expect(theme.style(.link) != theme.style(.obsoleteLink))
    #expect(theme.style(.accent) != theme.style(.warning))
    #expect(theme.style(.accent) != theme.style(.heading))
    if [.dark, .light].contains(theme) { #expect(theme.style(.text) != theme.style(.dimmed)) }
  }

  @Test(arguments: Role.allCases)
  func `A plain terminal gets no colour, one of eight none above seven`(_ role: Role) {
    let plain = Theme.plain.style(role)
    #expect(plain.foreground == nil && plain.background == nil)
    let style = Theme.eightColours.style(role)
    #expect((style.foreground ?? 0) < 8 && (style.background ?? 0) < 8)
    // Green, yellow, cyan and white, and bold ones, which are brighter, cannot be read on white.
    let light = Theme.eightLightColours.style(role)
    let colour = light.foreground ?? 0
    #expect([0, 1, 4, 5].contains(colour) && !(light.isBold && colour > 0))
  }

  @Test(arguments: Theme.allCases)
  func `The text keeps the terminal's own colours`(_ theme: Theme) {
    #expect(theme.style(.text) == Style())
    #expect(theme.style(.text, emphasis: .bold) == Style(isBold: true))
    #expect(theme.style(.text, emphasis: [.bold, .underline]) == Style(isBold: true, isUnderlined: true))
    #expect(theme.style(.warning, emphasis: .underline).isUnderlined)
  }

  @Test(
    arguments: [
      (nil, nil, .dark), ("", nil, .dark), ("1", nil, .plain), ("1", "0;15", .plain), (nil, "0;15", .light),
      (nil, "0;default;7", .light), (nil, "15;0", .dark), (nil, "", .dark), (nil, "15", .light),
      (nil, "x;y", .dark),
    ] as [(String?, String?, Theme)])
  func `The environment chooses`(_ noColor: String?, _ colorFGBG: String?, _ theme: Theme) {
    #expect(Theme(noColor: noColor, colorFGBG: colorFGBG) == theme)
  }

  @Test(
    arguments: [
      (.dark, 256, .dark), (.light, 1 << 24, .light), (.dark, 88, .eightColours),
      (.light, 8, .eightLightColours),
      (.dark, 0, .plain), (.eightColours, 256, .eightColours), (.eightColours, 2, .plain),
      (.eightLightColours, 256, .eightLightColours), (.eightLightColours, 2, .plain),
      (.plain, 256, .plain),
    ] as [(Theme, Int, Theme)])
  func `The terminal's colours decide`(_ theme: Theme, _ colours: Int, _ expected: Theme) {
    #expect(theme.fitting(colours: colours) == expected)
  }

  @Test func `Looks of one's own lie over the theme, as far as the terminal has the colours`() {
    let own: [Role: Style] = [
      .heading: Style(foreground: 110, isBold: true), .match: Style(foreground: 230, background: 5),
      .warning: Style(foreground: 200), .link: Style(),
    ]
    #expect(Theme.dark.style(.heading, own: own) == Style(foreground: 110, isBold: true))
    #expect(Theme.light.style(.match, emphasis: .bold, own: own).isBold)
    #expect(Theme.dark.style(.accent, own: own) == Theme.dark.style(.accent))
    #expect(Theme.eightColours.style(.heading, own: own) == Style(isBold: true))
    #expect(Theme.eightColours.style(.match, own: own) == Style(background: 5))
    #expect(Theme.eightColours.style(.warning, own: own) == Theme.eightColours.style(.warning))
    #expect(Theme.plain.style(.match, own: own) == Theme.plain.style(.match))
    #expect(Theme.plain.style(.link, own: own) == Style())
  }

  @Test(arguments: Theme.allCases)
  func `The turn leads through dark, light and plain`(_ theme: Theme) {
    #expect(theme.next != theme && ![.eightColours, .eightLightColours].contains(theme.next))
    #expect(Set([theme.next, theme.next.next, theme.next.next.next]).count == 3)
  }
}
