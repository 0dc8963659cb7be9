import ArgumentParser
import CLibrary
import RFCDesk
import RFCModel

@main
enum Main {
  static func main() {
    // A file that must not grow any more is a full disk, of which we tell, and no reason to die.
    signal(SIGXFSZ, SIG_IGN)
    Output.keepStandardDescriptors()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      // Most runs name a document and nothing else. They do without the option parser: it takes a millisecond of the
      // three that the first screen may have.
      if let locator = Locator(words: arguments) {
        try ReadCommand.read(.stored(locator), settings: Settings())
      } else if let script = CompletionScript(arguments: arguments) {
        Output.standard.write(script.text)
      } else {
        var command = try RootCommand.parseAsRoot(arguments)
        try command.run()
      }
    } catch let failure as Failure {
      failure.end()
    } catch let error as DeskError {
      Failure(error).end()
    } catch let status as ExitCode {
      exit(status.rawValue)
    } catch {
      endWithUsage(error)
    }
  }

  /// Help asked for, or arguments that are not understood.
  private static func endWithUsage(_ error: any Error) -> Never {
    let isSuccess = RootCommand.exitCode(for: error) == .success
    let text = isSuccess ? RootCommand.fullMessage(for: error) : "rfcview: " + RootCommand.message(for: error)
    (isSuccess ? Output.standard : Output.error).write(text.hasSuffix("\n") ? text : text + "\n")
    exit(isSuccess ? ExitStatus.done : ExitStatus.usage)
  }
}
