import CLibrary
import CellGrid
import RFCDesk
import RFCFormats
import RFCModel
import Unix

/// A text that comes out of a pipe while it is read.
///
/// What has come is laid out again when it has doubled, when nothing more comes for a moment, and in the end; seldom
/// where it is long, so that it costs a part of the time whatever the producer does.
final class IncomingText {
  /// Of what comes at a time. Bytes.
  private static let chunk = 1 << 16
  /// So much may come before keys are looked at again. Bytes.
  private static let turn = 1 << 20
  /// So many bytes are laid out again in a millisecond, on the average, and not before so many milliseconds are over.
  private static let pace = 4096
  private static let pause = 100
  /// Milliseconds.
  private static let moment = 20

  let name: String
  /// To be polled for reading.
  let descriptor: Int32
  private var bytes: [UInt8] = []
  /// What the reader was given last: bytes, and when. Milliseconds.
  private var given = (count: 0, at: 0)
  /// Nothing more is read.
  private(set) var isOver = false
  /// Why it ended before its time, in a sentence.
  private(set) var problem: String?

  var isEmpty: Bool { bytes.isEmpty }

  /// - Parameter descriptor: closed in the end.
  init(_ descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit { close(descriptor) }

  /// Standard input, in whose place nothing is left to be read: a producer that is no longer listened to is to learn that.
  ///
  /// - Returns: nil where there is none.
  static func standardInput() -> IncomingText? {
    let descriptor = fcntl(0, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0 else { return nil }
    let nothing = open("/dev/null", O_RDONLY)
    if nothing > 0 {
      dup2(nothing, 0)
      close(nothing)
    }
    return IncomingText(descriptor, named: "Standard input")
  }

  /// A pipe that has a name, as `<(command)` of a shell gives it. Nobody needs to be writing yet.
  ///
  /// - Returns: nil for what is none, or cannot be opened.
  convenience init?(pipe path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    self.init(descriptor, named: path.fileName)
  }

  /// Waits for the beginning, and a moment for what comes right behind it: most producers are over by then, and the first
  /// screen shows it all.
  func begin() {
    guard isReadable(descriptor, within: -1) else { return }
    read()
    let end = Clock.milliseconds + Self.moment
    while !isOver, bytes.count < Self.turn,
      isReadable(descriptor, within: Int32(max(0, end - Clock.milliseconds)))
    {
      read()
    }
  }

  /// All of it, once it is over: for where there is no screen to show it on.
  func wholeText() -> [UInt8] {
    while !isOver, isReadable(descriptor, within: -1) { read() }
    return bytes
  }

  /// Takes what there is, once ``descriptor`` is readable.
  func advance() {
    let start = bytes.count
    while !isOver, bytes.count - start < Self.turn, isReadable(descriptor, within: 0) { read() }
  }

  /// When the reader is to be given what has come, in milliseconds of the clock that only goes forward; nil where it has
  /// it all.
  var due: Int? {
    if isOver { return 0 }
    guard bytes.count > given.count else { return nil }
    return bytes.count >= 2 * given.count ? 0 : given.at + max(Self.pause, bytes.count / Self.pace)
  }

  /// What has come so far.
  func document(at now: Int) -> Document {
    given = (bytes.count, now)
    let half = isOver ? 0 : halfCharacter
    return TextDecoder.document(from: half == 0 ? bytes : Array(bytes.dropLast(half)))
  }

  /// Waits for no more.
  func stop() { isOver = true }

  /// Bytes at the end that may be the beginning of a character: taken for a text of another encoding, they would change
  /// all of it. Source: RFC 3629, section 3.
  private var halfCharacter: Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }

  private func read() {
    switch bytes.append(readFrom: descriptor, limit: Self.chunk) {
    case .bytes, .nothingYet: break
    case .end: isOver = true
    case .failed(let code):
      isOver = true
      problem = "\(name): \(String(cString: strerror(code)))."
    }
    if bytes.count > FileText.limit {
      isOver = true
      problem = "\(name) is larger than 256 MiB; the rest is not read."
    }
  }
}

extension String {
  /// The last part of a path, as the title shows it.
  var fileName: String { (split(separator: "/").last ?? "").printable(limit: 200) }
}
