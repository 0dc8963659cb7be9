import CLibrary

/// This program under another subcommand, while the reader goes on: `rfcview update --quiet`. What it says is thrown
/// away: its status is what counts. It ends with its owner, and a download of its own with it; where the whole reader is
/// killed, with its work.
public final class BackgroundJob {
  private let child: ChildProcess
  private let output: Descriptor
  private var buffer = [UInt8](repeating: 0, count: 4096)

  /// - Parameters:
  ///   - arguments: those of the command line.
  ///   - environment: the variables of the process.
  /// - Returns: nil where the system does not start it: what it would do is done another time.
  public init?(arguments: [String], environment: [String: String]) {
    guard let program = Self.program, let ends = try? Descriptor.pair(),
      let child = try? ChildProcess(
        path: program, arguments: arguments, environment: environment.map { "\($0.key)=\($0.value)" },
        output: ends.childs, messages: ends.childs)
    else { return nil }
    self.child = child
    output = ends.ours
  }

  deinit { child.end(by: SIGTERM) }

  /// To be polled for reading.
  public var descriptor: Int32 { output.number }

  /// To be asked when ``descriptor`` is readable.
  ///
  /// - Returns: whether it has done what it was to do; nil while it is at work.
  public func result() -> Bool? {
    while true {
      switch buffer.withUnsafeMutableBytes({ output.readBytes(into: $0) }) {
      case .bytes: continue
      case .nothingYet: return nil
      case .end, .failed: return child.wait() == .status(0)
      }
    }
  }

  private static var program: String? {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    if count > 0 { return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    guard let name = CommandLine.arguments.first, name.contains("/") else { return nil }
    return name
  }
}
