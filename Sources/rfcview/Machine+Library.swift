import RFCModel
import RFCShelf
import ReaderCore
import StoreTerms
import Unix
import UserFiles

extension Machine {
  /// Every RFC of the catalogue, which is asked for first where there is none.
  ///
  /// - Returns: no rows and why, where it could not be had: what is in the cache can be read without.
  func catalogueRows() -> (rows: [CatalogueRow], problem: Failure?) {
    do throws(Failure) {
      return (try asking { (catalogue) throws(StoreError) in try catalogue.rows() }, nil)
    } catch {
      // Whoever is offline knows why there is none.
      return ([], configuration.store.isOffline && (try? store.catalogue()) == nil ? nil : error)
    }
  }

  /// What the catalogue says that a reader has to know at once.
  func standing(of id: DocumentID) -> Standing? {
    guard case .rfc(let number) = id else { return nil }
    return store.standing(of: number)
  }

  /// Every RFC of the catalogue, and what else is in the cache.
  ///
  /// - Parameter known: what the catalogue lists, where it was asked already.
  func library(_ known: [CatalogueRow]? = nil) -> LibraryContents {
    let cached = (try? store.cachedDocuments()) ?? []
    var rows = known ?? []
    var note = ""
    do throws(StoreError) {
      let catalogue = try store.catalogue()
      note = self.note(try catalogue?.age())
      if known == nil { rows = try catalogue?.rows() ?? [] }
    } catch .libraryInUse {
      note = "in use by another program"
    } catch {
      note = "catalogue damaged: rfcview update"
    }
    let listed = cached.isEmpty ? [] : Set(rows.map(\.id))
    let others = cached.filter { !listed.contains($0.id) }.map { described($0) }
    if !others.isEmpty { rows = (rows + others).sorted { $0.id < $1.id } }
    return LibraryContents(rows: rows, surroundings: surroundings(cached), note: note)
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
