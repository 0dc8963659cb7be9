import ArgumentParser

@main struct RFCView: ParsableCommand {}
