import RFCDesk
import RFCFormats
import RFCModel
import ReaderCore
import StoreTerms
import Unix

/// What the catalogue and the full text say.
extension Session {
  /// Once a day, while one reads.
  func startUpdate() {
    guard desk.wantsUpdateMeanwhile else { return }
    catalogueUpdate = BackgroundJob(
      arguments: ["update", "--quiet"] + machine.options, environment: machine.environment)
  }

  func lookUp(_ numbers: [RFCNumber]) {
    guard let rows = try? desk.rows(of: numbers) else { return }
    send(.cited(rows))
  }

  /// The catalogue as it is here: to wait for a newer one is for `rfcview` alone.
  func listLibrary() { send(.showLibrary(contents(of: desk.library()), filter: "", asks: true)) }

  /// What the reader lists, and what ranks it from now on.
  func contents(of listing: LibraryListing) -> LibraryContents {
    ranker = LibraryRanker(desk, listing)
    return LibraryContents(listing)
  }

  /// Where the catalogue cannot be asked, the list goes by its titles.
  func rank(_ filter: CatalogueFilter, in surroundings: CatalogueFilter.Surroundings) {
    guard let ranked = try? ranker?.rank(filter, in: surroundings) else { return }
    send(.ranked(ranked, for: filter))
  }

  func describe(_ numbers: [RFCNumber]) {
    let rows = numbers.map { CatalogueRow(id: .rfc($0), title: "") }
    if let entries = try? desk.entries(of: rows) { send(.described(entries)) }
  }

  /// The only member at once, several as a list.
  func load(_ series: SubSeries, _ number: Int, at anchor: Anchor?) {
    do throws(DeskError) {
      let members = try desk.members(of: series, number)
      if members.count == 1, let only = members.first {
        load(.rfc(only), at: anchor)
      } else {
        let name = "\(series.rawValue)\(number)".lowercased()
        send(.showLibrary(contents(of: desk.library()), filter: name, asks: false))
      }
    } catch {
      send(.failed(error.message))
    }
  }

  func inform(about id: DocumentID) {
    do throws(DeskError) {
      let information = try desk.inform(about: id)
      send(.information(id, text: Array(information.text.utf8)))
    } catch {
      send(.warning(error.message))
    }
  }

  func advanceJobs() {
    if let isDone = catalogueUpdate?.result() {
      catalogueUpdate = nil
      if isDone, workspace.showsLibrary { send(.library(contents(of: desk.library()))) }
      if isDone {
        for number in Set(workspace.memories().compactMap(\.id.rfc)) {
          if let errata = try? desk.errata(of: number), !errata.isEmpty { send(.errata(errata, of: number)) }
        }
      }
    }
    if indexing?.result() != nil {
      indexing = nil
      fullTextSearch.forgetMissing()
    }
  }

  // MARK: The full text

  /// Takes in what has come; where another run does so already, this one gives way.
  func startIndexing() {
    fullTextSearch.forgetMissing()
    guard indexing == nil else { return }
    indexing = BackgroundJob(arguments: ["index", "--quiet"], environment: machine.environment)
  }

  func advanceSearch() {
    do throws(DeskError) {
      if let event = try fullTextSearch.advance() { send(event) }
    } catch {
      fullTextSearch.ask(nil)
      send(.warning(error.message))
    }
  }

  /// A file that is no text is named, and the window is that of a document that is not here: Enter downloads it.
  func peek(into id: DocumentID, at place: PeekPlace) {
    var bytes: [UInt8]?
    var problem: DeskError?
    do throws(DeskError) {
      bytes = try self.bytes(of: id)
    } catch {
      problem = error
    }
    let source = bytes.map { Source(name: "\(id)", id: id, document: TextDecoder.document(from: $0)) }
    send(.peeked(source, of: id, at: place))
    if let problem { send(.warning(problem.message)) }
  }

  /// What is not in the cache is only named.
  func answerSuccessors(of number: RFCNumber) {
    do throws(DeskError) {
      let neighbors = try desk.neighbors(of: number)
      var sources: [Source] = []
      for number in neighbors.here {
        guard let bytes = try bytes(of: .rfc(number)) else { continue }
        sources.append(source(of: Opening(.stored(Locator(.rfc(number))), bytes: bytes)))
      }
      let successors = Successors(
        sources, arePredecessors: neighbors.arePredecessors, missing: neighbors.missing)
      send(.successors(successors, of: number))
    } catch {
      send(.warning(error.message))
    }
  }

  func answerCiting(_ number: RFCNumber) {
    do throws(DeskError) {
      send(try fullTextSearch.citing(number))
    } catch {
      send(.warning(error.message))
    }
  }
}

extension LibraryContents {
  init(_ listing: LibraryListing) {
    self.init(rows: listing.rows, surroundings: listing.surroundings, note: listing.catalogue.words)
  }
}
