import RFCModel
import RFCStorage
import ReaderCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the reader asks of the machine around it: the shell, files, the clipboard.
extension Session {
  /// Gives the terminal to a command; what it has printed can be read before the reader is back.
  func run(_ command: ForegroundCommand, input: [UInt8]? = nil, waits: Bool) {
    terminal.lend {
      do throws(ForegroundCommand.Problem) {
        try command.run(input: input)
      } catch {
        Output.error.write("rfcview: \(error.words)\n")
      }
      guard waits else { return }
      Output.standard.write("\nPress Enter to read on. ")
      // The user's answer, whatever it is.
      var byte: UInt8 = 0
      while read(terminal.inputDescriptor, &byte, 1) == 1, byte != 0x0A {}
    }
  }

  func edit(_ id: DocumentID, line: Int) {
    let path = machine.store.path(of: id)
    guard access(path, R_OK) == 0 else {
      send(.failed("\(id) is not in the cache: there is no file to edit."))
      return
    }
    run(ForegroundCommand(editing: path, line: line, environment: machine.environment), waits: false)
  }

  /// Writes a new file; one that is there stays as it is.
  func save(_ bytes: [UInt8], as name: String) {
    var path = name
    if path.hasPrefix("~/"), let home = machine.environment["HOME"] { path = home + path.dropFirst() }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason =
        errno == EEXIST ? "is there already, and is not overwritten" : String(cString: strerror(errno))
      send(.failed("\(printable(path)): \(reason)."))
      return
    }
    let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    close(descriptor)
    guard code == 0 else {
      unlink(path)
      send(.failed("\(printable(path)): \(String(cString: strerror(code)))."))
      return
    }
    send(.notice("\(printable(path)): \(bytes.count) bytes written."))
  }

  /// To the clipboard, where the terminal takes it. It does not say whether it does.
  func copy(_ text: String) {
    terminal.copyToClipboard(text)
    send(.notice("Copied, where the terminal allows it: \(text)"))
  }

  /// `$BROWSER`, else `xdg-open` where there is a desktop, else the clipboard.
  func browse(_ address: String) {
    let environment = machine.environment
    let hasDesktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    let browser = environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 } ?? (hasDesktop ? "xdg-open" : nil)
    guard let browser, address.hasPrefix("https://") || address.hasPrefix("http://") else {
      copy(address)
      return
    }
    let words = ["-c", "\(browser) \"$1\" >/dev/null 2>&1 </dev/null &", "rfcview", address]
    let command = ForegroundCommand(program: "/bin/sh", words, environment: environment)
    do throws(ForegroundCommand.Problem) {
      try command.run(input: [])
      send(.notice("Opened: \(address)"))
    } catch {
      send(.failed(error.words))
    }
  }
}
