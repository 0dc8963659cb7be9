import RFCDesk
import RFCModel
import ReaderCore
import StoreTerms
import UserFiles

/// Documents that come out of the cache or over the network, and what is remembered of them.
extension Session {
  func show(_ opening: Opening, beside isBeside: Bool = false) {
    let source = source(of: opening)
    send(isBeside ? .openedBeside(source) : .opened(source, at: opening.anchor))
  }

  func source(of opening: Opening) -> Source {
    var remembered = DocumentMemory()
    if let id = opening.id {
      remembered = (try? memory.load(id)) ?? remembered
      savedMemory[id] = remembered
    }
    return Source(
      name: opening.name, id: opening.id, path: opening.path,
      subject: opening.path.flatMap { Bookmark.Subject(path: $0.fromRoot) }, document: opening.document,
      memory: remembered,
      standing: opening.id.flatMap { desk.standing(of: $0) }, isGrowing: opening.isGrowing)
  }

  /// A file, which comes behind the one opened last, as in less; beside what is read it is none of the row.
  func openFile(_ typed: String, beside isBeside: Bool) {
    let path = typed.inHome(machine.environment["HOME"])
    guard show(file: path, beside: isBeside), !isBeside else { return }
    if let index = files.paths.firstIndex(of: path) {
      files.current = index
    } else {
      files.current = min(files.current + 1, files.paths.count)
      files.paths.insert(path, at: files.current)
    }
  }

  func openFile(by step: Int) {
    let next = files.current + step
    guard files.paths.indices.contains(next) else {
      send(.warning(step > 0 ? "There is no next file." : "There is no previous file."))
      return
    }
    if show(file: files.paths[next]) { files.current = next }
  }

  /// - Returns: false where it cannot be read.
  @discardableResult
  func show(file path: String, at anchor: Anchor? = nil, beside isBeside: Bool = false) -> Bool {
    if let incoming = IncomingText(pipe: path) {
      show(incoming, beside: isBeside)
      return true
    }
    do throws(DeskError) {
      var opening = Opening(.file(path), bytes: try desk.bytes(of: .file(path)))
      opening.anchor = anchor
      show(opening, beside: isBeside)
      return true
    } catch {
      send(.failed(error.message))
      return false
    }
  }

  /// Nil where it is neither in the cache nor in memory.
  func bytes(of id: DocumentID) throws(DeskError) -> [UInt8]? {
    if let bytes = unkept.bytes(of: id) { return bytes }
    return try desk.cachedBytes(of: id)
  }

  func load(_ id: DocumentID, at anchor: Anchor?) {
    download = nil
    var problem: StoreError?
    do throws(DeskError) {
      if let bytes = try bytes(of: id) {
        show(Opening(name: "\(id)", id: id, bytes: bytes, anchor: anchor))
        return
      }
    } catch {
      guard case .store(let reason) = error, !machine.configuration.store.isOffline else {
        return send(.failed(error.message))
      }
      problem = reason
    }
    do throws(DeskError) {
      download = (id, try desk.startDownload(of: id), anchor, problem, asker)
      send(.downloading(id, received: 0, expected: nil))
    } catch {
      send(.failed(error.message))
    }
  }

  func advanceDownload() {
    guard let asker = download?.asker else { return advance() }
    answering(asker) { advance() }
  }

  private func advance() {
    guard let (id, job, anchor, problem, _) = download else { return }
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
  func tellBookmarks(after change: (Desk) throws(DeskError) -> Void = { _ in }) {
    do throws(DeskError) {
      try change(desk)
      send(.bookmarks(try desk.bookmarks()))
    } catch {
      send(.warning(error.message))
    }
  }

  /// Asks for what is kept of a text's requirements, or changes it, and tells the reader: what it shows is on the disk.
  func tellChecklist(of subject: Bookmark.Subject, _ ask: (Desk) throws(DeskError) -> [ChecklistEntry]) {
    do throws(DeskError) {
      send(.checklist(try ask(desk), of: subject))
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
      let words = "Your place was not saved. " + error.message
      partingWords = words
      send(.warning(words))
    }
  }
}
