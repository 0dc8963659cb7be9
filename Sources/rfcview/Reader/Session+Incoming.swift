import ReaderCore
import Unix

/// A text that is still coming.
extension Session {
  /// Shows a text while it comes, until the reader is left.
  func run(_ incoming: IncomingText) { run(take(incoming)) }

  /// Shows it in the place of what is read. Of one that was still coming no more is read.
  func show(_ incoming: IncomingText, beside isBeside: Bool) {
    self.incoming?.stop()
    advanceIncoming()
    show(take(incoming), beside: isBeside)
  }

  private func take(_ incoming: IncomingText) -> Opening {
    if !incoming.isOver { self.incoming = incoming }
    return Opening(incoming, at: Clock.milliseconds)
  }

  /// Gives the reader what has come of the text out of the pipe, where it is time for it.
  func advanceIncoming() {
    guard let incoming else { return }
    incoming.advance()
    let now = Clock.milliseconds
    guard let due = incoming.due, due <= now else { return }
    send(.grown(source(of: Opening(incoming, at: now))))
    guard incoming.isOver else { return }
    self.incoming = nil
    if let problem = incoming.problem { send(.warning(problem)) }
  }

  func stopIncoming() {
    incoming?.stop()
    advanceIncoming()
    send(.notice("Stopped reading; this is what arrived."))
  }
}
