import RFCModel
import StoreTerms
import Unix

/// Every RFC that the catalogue lists and every document in the cache.
public struct LibraryListing: Sendable {
  /// RFCs first, ascending.
  public let rows: [CatalogueRow]
  /// Those of them that the catalogue does not list.
  let unlisted: [CatalogueRow]
  public let surroundings: CatalogueFilter.Surroundings
  public let catalogue: CatalogueState
}

/// What there is of a catalogue. The words are in ``words``.
public enum CatalogueState: Hashable, Sendable {
  case missing
  /// Made of an index that came so long ago: 0 is within the last 24 hours.
  case fetched(daysAgo: Int)
  case inUse, damaged
}

extension Desk {
  /// Everything that there is to read; a server is asked for the catalogue where there is none.
  ///
  /// - Returns: with it, why the catalogue could not be had: what is in the cache can be read without.
  public func broughtLibrary() -> (library: LibraryListing, problem: DeskError?) {
    do throws(DeskError) {
      return (library(try listed()), nil)
    } catch {
      // Whoever is offline knows why there is none.
      let isKnown = isOffline && (try? store.catalogue()) == nil
      return (library([]), isKnown ? nil : error)
    }
  }

  /// Everything that there is to read, as it is known here.
  public func library() -> LibraryListing { library(nil) }

  /// - Parameters:
  ///   - known: what the catalogue lists, where it was asked already.
  ///   - now: seconds since 1970, UTC.
  func library(_ known: [CatalogueRow]?, now: Int = Clock.wall) -> LibraryListing {
    let cached = (try? store.cachedDocuments()) ?? []
    var rows = known ?? []
    var state = CatalogueState.missing
    do throws(StoreError) {
      let catalogue = try store.catalogue()
      if let age = try catalogue?.age() { state = .fetched(daysAgo: max(0, now - age.fetched) / 86_400) }
      if known == nil { rows = try catalogue?.rows() ?? [] }
    } catch .libraryFileInUse {
      state = .inUse
    } catch {
      state = .damaged
    }
    let listed = cached.isEmpty ? [] : Set(rows.map(\.id))
    let others = cached.filter { !listed.contains($0.id) }.map { described($0) }
    if !others.isEmpty { rows = (rows + others).sorted { $0.id < $1.id } }
    return LibraryListing(
      rows: rows, unlisted: others, surroundings: surroundings(cached: cached), catalogue: state)
  }

  /// What the catalogue says of a document that a reader has to know at once. Does not wait.
  public func standing(of id: DocumentID) -> Standing? {
    id.rfc.flatMap { store.standing(of: $0) }
  }
}
