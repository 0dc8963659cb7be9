import CellGrid
import RFCModel

extension Annotation {
  /// In the margin: `!` verified and technical, `?` reported, `+` amended; the quiet ones a dot.
  var sign: Unicode.Scalar {
    switch kind {
    case .amendment: "+"
    case .erratum(let erratum):
      switch (erratum.status, erratum.kind) {
      case (.verified, .technical): "!"
      case (.reported, _): "?"
      case (.rejected, _): "-"
      case (.verified, .editorial), (.held, _): "\u{B7}"
      }
    }
  }

  var role: Role {
    switch kind {
    case .amendment: .accent
    case .erratum: isGrave ? .warning : .dimmed
    }
  }

  /// Whether it warns: what the text says is wrong, and that is settled.
  var isGrave: Bool {
    if case .erratum(let erratum) = kind {
      return erratum.status == .verified && erratum.kind == .technical
    }
    return false
  }

  /// The less of it, the sooner it is to be seen.
  var gravity: Int {
    switch kind {
    case .amendment: 1
    case .erratum(let erratum):
      switch (erratum.status, erratum.kind) {
      case (.verified, .technical): 0
      case (.reported, _): 2
      case (.held, .technical): 3
      case (.verified, .editorial): 4
      case (.held, .editorial): 5
      case (.rejected, _): 6
      }
    }
  }
}
