import Testing

@testable import CellGrid
