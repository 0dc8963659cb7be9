import ArgumentParser
import RFCModel
import RFCStorage

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
    let tag = refreshes ? nil : store.knownIndexTag()
    let (bytes, newTag) = try run { (store) throws(StoreError) in try store.fetchIndex(entityTag: tag) }
    do throws(StoreError) {
      guard let bytes else {
        try store.confirmIndex()
        return "The catalogue is up to date: \(try store.catalogue()?.numbers().count ?? 0) RFCs."
      }
      let (count, wasDamaged) = try store.takeIndex(bytes, entityTag: newTag)
      if wasDamaged {
        Output.error.write(
          "rfcview: The library was damaged and has been made anew; `rfcview index` indexes again.\n")
      }
      return "The catalogue has \(count) RFCs."
    } catch {
      throw Failure(error.message)
    }
  }

  /// The catalogue, asked for first where there is none.
  func catalogue() throws(Failure) -> StoredCatalogue {
    if !refreshes, let catalogue = store.catalogue() { return catalogue }
    _ = try updateCatalogue()
    guard let catalogue = store.catalogue() else {
      throw Failure("There is no catalogue. `rfcview update` asks for it.")
    }
    return catalogue
  }
}
