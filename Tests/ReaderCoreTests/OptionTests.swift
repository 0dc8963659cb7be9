import CellGrid
import ReaderCore
import TestSupport
import Testing

/// The options of less, by keys and by settings.
@Suite struct OptionTests {
  private func robot(
    _ options: String, _ text: String = SampleText.unpaged, columns: Int = 80, rows: Int = 24
  ) -> ReaderRobot {
    var settings = ReaderSettings()
    for setting in OptionLine(options).settings { settings.apply(setting) }
    var robot = ReaderRobot(columns: columns, rows: rows, settings: settings)
    robot.open(text)
    return robot
  }

  /// Rows of the text that begin with a number: the number, and what stands behind it.
  private func numbered(_ robot: ReaderRobot, digits: Int = 2, margin: Int = 1) -> [(
    number: Int, text: String
  )] {
    robot.rows.dropFirst(2).dropLast().compactMap { row in
      guard let number = Int(row.dropFirst(margin).prefix(digits).filter { $0 != " " }) else { return nil }
      return (number, String(row.dropFirst(margin + digits + 1)))
    }
  }

  private func published(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The row of the window that the current match is on, from 0.
  private func matchRow(_ robot: ReaderRobot) -> Int? {
    (0..<robot.frame.size.rows).first { robot.roles(ofRow: $0).contains("c") }.map { $0 - 2 }
  }

  // MARK: Line numbers

  @Test func `N shows the lines of the published text and N again hides them`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("r")
    let before = robot.frame.text
    robot.type("-N")
    #expect(robot.status.contains("Line numbers are shown."))
    let rows = numbered(robot)
    #expect(rows.count == 21)
    let lines = published(SampleText.unpaged)
    for (number, text) in rows {
      let shown = text.last == "\u{2590}" ? text.dropLast() : text[...]
      let line = lines[number - 1]
      #expect(shown.prefix(line.count) == line && shown.dropFirst(line.count).allSatisfy { $0 == " " })
    }
    #expect(robot.roles(ofRow: 2).hasPrefix("..d."))
    robot.type("-N")
    #expect(robot.status.contains("Line numbers are not shown."))
    robot.type("jk")
    #expect(robot.frame.text == before)
  }

  @Test(arguments: ["", "A", "&samples<Enter>", "A&samples<Enter>"])
  func `numbers name published lines in every view`(keys: String) {
    var robot = robot("-N", SampleText.paged)
    robot.type(keys + "3j")
    let lines = published(SampleText.paged)
    let rows = numbered(robot)
    #expect(!rows.isEmpty)
    for (number, text) in rows {
      let line = lines[number - 1].filter { $0 != "\u{C}" }
      #expect(text.hasPrefix(line), "\(number): \(text)")
    }
  }

