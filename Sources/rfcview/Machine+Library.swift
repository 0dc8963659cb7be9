import RFCModel
import RFCStorage
import ReaderCore

extension Machine {
  /// Asks for the catalogue before it is first needed.
  ///
  /// - Returns: why it could not be had: what is in the cache can be read without.
  func fetchCatalogueIfMissing() -> Failure? {
    guard store.catalogue() == nil, !configuration.isOffline else { return nil }
    do throws(Failure) {
      _ = try updateCatalogue()
      return nil
    } catch {
      return error
    }
  }

  /// What the catalogue says that a reader has to know at once.
  func standing(of id: DocumentID) -> Standing? {
    guard case .rfc(let number) = id else { return nil }
    return store.standing(of: number)
  }

  /// Every RFC of the catalogue, and what else is in the cache.
  func library() -> LibraryContents {
    let catalogue = store.catalogue()
    let cached = (try? store.cachedDocuments()) ?? []
    var rows = (try? catalogue?.rows()) ?? []
    let known = cached.isEmpty ? [] : Set(rows.map(\.id))
    let others = cached.filter { !known.contains($0.id) }.map { described($0) }
    if !others.isEmpty { rows = (rows + others).sorted { $0.id < $1.id } }
    let surroundings = surroundings(cached)
    let age = (try? catalogue?.age()).flatMap { $0 }
    return LibraryContents(rows: rows, surroundings: surroundings, note: note(age))
  }

  /// What a filter asks of the cache and of what is remembered.
  func surroundings(_ cached: [CachedDocument]? = nil) -> CatalogueFilter.Surroundings {
    let cached = cached ?? (try? store.cachedDocuments()) ?? []
    return CatalogueFilter.Surroundings(
      cached: Set(cached.map(\.id)), recent: ReadingMemory(folders: folders).documents(),
      bookmarked: Set(((try? BookmarkFile(folders: folders).load()) ?? []).map(\.document)))
  }

  private func note(_ age: StoredCatalogue.Age?) -> String {
    guard let age else { return "no catalogue: rfcview update" }
    let days = max(0, Clock.wall - age.fetched) / 86_400
    switch days {
    case 0: return "index of today"
    case 1: return "index of yesterday"
    default: return "index of \(days) days ago"
    }
  }
}
