import RFCModel
import Unix

/// A setting that cannot be used: wrong usage, and not a failure of the store.
public struct ConfigurationError: Error, Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// A file as a whole.
    case file(String)
    /// A file and a 1-based line in it.
    case line(String, Int)
    /// A variable of the environment, or an option: `RFCVIEW_MIRROR`, `--mirror`.
    case variable(String)
  }

  public enum Problem: Error, Hashable, Sendable {
    case unreadable(FileProblem)
    /// A file that holds NULs.
    case notText
    /// A line without `=`.
    case noValue(String)
    /// A value that the setting does not take.
    case value(SettingProblem)
    /// None that there is; close to the nearest one, if to any.
    case unknownName(String, nearest: String?)
  }

  public let place: Place
  public let problem: Problem

  public init(place: Place, problem: Problem) {
    self.place = place
    self.problem = problem
  }
}

extension ConfigurationError {
  /// Whether naming another module, or none, makes it good.
  var isOfRsync: Bool {
    if case .value(.rsync) = problem { true } else { false }
  }
}
