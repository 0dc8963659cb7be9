import RFCModel
import RFCStorage
import ReaderCore

/// Documents that come out of the cache or over the network, and what is remembered of them.
extension Session {
  func show(_ opening: Opening) {
    var remembered = DocumentMemory()
    if let id = opening.id {
      remembered = (try? memory.load(id)) ?? remembered
      savedMemory[id] = remembered
    }
    let source = Source(
      name: opening.name, id: opening.id, document: opening.document, memory: remembered,
      standing: opening.id.flatMap { machine.standing(of: $0) })
    send(.opened(source, at: opening.anchor))
  }

  func load(_ id: DocumentID, at anchor: Anchor?) {
    download = nil
    do throws(StoreError) {
      if let bytes = try machine.store.load(id) {
        show(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
      } else {
        download = (id, try machine.store.fetch(id), anchor)
        send(.downloading(id, received: 0, expected: nil))
      }
    } catch {
      send(.failed(error.message))
    }
  }

  func advanceDownload() {
    guard let (id, job, anchor) = download else { return }
    do throws(StoreError) {
      switch try job.advance() {
      case .connecting: send(.downloading(id, received: 0, expected: nil))
      case .waitingToRetry, .notModified: break
      case .receiving(let bytes, let expected):
        send(.downloading(id, received: bytes, expected: expected))
      case .finished(let bytes):
        download = nil
        startIndexing()
        show(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
      }
    } catch {
      download = nil
      send(.failed(error.message))
    }
  }

  // MARK: What is remembered

  /// Changes the bookmarks, and tells the reader which there are now.
  func change(_ body: (BookmarkFile) throws(StoreError) -> Void) {
    do throws(StoreError) {
      try body(bookmarks)
      send(.bookmarks(try bookmarks.load()))
    } catch {
      send(.failed(error.message))
    }
  }

  func saveMemory() {
    for (id, now) in workspace.memories() { save(now, of: id) }
  }

  /// A place that cannot be kept is no reason to disturb the reading; the next run opens at the top.
  func save(_ now: DocumentMemory, of id: DocumentID) {
    guard let before = savedMemory[id], before != now else { return }
    if (try? memory.save(now, of: id, loaded: before)) != nil { savedMemory[id] = now }
  }
}
