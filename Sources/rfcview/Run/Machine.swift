import CLibrary
import CellGrid
import RFCDesk
import RFCModel
import RFCShelf
import ReaderCore
import StoreTerms
import UserFiles

/// The surroundings of a run: its environment, its folders, its settings, and the desk that is made of them.
struct Machine {
  let environment: [String: String]
  let folders: StoreFolders
  let configuration: Configuration
  let desk: Desk
  /// Pages as printed, without title and status line.
  let isBare: Bool
  /// The options of less on the command line.
  let readerOptions: [OptionSetting]
  /// The settings of the command line again, for a run of ours in the background.
  let options: [String]

  /// - Parameter isReader: the screen tells of settings that cannot be used; else standard error does.
  init(_ settings: Settings = Settings(), isReader: Bool = false) throws(Failure) {
    environment = Self.readEnvironment()
    do throws(StoreError) {
      folders = try StoreFolders(environment: environment)
    } catch {
      throw Failure(error.message)
    }
    var configuration = Configuration.load(folders: folders, environment: environment)
    if !isReader {
      for problem in configuration.problems { Output.error.write("rfcview: \(problem.message)\n") }
    }
    if let mirror = settings.mirror {
      do throws(WebURL.Problem) {
        try configuration.useMirror(mirror, by: "--mirror")
      } catch {
        throw .usage("--mirror: \(error.message(about: mirror)).")
      }
    }
    if let rsync = settings.rsync {
      do throws(RsyncModule.Problem) {
        try configuration.useRsync(rsync, by: "--rsync")
      } catch {
        throw .usage("--rsync: \(error.message(about: rsync)).")
      }
    }
    if let seconds = settings.timeout {
      guard let timeout = IdleTimeout(seconds) else {
        throw .usage("--timeout takes seconds, more than 0: not `\(printable(seconds))`.")
      }
      configuration.use(timeout, by: "--timeout")
    }
    if settings.isOffline { configuration.store.isOffline = true }
    self.configuration = configuration
    desk = Desk(
      RFCStore(folders: folders, settings: configuration.store, environment: environment),
      refreshes: settings.refreshes, hasToldSettings: !isReader,
      client: CommandLineClient(showsProgress: settings.showsProgress))
    isBare = settings.isBare
    readerOptions = settings.reader
    options =
      (settings.mirror.map { ["--mirror", $0] } ?? []) + (settings.timeout.map { ["--timeout", $0] } ?? [])
  }

  private static func readEnvironment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.utf8.firstIndex(of: 0x3D) {
        result[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return result
  }
}
