/// What the mouse does, as the terminal reports it.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The left button goes down.
    case press
    /// It is moved with the left button down.
    case drag
    /// The left button goes up.
    case release
    case wheelUp, wheelDown
  }

  /// May lie outside of the window.
  public let position: Position
  public let kind: Kind

  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
