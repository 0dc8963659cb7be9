import CellGrid
import RFCFormats
import RFCModel

extension ReaderState {
  /// Help is a document like any other: the same keys move in it and search it.
  mutating func openHelp() {
    guard readings.last?.name != helpName else { return }
    var reading = Reading(helpSource(), outline: .empty)
    reading.contents.visibility = .closed
    readings.append(reading)
    pendingSearch = nil
    message = nil
  }

  private func helpSource() -> Source {
    var text = "\nThe keys. `N` is a count typed first: 12j, 3), 200G, 50%. q goes back to the text.\n"
    for group in CommandEntry.Group.allCases {
      text += "\n\(group.rawValue)\n\n"
      for entry in CommandEntry.all where entry.group == group {
        text += entry.helpLine + "\n"
      }
    }
    text += """

      At the prompt of a search

        ^N                  lines that do not match
        ^R                  the characters as they stand, not a regular expression
        ^W                  do not go on at the other end (before anything is typed)
        ^F                  from the first line of the text
        ^K                  mark the matches and stay here
        Up Down             patterns typed before
        Enter  ESC          go there; give up

        Lower case finds both cases. A blank also matches the end of a line.

      """
    return Source(name: helpName, id: nil, document: TextDecoder.document(from: Array(text.utf8)))
  }
}

private let helpName = "Keys"

extension CommandEntry {
  /// `  j e ^E ^N Down      scroll-down        a line down, or N`.
  fileprivate var helpLine: String {
    let keys = self.keys.padded(to: 20)
    let place = contexts == [.contents] ? " (contents)" : contexts == [.contents, .list] ? " (lists)" : ""
    return "  \(keys)\(command.rawValue.padded(to: 18))\(summary)\(place)"
  }
}

extension String {
  /// At least one blank at the end.
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(1, columns - displayColumns))
  }
}
