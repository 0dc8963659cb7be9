import RFCModel

/// What a pane asks of the workspace that it is in.
enum WorkspaceChange: Hashable, Sendable {
  /// A second pane on the same place, or none any more.
  case split
  case changePane
  /// `q` with nothing left to close in the pane.
  case close
  /// The focused link, in the other pane.
  case followElsewhere
  /// A document, in the other pane, which has the keys then.
  case openBeside(TypedName)
}
