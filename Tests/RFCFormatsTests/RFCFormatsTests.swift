import Testing

@testable import RFCFormats
