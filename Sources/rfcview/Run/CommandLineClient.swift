import RFCDesk
import RFCShelf

/// The command line at the desk: standard error shows how far something is and what there is to say; ^C ends what is
/// waited for, and then the program.
final class CommandLineClient: DeskClient {
  private var line: ProgressLine?
  private var interrupts: InterruptPipe?

  init(showsProgress: Bool) { line = showsProgress ? ProgressLine() : nil }

  func beginWaiting() -> Int32? {
    let pipe = InterruptPipe()
    interrupts = pipe
    return pipe.descriptor
  }

  func endWaiting() { interrupts?.close() }

  func gaveUp(_ sync: SyncProgress?) {
    if let sync {
      Output.error.write(
        "rfcview: interrupted; \(sync.arrived) of \(counted(sync.wanted)) arrived. The next sync continues.\n"
      )
    }
    interrupts?.endByInterrupt()
  }

  func see(_ progress: DeskProgress?) {
    if let progress { line?.show(progress) } else { line?.clear() }
  }

  func hear(_ notice: DeskNotice) {
    line?.clear()
    Output.error.write("rfcview: \(notice.message)\n")
  }
}
