import RFCModel
import ReaderCore
import TestSupport
import Testing

@Suite struct CodeListTests {
  private static let text = """
    1.  Introduction

       This document says in YANG what peers send to one another, and it does
       so in sentences that are long enough to be taken for the prose of which
       a document of this kind is for the most part made.

    2.  Module

       <CODE BEGINS> file "sample@2026-12-01.yang"
       module sample {
         leaf size { type uint8; }
       }
       <CODE ENDS>

    3.  Example

       A message looks like this one, and any other looks much the same:

         {
           "size": 3
         }

       It is sent at once.

    """

  private func robot(_ keys: String = "") -> ReaderRobot {
    var robot = ReaderRobot(Self.text)
    robot.type(keys)
    return robot
  }

  @Test func `the code of a text is listed, each with its file's name, its kind and where it is`() {
    let list = robot(":extract<Enter>")
    #expect(list.frame.text.contains("Code of RFC 4242"))
    #expect(list.rows.contains { $0.contains("sample@2026-12-01.yang") && $0.contains("yang") })
    #expect(list.rows.contains { $0.contains("3-1.json") && $0.contains("3 lines") })
    // A brace alone tells nothing.
    #expect(list.rows.contains { $0.contains("\"size\": 3") })
    #expect(robot(":extract<Enter>/json<Enter>").frame.text.contains("Code of") == false)
  }

  @Test func `Enter goes to the code, and s saves it without the text's indentation`() {
    var robot = robot(":extract<Enter>j<Enter>")
    #expect(!robot.frame.text.contains("Code of") && robot.rows.contains { $0.contains("\"size\": 3") })
    robot = self.robot(":extract<Enter>js")
    #expect(robot.status.contains("Save the code as: 3-1.json"))
    robot.type("<Enter>")
    #expect(robot.effects.last == .save(Array("{\n  \"size\": 3\n}\n".utf8), as: "3-1.json"))
  }

  @Test func `s in code saves the same`() {
    let robot = robot("]f]fs<Enter>")
    #expect(robot.effects.last == .save(Array("{\n  \"size\": 3\n}\n".utf8), as: "3-1.json"))
  }

  @Test func `a text without code says so`() {
    var robot = ReaderRobot("Nothing but words.\n")
    robot.type(":extract<Enter>")
    #expect(robot.status.contains("There is no code in this text."))
  }
}
