import CellGrid

/// Text from outside as it may stand in a message.
func printable(_ text: some StringProtocol) -> String { text.printable(limit: 200) }

/// `26 kB`, `312 bytes`.
func decimalSize(_ bytes: Int) -> String {
  bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1000) kB"
}

/// `32 MiB`, `64 KiB`.
func binarySize(_ bytes: Int) -> String {
  bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
}

/// `90 s`, `60 min`.
func waitingTime(_ seconds: Int) -> String {
  seconds < 300 ? "\(seconds) s" : "\(seconds / 60) min"
}
