import RFCModel
import Testing

/// The table of fields, from which both languages are read.
@Suite struct FilterFieldTests {
  @Test(arguments: FilterField.ofCatalogue)
  func `a field narrows the catalogue and the texts alike`(field: FilterField) throws {
    let filter = CatalogueFilter(typed: field.example)
    #expect(filter.terms.count == 1 && filter.words.isEmpty)
    let query = try FullTextQuery(typed: "window \(field.example)")
    #expect(query.filter == filter)
    #expect(FilterField.hint.split(separator: " ").contains("\(field.rawValue):"))
  }

  @Test func `what is no field of the catalogue is a word there`() throws {
    #expect(CatalogueFilter(typed: "in:title").words == [Array("in:title".utf8)])
    #expect(try FullTextQuery(typed: "window in:title").isInTitles)
  }

  @Test func `a value that is none is told with every field that there is`() {
    do throws(FullTextQuery.Problem) {
      _ = try FullTextQuery(typed: "window year:soon")
      Issue.record("it is no year")
    } catch {
      #expect(FilterField.allCases.allSatisfy { error.message.contains($0.example) })
    }
  }
}
