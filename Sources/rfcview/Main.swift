import ArgumentParser
import RFCModel
import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

/// Exit statuses. 130 (^C) and the other signals are the shell's: the signal itself ends the program.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 2
}

/// Why the program ends: one line, and the exit status.
struct Failure: Error {
  let message: String
  let status: Int32

  init(_ message: String, status: Int32 = ExitStatus.failed) {
    self.message = message
    self.status = status
  }

  init(_ error: TerminalError) { self.init(printable(error.message)) }

  static func usage(_ message: String) -> Failure {
    Failure(message + " See `rfcview --help`.", status: ExitStatus.usage)
  }

  func end() -> Never {
    Output.error.write("rfcview: \(message)\n")
    exit(status)
  }
}

/// The options of all subcommands are its own too: so they may stand before a subcommand.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rfcview",
    abstract: "Read RFCs in the terminal.",
    discussion: """
      rfcview 4291             RFC 4291, from the cache or downloaded first
      rfcview 4291 2.5         the same, at section 2.5
      rfcview 2324 | less      the published text, byte for byte
      rfcview guide            learn the keys; needs no network

      Exit status: 0 success, 1 the document cannot be had, 2 wrong usage, 130 ^C.
      """,
    version: "rfcview 0.1.0",
    subcommands: [
      ReadCommand.self, CatCommand.self, TocCommand.self, RefsCommand.self, RequirementsCommand.self,
      BlocksCommand.self, FetchCommand.self, FindCommand.self, InfoCommand.self, ListCommand.self,
      PathCommand.self, SearchCommand.self, IndexCommand.self, SyncCommand.self, UpdateCommand.self,
      BookmarksCommand.self, GuideCommand.self, KeysCommand.self,
      SettingsCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  @OptionGroup var options: SharedOptions
}
