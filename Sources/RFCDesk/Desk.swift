import RFCModel
import RFCShelf
import RFCTransfer
import StoreTerms

/// What the program can do, for whoever asks: the subcommands and the reader stand before the same desk.
///
/// It is made of a store and opens nothing by itself: each of its verbs opens what it needs. One that may have to
/// wait for a server lets its ``DeskClient`` look on; ``atHand`` never waits.
public struct Desk {
  let store: RFCStore
  /// What is here is asked for again.
  let refreshes: Bool
  /// The settings that cannot be used have been told already: no problem repeats them.
  let hasToldSettings: Bool
  /// Nil where nobody looks on.
  private(set) var client: (any DeskClient)?
  /// Whether a server may be asked.
  private(set) var mayWait = true

  public init(
    _ store: RFCStore, refreshes: Bool = false, hasToldSettings: Bool = false,
    client: (any DeskClient)? = nil
  ) {
    self.store = store
    self.refreshes = refreshes
    self.hasToldSettings = hasToldSettings
    self.client = client
  }

  /// The same desk, which answers from what is here.
  public var atHand: Desk {
    var desk = self
    desk.mayWait = false
    return desk
  }

  /// The same desk for work that nobody looks at.
  public var unwatched: Desk {
    var desk = self
    desk.client = nil
    return desk
  }
}

// MARK: How the desk asks

extension Desk {
  /// The network is not asked, whatever is wanted.
  var isOffline: Bool { store.settings.isOffline }

  /// What the catalogue answers. Where there is none, or it turns out to be damaged, a server is asked for it first.
  ///
  /// - Throws: ``DeskError/noCatalogue`` where there is none and no server may be asked.
  func askingCatalogue<Answer>(
    _ question: (StoredCatalogue) throws(StoreError) -> Answer
  ) throws(DeskError) -> Answer {
    do throws(StoreError) {
      if !(refreshes && mayWait), let catalogue = try store.catalogue() { return try question(catalogue) }
    } catch {
      guard mayWait, case .damagedCatalogue = error, !isOffline else {
        throw .store(error)
      }
    }
    guard mayWait else { throw .noCatalogue }
    _ = try update()
    return try atHand.askingCatalogue(question)
  }

  /// What the store answers.
  func askingStore<Answer>(_ question: () throws(StoreError) -> Answer) throws(DeskError) -> Answer {
    do throws(StoreError) {
      return try question()
    } catch {
      throw .store(error)
    }
  }

  /// What comes over the network, while the client may lose patience.
  ///
  /// - Parameter errand: is given a descriptor that is readable once nobody waits any more.
  func waiting<Answer>(_ errand: (Int32?) throws(StoreError) -> Answer) throws(DeskError) -> Answer {
    let interrupt = client?.beginWaiting() ?? nil
    defer { client?.endWaiting() }
    do throws(StoreError) {
      let answer = try errand(interrupt)
      client?.see(nil)
      return answer
    } catch {
      client?.see(nil)
      if case .cancelled = error { client?.gaveUp(nil) }
      if hasToldSettings, case .noServer(let resource, _) = error { throw .store(.noServer(resource, nil)) }
      throw .store(error)
    }
  }

  /// Runs a download to its end.
  ///
  /// - Returns: what was asked for, nil where it is not modified, and the download, which is over.
  func downloading(
    _ start: (RFCStore) throws(StoreError) -> Download
  ) throws(DeskError) -> (bytes: [UInt8]?, download: Download) {
    try waiting { (interrupt) throws(StoreError) in
      let download = try start(store)
      let bytes = try download.run(interrupt: interrupt) { client?.see(.download(download.resource, $0)) }
      return (bytes, download)
    }
  }
}
