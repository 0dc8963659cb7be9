import Foundation
import TestSupport

/// The built program, run as a user runs it: in folders of its own, with nothing of the machine's settings.
struct Program {
  let home: TemporaryFolder
  var environment: [String: String]

  init(mirror: String? = nil) throws {
    home = try TemporaryFolder()
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.path,
      "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color",
    ]
    environment["RFCVIEW_MIRROR"] = mirror
  }

  /// Beside the test bundle, where the package manager puts it.
  static let path: String = {
    #if os(macOS)
      let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent()
      return (products ?? Bundle.main.bundleURL).appendingPathComponent("rfcview").path
    #else
      return Bundle.main.bundleURL.appendingPathComponent("rfcview").path
    #endif
  }()

  struct Result {
    let output: [UInt8]
    let error: String
    /// As a shell has it: 128 and the signal's number after one.
    let status: Int32

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  var cache: String { home.path + "/.cache/rfcview" }

  /// Runs the program to its end.
  func run(_ arguments: [String], input: [UInt8] = []) throws -> Result {
    try Self.run(Self.path, arguments, environment: environment, input: input)
  }

  /// Starts it and does not wait.
  func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    let folder = try TemporaryFolder()
    // Files rather than pipes: nothing can fill up and wait.
    let files = try ["input", "output", "error"].map { name in
      let url = URL(fileURLWithPath: folder.path + "/" + name)
      try Data(name == "input" ? input : []).write(to: url)
      return url
    }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let status =
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Result(
      output: [UInt8](try Data(contentsOf: files[1])),
      error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      status: status)
  }
}
