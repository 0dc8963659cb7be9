import Foundation
import ReaderCore
import TestSupport
import Testing

/// The exercises of the guide, played key by key in the guide itself, each where it stands.
@Suite struct GuideTests {
  private struct Exercise {
    /// Its first words, as they stand behind `Try:`.
    let words: String
    let steps: [Step]
  }

  private struct Step {
    let keys: String
    /// Where something is on the screen then.
    let shows: String
  }

  private static let exercises = [
    Exercise(
      words: "Press Space, then b.",
      steps: [Step(keys: "<Space>", shows: "1.2 Conventions"), Step(keys: "b", shows: "1.1 Three Keys")]),
    Exercise(
      words: "G, and then ''",
      steps: [Step(keys: "G", shows: "100%"), Step(keys: "''", shows: "Try:  G, and then ''")]),
    Exercise(
      words: "/section Enter, then n a few times.",
      steps: [
        Step(keys: "/section<Enter>", shows: "match "), Step(keys: "nn", shows: "match "),
        Step(keys: "/Section<Enter>", shows: "match "),
      ]),
    Exercise(
      words: "/MUST NOT Enter, then n until you have seen all 6.",
      steps: [Step(keys: "/MUST NOT<Enter>", shows: "of 6"), Step(keys: "nnnnn", shows: "of 6")]),
    Exercise(
      words: "&MUST Enter, and then & Enter.",
      steps: [Step(keys: "&MUST<Enter>", shows: "&MUST"), Step(keys: "&<Enter>", shows: "Try:  &MUST Enter")]),
    Exercise(
      words: ":4.1.1 Enter brings this section to the top.",
      steps: [
        Step(keys: ":4.1.1<Enter>", shows: "4.1.1 Three Levels Deep < 4.1"),
        Step(keys: "U", shows: " 4.1 From Heading"), Step(keys: "U", shows: " 4 Sections"),
        Step(keys: "}", shows: " 5 Places"), Step(keys: "''", shows: " 4 Sections"),
      ]),
    Exercise(
      words: "t, then /moving Enter.  '' comes back here.",
      steps: [
        Step(keys: "t", shows: "> 4.2   The Contents P"), Step(keys: "/moving<Enter>", shows: " 2.  Moving"),
        Step(keys: "''", shows: "Try:  t, then /moving"),
      ]),
    Exercise(
      words: ":1.1 Enter, then Tab until \"[LESS]\" is selected;",
      steps: [
        Step(keys: ":1.1<Enter>", shows: "1.1.  Three Keys"), Step(keys: "<Tab>", shows: "-> https://"),
        Step(keys: "K", shows: "Nudelman"), Step(keys: "q", shows: "1.1.  Three Keys"),
        Step(keys: "B", shows: "Try:  :1.1 Enter"),
      ]),
    Exercise(
      words: "-N, then 200G,",
      steps: [
        Step(keys: "-N", shows: "Line numbers are shown."), Step(keys: "200G", shows: " 200 "),
        Step(keys: "-N", shows: "Line numbers are not shown."),
      ]),
    Exercise(
      words: "A and Space:",
      steps: [Step(keys: "A<Space>", shows: "[Page "), Step(keys: "A", shows: "Pages removed.")]),
  ]

  private let text: String

  init() throws {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    text = try String(contentsOf: checkout.appending(path: "Resources/guide.txt"), encoding: .utf8)
  }

  @Test func `every exercise is played`() {
    #expect(text.split(separator: "   Try:  ").count - 1 == Self.exercises.count)
  }

  @Test(arguments: Self.exercises.indices)
  func `what the guide says to try happens`(index: Int) throws {
    let exercise = Self.exercises[index]
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("   Try:  " + exercise.words) })
    var robot = ReaderRobot(text, named: "Guide", rows: 26)
    robot.type("\(line + 1 - 12)G")
    #expect(robot.rows.joined().contains(exercise.words))
    for step in exercise.steps {
      robot.type(step.keys)
      #expect(
        robot.rows.contains { $0.contains(step.shows) }, "\(step.keys)\n\(robot.rows.joined(separator: "\n"))"
      )
    }
  }
}
