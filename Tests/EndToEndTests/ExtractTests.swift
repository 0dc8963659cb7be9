import TestSupport
import Testing

/// `rfcview extract`: a list, the code itself, or files.
@Suite struct ExtractTests {
  private let program: Program
  private let file: String

  private static let text = """
    1.  Modules

       <CODE BEGINS> file "../../first@2026-01-01.yang"
       module first {
         prefix "a";
       }
       <CODE ENDS>

    2.  Values

       A value stands here, and another one stands below it, as one sees.

       { "a": 1 }

    """

  init() throws {
    program = try Program()
    file = try program.home.write(Array(Self.text.utf8), to: "text.txt")
  }

  private func extract(_ arguments: String...) throws -> Program.Result {
    try program.run(["extract", "--file", file] + arguments)
  }

  @Test func `a list says what there is`() throws {
    #expect(try extract().text == "yang  4-6    1  first@2026-01-01.yang\njson  13-13  2\n")
  }

  @Test func `a choice prints the code`() throws {
    #expect(try extract("--kind", "yang").text == "module first {\n  prefix \"a\";\n}\n")
    #expect(try extract("--name", "first").text == "module first {\n  prefix \"a\";\n}\n")
    #expect(try extract("--section", "2").text == "{ \"a\": 1 }\n")
    let none = try extract("--kind", "mib")
    #expect(none.status == 1 && none.error == "rfcview: There is no code `mib` here.\n")
    #expect(try extract("--kind", "cobol").status == 2)
  }

  @Test func `files are written into the folder, and over none`() throws {
    let folder = program.home.path + "/out"
    let first = try extract("-o", folder)
    #expect(first.status == 0)
    #expect(first.text == "\(folder)/first@2026-01-01.yang\n\(folder)/2-1.json\n")
    #expect(program.home.read("out/2-1.json") == Array("{ \"a\": 1 }\n".utf8))
    let again = try extract("-o", folder)
    #expect(again.status == 1)
    #expect(again.error == "rfcview: \(folder)/first@2026-01-01.yang: already exists; not overwritten.\n")
    let nowhere = try extract("-o", program.home.path + "/text.txt/x")
    #expect(nowhere.status == 1 && nowhere.error.hasSuffix("Not a directory.\n"))
  }

  @Test func `code is printed as JSON`() throws {
    #expect(
      try extract("--json").text == """
        [{"kind":"yang","name":"first@2026-01-01.yang","module":"first","section":"1","first":4,"last":6,"marked":true,"folded":null,"text":"module first {\\n  prefix \\"a\\";\\n}\\n"},
         {"kind":"json","name":null,"module":null,"section":"2","first":13,"last":13,"marked":false,"folded":null,"text":"{ \\"a\\": 1 }\\n"}]

        """)
  }
}
