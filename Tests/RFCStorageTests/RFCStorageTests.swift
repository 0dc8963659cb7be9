import Testing

@testable import RFCStorage
