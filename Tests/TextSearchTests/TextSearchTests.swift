import Testing

@testable import TextSearch
