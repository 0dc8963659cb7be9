import CellGrid
import ReaderCore
import TestSupport
import Testing

/// What was typed at the prompts comes back with Up.
@Suite struct PromptHistoryTests {
  private func robot() -> ReaderRobot {
    var settings = ReaderSettings()
    settings.histories[.patterns] = ["MUST", "MAY"]
    settings.histories[.commands] = ["2.1", "next-section", "9110"]
    settings.histories[.questions] = ["slow start", "tls*"]
    var robot = ReaderRobot(settings: settings)
    robot.open(SampleText.unpaged)
    return robot
  }

  @Test(arguments: [
    ("/", "MAY"), ("/<Up>", "MUST"), ("/<Up><Up><Up>", "MUST"), ("/<Up><Down>", "MAY"), ("/MU", "MUST"),
    (":", "9110"), (":<Up>", "next-section"), (":n", "next-section"), (":<Up><Up>", "2.1"), ("O", "tls*"),
    ("O<Up>", "slow start"), ("Osl", "slow start"), ("&", "MAY"),
  ])
  func `Up recalls what was typed at the same prompt`(keys: String, typed: String) {
    var robot = robot()
    robot.type(keys + "<Up>")
    #expect(robot.status.split(separator: "  ").first?.hasSuffix(typed) == true)
  }

  @Test(arguments: [(":ne<Up><Down>", ":ne"), ("Oab<Down>", "/ab"), ("Os<Up><Down>", "/s"), ("t/<Up>", "/")])
  func `Down comes back to what was being typed`(keys: String, typed: String) {
    var robot = robot()
    robot.type(keys)
    #expect(robot.status.split(separator: "  ").first.map { String($0) } == typed)
  }

  @Test(arguments: [
    (":2.2<Enter>", "2.2", PromptHistory.commands), (":nothing<Enter>", "nothing", .commands),
    ("/sample<Enter>", "sample", .patterns), ("&sample<Enter>", "sample", .patterns),
    ("Owindow<Enter>", "window", .questions), ("Owindow<ESC>", "window", .questions),
  ])
  func `what is confirmed is kept, and is the first to come back`(
    keys: String, typed: String, history: PromptHistory
  ) {
    var robot = robot()
    robot.type(keys)
    #expect(robot.effects.contains(.rememberTyped(typed, history)))
    robot.type(String(keys.prefix(1)) + "<Up>")
    #expect(robot.status.split(separator: "  ").first?.hasSuffix(typed) == true)
  }

  @Test(arguments: [":<Enter>", ":  <Enter>", ":2.2<ESC>", "O<ESC>", "anote<Enter>", "t/x<Enter>"])
  func `blanks, what is given up and what is of no use again are not kept`(keys: String) {
    var robot = robot()
    robot.type(keys)
    #expect(!robot.effects.contains { if case .rememberTyped = $0 { true } else { false } })
  }

  @Test func `a hundred are kept`() {
    var robot = robot()
    for line in 1...120 { robot.type(":l\(line)<Enter>") }
    robot.type(":" + String(repeating: "<Up>", count: 300))
    #expect(robot.status.hasPrefix(":l21"))
  }
}

@Suite struct ThemeKeyTests {
  @Test func `X asks for the next theme, and says which it is`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("X")
    #expect(robot.effects.last == .nextTheme)
    robot.send(.notice("Theme: light."))
    #expect(robot.status.hasPrefix(" Theme: light."))
    #expect(robot.text(in: .warning).isEmpty)
  }
}
