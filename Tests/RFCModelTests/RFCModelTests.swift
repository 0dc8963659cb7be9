import Testing

@testable import RFCModel