  @Test(arguments: [30, 44, 60, 79])
  func `a row that is set anew has the number of the line it begins in`(columns: Int) {
    var robot = robot("-N", columns: columns)
    robot.type("W/A sender<Enter><ESC>u")
    let rows = numbered(robot)
    let lines = published(SampleText.unpaged)
    for (number, text) in rows {
      guard let word = text.split(separator: " ").first(where: { $0 != "\u{2590}" && $0 != "-" }) else {
        continue
      }
      #expect(lines[number - 1].contains(word.hasSuffix(">") ? word.dropLast() : word))
    }
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number })
    #expect(robot.rows.allSatisfy { $0.count <= columns })
  }

  @Test(arguments: [
    // The margin, the digits and a blank; in a wide window the numbers hang in the margin.
    (80, 4), (78, 4), (76, 4), (75, 3), (40, 4), (100, 11), (140, 24),
  ])
  func `the text stands a blank behind the numbers`(columns: Int, start: Int) {
    var settings = ReaderSettings()
    settings.reading.contents = .off
    settings.apply(.on(.lineNumbers))
    var robot = ReaderRobot(columns: columns, rows: 24, settings: settings)
    robot.open(SampleText.unpaged)
    robot.type("/^Abstract<Enter>")
    let row = robot.rows.first { $0.contains("14 Abstract") } ?? ""
    #expect(row.dropFirst(start - 3).hasPrefix("14 Abstract"))
    if columns >= 78 { #expect(!robot.frame.text.contains(">")) }
  }

  @Test func `links, matches, letters and the window of K stand where the text does`() {
    let text = SampleText.unpaged.replacing("peer: whoever", with: "Section 2.1: whoever")
    var plain = robot("", text)
    var shifted = robot("-N", text)
    for keys in ["/whoever<Enter>", "<Tab>", ";", "<ESC>", "t"] {
      plain.type(keys)
      shifted.type(keys)
      guard keys != "t" else { continue }
      for row in 2..<23 {
        let roles = shifted.roles(ofRow: row)
        #expect(roles.dropFirst(4).prefix(72) == plain.roles(ofRow: row).dropFirst(1).prefix(72), "\(keys)")
      }
    }
    #expect(shifted.frame.text.contains("34 1.1.  Terms"))
    plain.type("tK")
    shifted.type("tK")
    let (corner, moved) = (plain.corner, shifted.corner)
    #expect(corner != nil && moved == corner.map { Position(column: $0.column + 3, row: $0.row) })
  }

  @Test func `each pane has its own`() {
    var robot = ReaderRobot(SampleText.unpaged, columns: 140, rows: 24)
    robot.type("S-N")
    let row = robot.rows.first { $0.contains("14 Abstract") } ?? ""
    #expect(
      row.contains("14 Abstract") && row.components(of: "Abstract") == 2 && row.components(of: "14 A") == 1)
  }

  // MARK: The jump target

  @Test(arguments: [
    ("-j5", "/line 50<Enter>", 4), ("-j5", "50G", 4), ("-j5", ":l50<Enter>", 4), ("-j-1", "50G", 20),
    ("-j-3", "50g", 18), ("-j.5", "50G", 10), ("-j5", "50%", 3), ("-j5", "2G", 1), ("-j5", "98G", 4),
    ("", "50G", 0),
  ])
  func `a jump leads to the target line`(options: String, keys: String, row: Int) {
    var robot = robot(options, SampleText.numberedLines(100))
    robot.type(keys)
    let line = keys.hasPrefix("2G") ? 2 : keys.hasPrefix("98G") ? 98 : 50
    #expect(robot.rows[2 + row].hasPrefix(" line \(line)"))
  }

  @Test(arguments: [("G", "line 80"), ("50Gg", "line 1"), ("10jma90G'a", "line 11"), ("10j90G''", "line 11")])
  func `the ends of the text and screens of before are as without it`(keys: String, top: String) {
    var robot = robot("-j5", SampleText.numberedLines(100))
    robot.type(keys)
    #expect(robot.topRow == " " + top)
  }

  @Test func `each match comes to the target line, as far as the text allows`() {
    var robot = robot("-j5", SampleText.numberedLines(100))
    robot.type("/line .*5$<Enter>")
    #expect(matchRow(robot) == 4)
    for expected in [15, 25, 35] {
      robot.type("n")
      #expect(matchRow(robot) == 4 && robot.rows[6].hasPrefix(" line \(expected)"))
    }
    robot.type("<Space>n")
    #expect(matchRow(robot) == 4 && robot.rows[6].hasPrefix(" line 65"))
    robot.type("N")
    #expect(robot.rows[6].hasPrefix(" line 55"))
  }

  @Test(arguments: ["-j1", "-j5", "-j-1", "-j.5", "-j-4"])
  func `sections are gone through one by one wherever they are put`(options: String) {
    var robot = robot(options)
    var seen: [String] = []
    for _ in 0..<12 {
      robot.type(")")
      seen.append(String(robot.status.dropFirst().prefix { $0 != "<" }))
      if robot.status.contains("The last section.") { break }
    }
    let numbers = seen.compactMap { $0.split(separator: " ").first }.filter { $0.first?.isNumber == true }
    #expect(numbers == ["1", "1.1", "2", "2.1", "2.1.1", "2.2", "3"])
    for number in ["3", "2.2", "2.1.1", "2.1", "2", "1.1", "1"] {
      robot.type("(")
      #expect(robot.status.hasPrefix(" \(number) "))
    }
  }

  @Test func `a document opens at its section on the target line`() {
    var settings = ReaderSettings()
    settings.apply(.target(.line(4)))
    var robot = ReaderRobot(settings: settings)
    robot.open(SampleText.unpaged, at: .section(.init("2.1")!))
    #expect(robot.rows[5].hasPrefix(" 2.1.  Messages"))
    robot.type("r")
    #expect(robot.status.hasPrefix(" 2.1 Messages"))
  }

  // MARK: Letter case and marks

  @Test(arguments: [
    ("", "must", "2 matches"), ("-i", "must", "2 matches"), ("-i", "Must", "no match"),
    ("-I", "Must", "2 matches"),
    ("-I -i", "Must", "no match"),
  ])
  func `letter case is as the option says`(options: String, pattern: String, count: String) {
    var robot = robot(options)
    robot.type("/" + pattern)
    #expect(robot.status.contains(count))
  }

  @Test func `a change of letter case holds for the search in force`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("/must<Enter>")
    #expect(robot.status.contains("of 2"))
    robot.type("-i")
    #expect(robot.status.contains("Searches tell upper and lower case apart."))
    robot.type("n")
    #expect(robot.status.contains("must: not found."))
    robot.type("-I")
    #expect(robot.status.contains("Searches ignore case."))
    robot.type("n")
    #expect(robot.status.contains("of 2"))
    robot.type("-+I")
    #expect(robot.status.contains("Searches ignore case, unless the pattern has a capital."))
  }

  @Test func `matches are marked all, one or none`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("/sample<Enter>")
    func marks(_ letter: Character) -> Int {
      (2..<23).reduce(0) {
        $0 + robot.roles(ofRow: $1).split(separator: letter, omittingEmptySubsequences: false).count - 1
      }
    }
    #expect(marks("m") > 0 && marks("c") == 6)
    robot.type("-g")
    #expect(
      robot.status.contains("Only the match you stand on is marked.") && marks("m") == 0 && marks("c") == 6)
    robot.type("-G")
    #expect(robot.status.contains("Matches are not marked.") && marks("m") == 0 && marks("c") == 0)
    robot.type("n")
    #expect(robot.status.contains("match 2 of"))
    robot.type("-G")
    #expect(robot.status.contains("All matches are marked.") && marks("m") > 0 && marks("c") == 6)
  }

  // MARK: The prompt

  @Test(arguments: [
    ("-S", "Long lines are always chopped"), ("_N", "Line numbers are not shown."),
    ("-Z", "-Z is not an option here."),
    ("_Z", "-Z is not an option here."),
    ("-j<Enter>", "Jumps lead to the top; a match is brought into view."),
    ("-j5<Enter>", "Jumps lead to line 5 of the screen."), ("-j.5<Enter>", "50 % of the screen's height"),
    ("-jx<Enter>", "not `x`."), ("-j-3<Enter>_j", "line 3 from the end"),
    ("-j5<Enter>-+j", "Jumps lead to the top"), ("--LINE-NUMBERS<Enter>", "Line numbers are shown."),
    ("--L<Tab><Enter>", "Line numbers are shown."), ("__LINE-NUMBERS<Enter>", "Line numbers are not shown."),
    ("--+LINE-NUMBERS<Enter>", "Line numbers are not shown."),
    ("--foo<Enter>", "--foo is not an option here."),
    ("-p<Enter>", "-p is for the start of a run; / searches."), ("-", "i I g G j N p S, or - and a name"),
    ("-j", "5, -3 from the end, .5 the middle"), ("-+", "-+"), ("-pMUST<Enter>", "match 1 of 2"),
    (":option<Enter>N", "Line numbers are shown."),
  ])
  func `what is typed behind the keys is answered`(keys: String, words: String) {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type(keys)
    #expect(robot.status.contains(words))
  }

  @Test func `to show an option changes nothing, and the prompt can be given up`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("r")
    let before = robot.frame.text
    robot.type("_N_i_j_S-<ESC>-j5<ESC>-<Backspace>__LINE<Enter>jk")
    #expect(robot.frame.text == before)
  }

  @Test func `what the environment says is taken back to the configuration`() {
    var settings = ReaderSettings()
    settings.reading.letterCase = .sensitive
    for setting in OptionLine("-N -I -+I").settings { settings.apply(setting) }
    #expect(settings.options.letterCase == .sensitive && settings.options.showsLineNumbers)
    settings.apply(.reset(.lineNumbers))
    #expect(settings.options == settings.defaults)
  }

  @Test func `help lists the options`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.type("h/--LINE-NUMBERS<Enter>")
    #expect(robot.frame.text.contains("-N --LINE-NUMBERS     show line numbers"))
  }

  // MARK: How a run begins

  @Test func `a run begins at the first match, which n goes on from and the history keeps`() {
    var robot = ReaderRobot(SampleText.unpaged)
    robot.send(.start(.search("sample")))
    #expect(robot.status.contains("match 1 of"))
    #expect(robot.effects.contains(.rememberTyped("sample", .patterns)))
    robot.type("n")
    #expect(robot.status.contains("match 2 of"))
    robot.type("/<Up>")
    #expect(robot.status.hasPrefix("/sample"))
    robot = ReaderRobot(SampleText.unpaged)
    robot.send(.start(.search("(")))
    #expect(robot.status.contains("(: "))
    robot.send(.start(.search("nowhere")))
    #expect(robot.status.contains("nowhere: not found."))
  }

  @Test(arguments: [
    ("50", "line 50"), ("G", "line 80"), ("50%", "line 51"), ("?line 9.$", "line 99"), (":l7", "line 7"),
  ])
  func `a run begins with keys`(text: String, line: String) throws {
    var robot = ReaderRobot(SampleText.numberedLines(100))
    robot.send(.start(try #require(StartCommand(text))))
    #expect(robot.topRow == " " + line || text.hasPrefix("?") && robot.text(in: .currentMatch).contains(line))
    #expect(!robot.status.hasPrefix("?") && !robot.status.hasPrefix(":"))
  }

  // MARK: Any window

  @Test func `no window is too small`() {
    for columns in 1...24 {
      for rows in [1, 2, 3, 12] {
        var robot = robot("-N -j-3 -I", SampleText.paged, columns: columns, rows: rows)
        robot.type("/the<Enter>nW)(-jA<Enter>A-N-N-<Esc><Tab>;<ESC>tt-.<ESC>K<ESC>&a<Enter>&<Enter>S-N^Ww")
        #expect(robot.frame.size == Size(columns: columns, rows: rows))
      }
    }
  }
}

extension ReaderRobot {
  /// Where the window of `K` begins.
  fileprivate var corner: Position? {
    for (row, text) in rows.enumerated() {
      if let column = Array(text).firstIndex(of: "\u{250C}") { return Position(column: column, row: row) }
    }
    return nil
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
