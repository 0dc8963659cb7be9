import RFCModel
import ReaderCore
import StoreTerms
import UserFiles

/// Documents that come out of the cache or over the network, and what is remembered of them.
extension Session {
  func show(_ opening: Opening) { send(.opened(source(of: opening), at: opening.anchor)) }

  func source(of opening: Opening) -> Source {
    var remembered = DocumentMemory()
    if let id = opening.id {
      remembered = (try? memory.load(id)) ?? remembered
      savedMemory[id] = remembered
    }
    return Source(
      name: opening.name, id: opening.id, path: opening.path, document: opening.document, memory: remembered,
      standing: opening.id.flatMap { machine.standing(of: $0) }, isGrowing: opening.isGrowing)
  }

  func openFile(by step: Int) {
    let next = files.current + step
    guard files.paths.indices.contains(next) else {
      send(.failed(step > 0 ? "There is no next file." : "There is no file before this one."))
      return
    }
    if show(file: files.paths[next]) { files.current = next }
  }

  /// - Returns: false where it cannot be read.
  @discardableResult
  func show(file path: String, at anchor: Anchor? = nil) -> Bool {
    if let incoming = IncomingText(pipe: path) {
      show(incoming)
      return true
    }
    do throws(Failure) {
      var opening = Opening(.file(path), bytes: try machine.bytes(of: .file(path)))
      opening.anchor = anchor
      show(opening)
      return true
    } catch {
      send(.failed(error.message))
      return false
    }
  }

  /// Nil where it is neither in the cache nor in memory.
  func bytes(of id: DocumentID) throws(StoreError) -> [UInt8]? {
    if let bytes = unkept.bytes(of: id) { return bytes }
    return try machine.store.load(id)
  }

  func load(_ id: DocumentID, at anchor: Anchor?) {
    download = nil
    var problem: StoreError?
    do throws(StoreError) {
      if let bytes = try bytes(of: id) {
        show(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
        return
      }
    } catch {
      if machine.configuration.store.isOffline { return send(.failed(error.message)) }
      problem = error
    }
    do throws(StoreError) {
      download = (id, try machine.store.fetch(id, mustBeKept: false), anchor, problem)
      send(.downloading(id, received: 0, expected: nil))
    } catch {
      send(.failed(error.message))
    }
  }

  func advanceDownload() {
    guard let (id, job, anchor, problem) = download else { return }
    do throws(StoreError) {
      switch try job.advance() {
      case .connecting: send(.downloading(id, received: 0, expected: nil))
      case .waitingToRetry, .notModified: break
      case .receiving(let bytes, let expected):
        send(.downloading(id, received: bytes, expected: expected))
      case .finished(let bytes):
        download = nil
        unkept.take(id, bytes, job.notices)
        if job.isKept { startIndexing() }
        show(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
        say([problem?.whenReplaced].compactMap(\.self) + job.notices)
      }
    } catch {
      download = nil
      send(.failed(error.message))
    }
  }

  /// In one line. That something cannot be kept is said of the first document alone.
  func say(_ notices: [StoreError]) {
    var lines: [String] = []
    for notice in notices {
      if notice.isNotKept {
        if hasSaidWhatIsNotKept { continue }
        hasSaidWhatIsNotKept = true
      }
      lines.append(notice.message)
    }
    if !lines.isEmpty { send(.warning(lines.joined(separator: " "))) }
  }

  // MARK: What is remembered

  /// Changes the bookmarks, and tells the reader which there are now.
  func change(_ body: (BookmarkFile) throws(StoreError) -> Void) {
    do throws(StoreError) {
      try body(bookmarks)
      send(.bookmarks(try bookmarks.load()))
    } catch {
      send(.warning(error.message))
    }
  }

  func saveMemory() {
    for (id, now) in workspace.memories() { save(now, of: id) }
  }

  /// A place that cannot be kept is no reason to disturb the reading more than once; the next run opens at the top.
  func save(_ now: DocumentMemory, of id: DocumentID) {
    guard let before = savedMemory[id], before != now else { return }
    do throws(StoreError) {
      try memory.save(now, of: id, loaded: before)
      savedMemory[id] = now
    } catch {
      if hasSaidWhatIsNotKept { return }
      hasSaidWhatIsNotKept = true
      let words = "Your place is not kept. " + error.message
      partingWords = words
      send(.warning(words))
    }
  }
}
