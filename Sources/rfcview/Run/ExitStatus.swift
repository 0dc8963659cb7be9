/// Exit statuses. 130 (^C) and the other signals are the shell's: the signal itself ends the program.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let usage: Int32 = 2
}
