import ArgumentParser
import RFCDesk
import RFCModel

struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Download documents into the cache without opening them.",
    discussion: """
      Documents in the cache are left alone, unless --refresh is given. If one cannot be downloaded, the others still \
      are; the exit status is then 1.

      Example: rfcview fetch 9110 9111 9112
      """)

  @Argument(help: "RFC numbers or other names.", completion: .listedRFC) var documents: [String]
  @OptionGroup var options: SharedOptions
  @Flag(help: "Show the conversation with the server on standard error: names, addresses, TLS, headers.")
  var trace = false

  func run() throws {
    let names = try Self.names(in: documents)
    var settings = options.settings
    settings.showsProgress = !trace
    let desk = try Machine(settings).desk
    let ids = try names.flatMap { try Self.documents(of: $0, at: desk) }
    var failed = false
    var hasArrived = false
    for id in ids {
      do throws(DeskError) {
        let obtained = try desk.obtain(
          id, mustBeKept: true, trace: trace ? { Output.error.write($0 + "\n") } : nil)
        desk.tell(obtained.notices)
        if obtained.isDownloaded { hasArrived = true }
        let origin = obtained.isDownloaded ? "downloaded" : "in the cache"
        Output.standard.write("\(id): \(origin), \(obtained.bytes.count) bytes\n")
      } catch {
        Output.error.write("rfcview: \(error.message)\n")
        failed = true
      }
    }
    // A full text that is there is kept up; another run that changes the library does so itself.
    if hasArrived { try? desk.keepUpIndex() }
    if failed { throw ExitCode(ExitStatus.failed) }
  }

  /// Names, of which `RFC 4291` has two words.
  static func names(in words: [String]) throws(Failure) -> [TypedName] {
    var names: [TypedName] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if let name = TypedName(word) {
        names.append(name)
      } else if let next = rest.popFirst(), let name = TypedName(word + " " + next) {
        names.append(name)
      } else {
        throw .usage("`\(printable(word))` names no RFC.")
      }
    }
    return names
  }

  private static func documents(of name: TypedName, at desk: Desk) throws -> [DocumentID] {
    switch name {
    case .document(let locator): return [locator.document]
    case .subSeries(let series, let number, _):
      return try desk.members(of: series, number).map { .rfc($0) }
    case .draft(let draft): throw Failure.usage(TypedName.lacksRevision(draft))
    }
  }
}
