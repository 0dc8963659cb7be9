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
  enum Outcome: Hashable {
    case follow(LinkFocus)
    case goOn
    case nothing
  }

  mutating func type(_ letter: Unicode.Scalar) -> Outcome {
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

extension DocumentScreen {
  mutating func openHints() {
    reading.workOutLinks()
    let links = focusable
    if links.isEmpty {
      message = Message("No link on the screen.")
    } else {
      hints = LinkHints(links)
    }
  }

  mutating func pressInHints(_ key: Key) {
    guard case .character(let letter) = key, var hints else {
      self.hints = nil
      return
    }
    let outcome = hints.type(letter)
    self.hints = outcome == .goOn ? hints : nil
    switch outcome {
    case .goOn: break
    case .nothing: message = Message("No link has these letters.")
    case .follow(let focus):
      reading.focus = focus
      followLink()
    }
  }
}
