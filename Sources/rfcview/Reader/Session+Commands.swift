import CLibrary
import RFCModel
import ReaderCore
import Unix

/// What the reader asks of the machine around it: the shell, files, the clipboard.
extension Session {
  /// Gives the terminal to a command; what it has printed can be read before the reader is back.
  ///
  /// - Parameter waits: it is left to the caller to say what is wrong where this is false.
  @discardableResult
  func run(_ command: ForegroundCommand, input: [UInt8]? = nil, waits: Bool) -> UserProgram.End {
    var end = UserProgram.End.readerSignalled
    terminal.lend {
      end = command.run(input: input)
      guard waits, end != .readerSignalled else { return }
      if case .notStarted(let words) = end { Output.error.write("rfcview: \(words)\n") }
      waitForEnter()
    }
    handleSignals()
    return end
  }

  /// Until Enter, ^C, or what ends the reader; ^Z stops it here as everywhere.
  private func waitForEnter() {
    JobSignals.stopping {
      var isAsked = false
      while true {
        let heard = terminal.readSignals()
        handle(heard.filter { $0 == .terminate || $0 == .hangup })
        if heard.contains(.interrupt) { return }
        if !isAsked || heard.contains(.continued) { Output.standard.write("\nPress Enter to read on. ") }
        isAsked = true
        var polled = [terminal.inputDescriptor, terminal.signalDescriptor].map {
          pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        guard poll(&polled, 2, -1) > 0, polled[0].revents != 0 else { continue }
        // The user's answer, whatever it is.
        var byte: UInt8 = 0
        guard read(terminal.inputDescriptor, &byte, 1) == 1, byte != 0x0A else { return }
      }
    }
  }

  func edit(_ id: DocumentID, line: Int) {
    let path = desk.file(of: id)
    guard access(path, R_OK) == 0 else {
      send(.warning("\(id) is not in the cache, so there is no file to edit."))
      return
    }
    edit(path, line: line)
  }

  /// What has been changed is shown.
  func edit(file path: String, line: Int) {
    if edit(path.hasPrefix("-") ? "./" + path : path, line: line) { show(file: path, at: .line(line)) }
  }

  /// - Returns: whether all went well.
  @discardableResult
  private func edit(_ path: String, line: Int) -> Bool {
    let editor = Editor(machine.environment)
    let command = ForegroundCommand(editor, on: path, line: line, environment: machine.environment)
    guard let problem = editor.problem(run(command, waits: false)) else { return true }
    send(.warning(problem))
    return false
  }

  /// Writes a new file; one that is there stays as it is.
  func save(_ bytes: [UInt8], as name: String) {
    let path = name.inHome(machine.environment["HOME"])
    if let reason = NewFile(path: path).write(bytes) {
      send(.warning("\(printable(path)): \(reason)."))
      return
    }
    send(.notice("\(printable(path)): \(bytes.count) bytes written."))
  }
}
