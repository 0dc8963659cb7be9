import CellGrid
import RFCModel

/// Letters on the links of the screen: typing them follows the link.
struct LinkHints: Sendable {
  /// In the order of the screen.
  private(set) var labels: [(label: String, focus: LinkFocus)]
  private(set) var typed = ""

  init(_ links: [LinkFocus]) {
    let letters = Array("asdfghjklqwertyuiopzxcvbnm").map(String.init)
    // As short as they can be, none the beginning of another.
    let names =
      links.count <= letters.count ? letters : letters.flatMap { first in letters.map { first + $0 } }
    labels = zip(names, links).map { ($0, $1) }
  }

  /// What another letter leads to.
  enum Step: Hashable {
    case follow(LinkFocus)
    case goOn
    case nothing
  }

  mutating func type(_ letter: Unicode.Scalar) -> Step {
    typed.unicodeScalars.append(letter)
    if let found = labels.first(where: { $0.label == typed }) { return .follow(found.focus) }
    return labels.contains { $0.label.hasPrefix(typed) } ? .goOn : .nothing
  }

  /// What is still to be typed for a link; nil where that has become another one's.
  func rest(for focus: LinkFocus) -> String? {
    guard let label = labels.first(where: { $0.focus == focus })?.label, label.hasPrefix(typed) else {
      return nil
    }
    return String(label.dropFirst(typed.count))
  }
}
