import ArgumentParser
import RFCModel
import RFCShelf
import StoreTerms

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Bring the catalogue up to date.",
    discussion: """
      Asks the server for its index of RFCs, unless it still has the one that the catalogue was made of. The reader \
      does the same in the background, at most once a day.

      Example: rfcview update
      """)

  @OptionGroup var options: SharedOptions
  @Flag(help: "Print nothing unless something goes wrong.") var quiet = false

  func run() throws {
    let machine = try Machine(options.settings)
    let words = try machine.updateCatalogue()
    if !quiet { Output.standard.write(words + "\n") }
  }
}

extension Machine {
  /// Asks the server for a newer index and takes it in.
  ///
  /// - Returns: a line that says what has come of it.
  func updateCatalogue() throws(Failure) -> String {
    let (bytes, download) = try run { (store) throws(StoreError) in
      let tag = try store.knownIndexTag()
      return try store.fetchIndex(entityTag: refreshes ? nil : tag)
    }
    do throws(StoreError) {
      guard let bytes else {
        try store.confirmIndex()
        return "The catalogue is up to date: \(try store.catalogue()?.numbers().count ?? 0) RFCs."
      }
      let (count, wasDamaged) = try store.takeIndex(bytes, entityTag: download.entityTag)
      if wasDamaged {
        Output.error.write(
          "rfcview: The library was damaged and has been made anew; `rfcview index` indexes again.\n")
      }
      return "The catalogue has \(count) RFCs."
    } catch {
      throw Failure(error.message)
    }
  }

  /// What the catalogue answers. It is asked for first where there is none, and once more where it turns out to be
  /// damaged.
  func asking<Answer>(
    _ question: (StoredCatalogue) throws(StoreError) -> Answer
  ) throws(Failure) -> Answer {
    do throws(StoreError) {
      if !refreshes, let catalogue = try store.catalogue() { return try question(catalogue) }
    } catch {
      guard case .damagedCatalogue = error, !configuration.store.isOffline else {
        throw Failure(error.message)
      }
    }
    _ = try updateCatalogue()
    return try askingKnown(question)
  }

  /// The same of the catalogue as it is here.
  func askingKnown<Answer>(
    _ question: (StoredCatalogue) throws(StoreError) -> Answer
  ) throws(Failure) -> Answer {
    do throws(StoreError) {
      if let catalogue = try store.catalogue() { return try question(catalogue) }
    } catch {
      throw Failure(error.message)
    }
    throw Failure("There is no catalogue yet. `rfcview update` fetches it.")
  }
}
