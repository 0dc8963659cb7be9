import ArgumentParser
import RFCModel
import RFCShelf
import StoreTerms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index the texts in the cache, for search and refs --to.",
    discussion: """
      Adds what is new or has changed since the last run. It may be interrupted: the next run goes on. A damaged library \
      is rebuilt. --rebuild takes three times the space of the index while it works.

      Example: rfcview index
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "Print nothing unless something goes wrong.") var quiet = false
  @Flag(help: "Build the index anew; the old one stays until then.") var rebuild = false

  func run() throws {
    let words = try Machine(options.settings).index(rebuilds: rebuild, isQuiet: quiet)
    if !quiet { Output.standard.write(words + "\n") }
  }
}

extension Machine {
  /// Takes into the full text what it lacks.
  ///
  /// - Returns: a line that says what has come of it; nil where nothing is lacking.
  func indexWhatIsNew(isQuiet: Bool) throws(Failure) -> String? {
    do throws(StoreError) {
      if let index = try store.fullText(), try index.missingDocuments().isEmpty { return nil }
    } catch {
      throw Failure(error.message)
    }
    return try index(isQuiet: isQuiet)
  }

  /// Takes what is new in the cache into the full text.
  ///
  /// - Returns: a line that says what has come of it.
  func index(rebuilds: Bool = false, isQuiet: Bool) throws(Failure) -> String {
    var progress = IndexProgress(isShown: !isQuiet)
    let outcome: FullTextBuilder.Outcome
    do throws(StoreError) {
      outcome = try store.fullTextBuilder(rebuilds: rebuilds).run { progress.show($0) }
    } catch {
      progress.clear()
      throw Failure(error.message)
    }
    progress.clear()
    if outcome.wasDamaged {
      Output.error.write(
        "rfcview: The library was damaged and has been made anew; `rfcview update` asks for the catalogue again.\n"
      )
    }
    for id in outcome.unreadable { Output.error.write("rfcview: \(whyNotIndexed(id))\n") }
    let all = "\(outcome.passages) sections of \(outcome.documents) documents"
    if outcome.added == 0, outcome.removed == 0 { return "The index is up to date: \(all)." }
    let removed = outcome.removed > 0 ? ", \(outcome.removed) removed" : ""
    return "The index has \(all): \(outcome.added) new or changed\(removed)."
  }
}

extension Machine {
  fileprivate func whyNotIndexed(_ id: DocumentID) -> String {
    do throws(StoreError) {
      _ = try store.load(id)
    } catch {
      return error.message
    }
    return "\(id) cannot be read and is not indexed."
  }
}

/// How far an index is: on a terminal one line that changes, elsewhere a line every ten seconds.
struct IndexProgress {
  private let isShown: Bool
  private let isTerminal = Output.error.isTerminal
  private var width = 0
  private var nextLine = Self.seconds + 10

  init(isShown: Bool) { self.isShown = isShown }

  mutating func show(_ progress: FullTextBuilder.Progress) {
    guard isShown, progress.total > 0 else { return }
    let text =
      "indexing \(progress.done * 100 / progress.total) %: \(progress.done) of \(progress.total) documents"
    if isTerminal {
      Output.error.send("\r" + text)
      width = max(width, text.utf8.count)
    } else if Self.seconds >= nextLine {
      nextLine = Self.seconds + 10
      Output.error.write("rfcview: \(text)\n")
    }
  }

  /// Leaves the line as if nothing had been there.
  mutating func clear() {
    guard width > 0 else { return }
    Output.error.send("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  private static var seconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec)
  }
}
