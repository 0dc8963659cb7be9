import CLibrary
import ReaderCore
import Unix

/// An address for the browser.
extension Session {
  /// A browser that lasts so long has shown the page. Seconds.
  private static let patience = 10

  /// To the browser; where there is none, to the clipboard.
  func browse(_ address: String) {
    let browsers = Browser.all(for: address, in: machine.environment)
    guard !browsers.isEmpty, address.hasPrefix("https://") || address.hasPrefix("http://") else {
      terminal.copyToClipboard(address)
      send(.notice("Copied, if the terminal allows it: \(address)"))
      return
    }
    browsing = BrowserStart(address: address, others: browsers[...])
    tryBrowsers()
  }

  /// One that has failed makes room for the next.
  func advanceBrowser() {
    guard let (browser, child, since) = browsing?.current else { return }
    var status: Int32 = 0
    let ended = waitpid(child, &status, WNOHANG)
    guard ended == child else {
      if ended < 0 || Clock.wall - since > Self.patience { browsing = nil }
      return
    }
    if take(.init(waitStatus: status), of: browser) { tryBrowsers() }
  }

  /// Until one of them has started, or has been in the terminal.
  private func tryBrowsers() {
    while let browser = browsing?.others.popFirst() {
      let program = UserProgram(arguments: browser.arguments, environment: machine.environment)
      if browser.hasTerminal {
        guard take(run(ForegroundCommand(program), waits: false), of: browser) else { return }
      } else {
        do throws(UserProgram.Problem) {
          browsing?.current = (browser, try program.start(.beside), Clock.wall)
          send(.notice("Handed to \(browser.name): \(browsing?.address ?? "")"))
          return
        } catch {
          browsing?.problems.append(error.words)
        }
      }
    }
    guard let start = browsing else { return }
    browsing = nil
    let problems = start.problems.joined(separator: " ")
    send(.warning("\(problems) Set BROWSER to choose a browser. Not opened: \(start.address)"))
  }

  /// - Returns: whether another browser is to be tried.
  private func take(_ end: UserProgram.End, of browser: Browser) -> Bool {
    browsing?.current = nil
    if let problem = end.problem(with: browser.name) {
      browsing?.problems.append(problem)
      return true
    }
    browsing = nil
    return false
  }
}
