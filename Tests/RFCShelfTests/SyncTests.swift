import CLibrary
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf
@testable import RFCTransfer
@testable import StoreTerms

@Test(arguments: [1, 6])
func `a sync brings everything and asks for each text once`(_ jobs: Int) throws {
  let numbers = sampleNumbers(60)
  let server = try seriesServer(numbers)
  let scene = try Scene(mirror: server.url)
  var seen: [SyncProgress] = []
  let outcome = try scene.sync(numbers, jobs: jobs) { seen.append($0) }
  #expect(outcome.end == nil && outcome.failures.isEmpty && outcome.notices.isEmpty)
  #expect(outcome.progress.arrived == 60)
  #expect(outcome.progress.bytes == numbers.reduce(0) { $0 + sampleText($1.value).count })
  #expect(seen.allSatisfy { $0.wanted == 60 && $0.arrived <= 60 })
  #expect(scene.holds(exactly: numbers))
  #expect(server.requests.map(\.path).sorted() == numbers.map { "/rfc/rfc\($0).txt" }.sorted())
  #expect(server.requests.allSatisfy { $0.headers["user-agent"]?.hasPrefix("rfcview/") ?? false })
  #expect(try scene.store.lacking(numbers).isEmpty)
}

struct SyncFault: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let every: Int
  let change: @Sendable (inout LoopbackServer.Response) -> Void

  static let all: [SyncFault] = [
    SyncFault(testDescription: "503", every: 7) { $0 = .init(status: 503) },
    SyncFault(testDescription: "429", every: 3) { $0 = .init(status: 429) },
    SyncFault(testDescription: "429 with Retry-After", every: 3) {
      $0 = .init(status: 429, headers: [("Retry-After", "0")])
    },
    SyncFault(testDescription: "403", every: 5) { $0 = .init(status: 403) },
    SyncFault(testDescription: "truncate", every: 5) { $0.fault = .truncate },
    SyncFault(testDescription: "reset", every: 5) { $0.fault = .reset },
    SyncFault(testDescription: "close", every: 4) { $0.fault = .close },
    SyncFault(testDescription: "chunkedCut", every: 4) { $0.fault = .chunkedCut },
    SyncFault(testDescription: "noLengthCut", every: 6) { $0.fault = .noLengthCut },
    SyncFault(testDescription: "empty", every: 6) { $0.body = [] },
    SyncFault(testDescription: "html", every: 3) {
      $0 = .init(type: "text/html", body: Array("<html></html>\n".utf8))
    },
  ]
}

@Test(arguments: SyncFault.all)
func `what a server does wrong now and then is made good`(_ fault: SyncFault) throws {
  let numbers = sampleNumbers(50)
  let server = try seriesServer(numbers) { index, response in
    if index % fault.every == 0 { fault.change(&response) }
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.end == nil)
  #expect(outcome.failures.map(\.message) == [])
  #expect(scene.holds(exactly: numbers))
}

@Test func `texts that cannot be had are named, and the others come`() throws {
  let numbers = sampleNumbers(30)
  let server = try seriesServer(Array(numbers.dropFirst(2).dropLast(3)))
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.end == nil)
  #expect(outcome.progress.arrived == 25 && outcome.progress.failed == 5)
  #expect(outcome.failures.compactMap(\.transferFailure) == Array(repeating: .notFound, count: 5))
  let host = server.url.dropFirst(7)
  let messages = outcome.failures.map(\.message)
  #expect(
    messages.contains {
      $0.hasPrefix("RFC 4201: \(host) does not have it (404) at \(server.url)/rfc/rfc4201.txt.")
    })
  #expect(server.requests.count == 30)
}

@Test func `of a series that is not there the first ten are named and the rest counted`() throws {
  let numbers = sampleNumbers(300)
  let server = try seriesServer(Array(numbers.suffix(1)))
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.end == nil && outcome.progress.failed == 299 && outcome.failures.count == 10)
  #expect(scene.holds(exactly: Array(numbers.suffix(1))))
}

@Test(arguments: [503, 429, 403])
func `a text that is always refused is asked for three times`(_ status: Int) throws {
  let numbers = sampleNumbers(20)
  let server = try LoopbackServer { _, request in
    guard !request.path.contains("4210") else { return .init(status: status) }
    let number = request.path.dropFirst(8).dropLast(4)
    return .init(body: sampleText(Int(number) ?? 0))
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.progress.arrived == 19 && outcome.progress.failed == 1)
  #expect(outcome.failures.first?.message.hasPrefix("RFC 4210: ") ?? false)
  #expect(server.requests.filter { $0.path.contains("4210") }.count <= 3)
}

@Test(arguments: [503, 429, 403])
func `a server that has nothing but trouble is left alone soon`(_ status: Int) throws {
  let server = try LoopbackServer { _, _ in .init(status: status) }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(sampleNumbers(600))
  #expect(outcome.end?.transferFailure != nil)
  #expect(outcome.progress.arrived == 0)
  #expect(server.requests.count < 400)
  #expect(scene.cached == [])
}

@Test(arguments: [LoopbackServer.Response.Fault.close, .truncate])
func `a server that never brings an answer to its end is left alone soon`(
  _ fault: LoopbackServer.Response.Fault
) throws {
  let server = try LoopbackServer { _, _ in .fault(fault, sampleText(4201)) }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(sampleNumbers(900))
  #expect(outcome.end?.transferFailure != nil)
  #expect(server.requests.count < 300)
}

@Test func `a proxy that wants a password ends it at once`() throws {
  let server = try LoopbackServer { _, _ in .init(status: 407) }
  var scene = try Scene(mirror: "http://name.invalid")
  scene.environment["http_proxy"] = server.url
  let outcome = try scene.sync(sampleNumbers(900))
  #expect(outcome.end?.transferFailure == .proxyRefused(status: 407))
  #expect(outcome.progress.failed == 0)
}

@Test func `a pause of more than a minute is left to people`() throws {
  let numbers = sampleNumbers(300)
  let server = try seriesServer(numbers) { index, response in
    if index == 20 { response = .init(status: 429, headers: [("Retry-After", "90")]) }
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.end?.transferFailure == .askedToWait(status: 429, seconds: 90))
  #expect(outcome.progress.arrived >= 19)
  #expect(server.requests.count < 300)
}

@Test func `a portal that answers everything with its own page ends it`() throws {
  let server = try LoopbackServer { _, _ in
    .init(type: "text/html", body: Array("<html><body>Sign in.</body></html>\n".utf8))
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(sampleNumbers(600))
  #expect(outcome.end?.transferFailure == .html)
  #expect(server.requests.count < 300)
  #expect(scene.cached == [])
}

@Test func `one text that is another is refused`() throws {
  let numbers = sampleNumbers(12)
  let server = try seriesServer(numbers) { index, response in
    if index == 5 { response.body = sampleText(8446) }
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers, jobs: 1)
  #expect(outcome.failures.compactMap(\.transferFailure) == [.wrongDocument(found: .rfc(8446))])
  #expect(scene.cached.count == 11)
}

@Test func `a body without an end is stopped at 32 MiB`() throws {
  let numbers = sampleNumbers(8)
  let server = try seriesServer(numbers) { index, response in
    if index == 3 { response = .fault(.huge) }
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.failures.compactMap(\.transferFailure) == [.tooLarge(limit: 32 << 20)])
  #expect(outcome.progress.arrived == 7)
  #expect(scene.cached.count == 7)
}

@Test func `a text that stalls is named, and keeps no other from coming`() throws {
  let numbers = sampleNumbers(8)
  let server = try LoopbackServer { _, request in
    guard !request.path.contains("4203") else { return .fault(.stall, sampleText(4203)) }
    return .init(body: sampleText(Int(request.path.dropFirst(8).dropLast(4)) ?? 0))
  }
  var scene = try Scene(mirror: server.url)
  scene.settings.timeout = IdleTimeout(milliseconds: 300)
  let outcome = try scene.sync(numbers)
  #expect(outcome.progress.arrived == 7)
  guard case .stalled? = outcome.failures.first?.transferFailure else {
    Issue.record("\(outcome.failures)")
    return
  }
}

@Test func `no connection is told once`() throws {
  let scene = try Scene(mirror: try refusedURL(.ipv4))
  let outcome = try scene.sync(sampleNumbers(200))
  #expect(outcome.end?.transferFailure == .refused)
  #expect(outcome.failures.isEmpty && outcome.progress.failed == 0)
  #expect(scene.cached == [])
}

// MARK: Redirects

@Test func `a server that has moved is asked at its new place, after one redirect`() throws {
  let numbers = sampleNumbers(30)
  let server = try LoopbackServer { _, request in
    guard request.path.hasPrefix("/new/") else { return .redirect(301, to: "/new" + request.path) }
    return .init(body: sampleText(Int(request.path.dropFirst(12).dropLast(4)) ?? 0))
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers)
  #expect(outcome.end == nil && outcome.failures.isEmpty)
  #expect(scene.holds(exactly: numbers))
  // All of the first batch, one more to find the new place, and then each there.
  #expect(server.requests.count == 30 + 1 + 30)
}

@Test(arguments: ["ftp://127.0.0.1/x", "file:///etc/passwd", "gopher://x/"])
func `nothing but HTTP is followed to`(_ target: String) throws {
  let numbers = sampleNumbers(6)
  let server = try seriesServer(numbers) { index, response in
    if index % 2 == 0, index < 7 { response = .redirect(to: target) }
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(numbers, jobs: 1)
  #expect(outcome.progress.arrived + outcome.progress.failed == 6)
  #expect(
    outcome.failures.compactMap(\.transferFailure).allSatisfy { $0 == .redirectForbidden(to: target) })
}

@Test func `redirects of single texts are followed one by one, and circles are not`() throws {
  let server = try LoopbackServer { _, request in
    switch request.path {
    case "/rfc/rfc4202.txt": return .redirect(to: "/elsewhere")
    case "/elsewhere": return .init(body: sampleText(4202))
    case "/rfc/rfc4203.txt": return .redirect(to: "/rfc/rfc4203.txt")
    default: return .init(body: sampleText(Int(request.path.dropFirst(8).dropLast(4)) ?? 0))
    }
  }
  let scene = try Scene(mirror: server.url)
  let outcome = try scene.sync(sampleNumbers(5))
  #expect(outcome.progress.arrived == 4)
  guard case .redirectLoop? = outcome.failures.first?.transferFailure else {
    Issue.record("\(outcome.failures)")
    return
  }
}

// MARK: Runs that end early, and runs beside each other

@Test func `an interrupted sync keeps what has arrived, and the next one brings the rest`() throws {
  let numbers = sampleNumbers(60)
  let server = try seriesServer(numbers)
  let scene = try Scene(mirror: server.url)
  var pipes: [Int32] = [-1, -1]
  try #require(pipe(&pipes) == 0)
  defer { for end in pipes { close(end) } }
  let outcome = try scene.sync(numbers, jobs: 1, interrupt: pipes[0]) { progress in
    if progress.arrived > 3 { write(pipes[1], "x", 1) }
  }
  #expect(outcome.end == nil)
  #expect(scene.cached.count == outcome.progress.arrived)
  #expect(scene.cached.allSatisfy { $0.hasPrefix("rfc") })
  let before = server.requests.count
  let rest = try scene.store.lacking(numbers)
  #expect(outcome.isInterrupted == !rest.isEmpty)
  #expect(try scene.sync(rest).end == nil)
  #expect(scene.holds(exactly: numbers))
  #expect(server.requests.count == before + rest.count)
}

@Test func `one sync at a time, and readers do not wait`() throws {
  let numbers = sampleNumbers(5)
  let server = try seriesServer(numbers)
  let scene = try Scene(mirror: server.url)
  var second: StoreError?
  var loaded = 0
  let outcome = try scene.sync(numbers) { progress in
    second = failure { () throws(StoreError) in
      _ = try (try? scene.store)?.sync(jobs: 1, interrupt: nil) { _ in }
    }
    if progress.arrived == 5 { loaded = (try? scene.store.load(.rfc(numbers[0]))?.count) ?? 0 }
  }
  #expect(outcome.progress.arrived == 5)
  #expect(second == .libraryFileBusy)
  #expect(loaded == sampleText(4201).count)
  // The right goes with its owner.
  #expect(try scene.sync([]).end == nil)
}

@Test func `what dead runs left is swept, and nothing of it enters the cache`() throws {
  let numbers = sampleNumbers(3)
  let server = try seriesServer(numbers)
  let scene = try Scene(mirror: server.url)
  try scene.folder.write("half".utf8, to: "cache/rfcview/rfc/.sync.abcdef/rfc4201.txt.part")
  try scene.folder.write("half".utf8, to: "cache/rfcview/rfc/.sync.abcdef/rfc4202.txt")
  try scene.folder.write("half".utf8, to: "cache/rfcview/rfc/.rfc4203.txt.abcdef.part")
  #expect(try scene.sync(numbers).progress.arrived == 3)
  #expect(scene.holds(exactly: numbers))
}

@Test(.enabled(if: access("/proc/sys/kernel/random/boot_id", R_OK) == 0, "only Linux tells its starts apart"))
func `what a killed run had brought and not taken in is taken in by the next`() throws {
  let numbers = sampleNumbers(6)
  let server = try seriesServer(numbers)
  let scene = try Scene(mirror: server.url)
  let left = "cache/rfcview/rfc/.sync.abcdef"
  var boot = [UInt8](repeating: 0, count: 64)
  let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY)
  boot = Array(boot[..<max(0, read(file, &boot, boot.count))])
  close(file)
  try scene.folder.write(boot, to: left + "/boot")
  // 4201 is whole, says curl; 4202 is another text, 4203 failed, nothing was said of 4204; rsync had named 4205.
  try scene.folder.write(sampleText(4201), to: left + "/rfc4201.txt.part")
  try scene.folder.write(sampleText(8446), to: left + "/rfc4202.txt.part")
  try scene.folder.write(sampleText(4203), to: left + "/rfc4203.txt.part")
  try scene.folder.write(sampleText(4204), to: left + "/rfc4204.txt.part")
  try scene.folder.write(sampleText(4205), to: left + "/rfc4205.txt")
  let answers = [(4201, 0), (4202, 0), (4203, 18)].map { number, exit in
    "\nrfcview: http://h/rfc/rfc\(number).txt\n\(exit)\nHTTP/1.1 200\ntext/plain\n\n\n\n\n"
  }
  try scene.folder.write(answers.joined().utf8, to: left + "/answers")
  let outcome = try scene.sync(numbers)
  #expect(outcome.progress.arrived == 6 && outcome.failures.isEmpty)
  #expect(scene.holds(exactly: numbers))
  #expect(server.requests.map(\.path).sorted() == [4202, 4203, 4204, 4206].map { "/rfc/rfc\($0).txt" })
}

@Test func `a curl that ends without a word is not asked for ever`() throws {
  var scene = try Scene(mirror: "http://name.invalid")
  try scene.replaceCurl(by: "exit 2")
  let outcome = try scene.sync(sampleNumbers(300))
  #expect(outcome.end?.transferFailure == .curl(status: 2, reason: ""))
  #expect(outcome.progress.failed < 10)
}

// MARK: What is known before anything is asked

@Test func `offline and without curl one error says so`() throws {
  var scene = try Scene(mirror: "http://name.invalid")
  scene.settings.isOffline = true
  #expect(failure { () throws(StoreError) in try scene.startSync() } == .offline(.series))
  scene.settings.isOffline = false
  scene.environment["PATH"] = "/nowhere"
  #expect(failure { () throws(StoreError) in try scene.startSync() } == .curlMissing(.series))
}

@Test func `a folder that takes no files ends it at once`() throws {
  let scene = try Scene(mirror: "http://name.invalid")
  let path = try scene.folder.write("".utf8, to: "cache/rfcview/rfc")
  #expect(
    failure { () throws(StoreError) in try scene.startSync() } == .cannotWrite(path: path, .notAFolder))
}

@Test(.enabled(if: getuid() == 0, "only root mounts a small file system"))
func `a full disk ends it at once, and what has arrived stays`() throws {
  let numbers = sampleNumbers(60)
  let server = try seriesServer(numbers)
  let scene = try Scene(mirror: server.url)
  try scene.folder.write("".utf8, to: "cache/x")
  let mountPoint = "\(scene.folder.path)/cache"
  guard runProgram("/bin/mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", mountPoint) else { return }
  defer { _ = runProgram("/bin/umount", mountPoint) }
  let outcome = try scene.sync(numbers)
  guard case .cannotWrite(_, .diskFull)? = outcome.end else {
    Issue.record("\(String(describing: outcome.end))")
    return
  }
  #expect(outcome.progress.failed == 0)
  #expect(scene.cached.allSatisfy { $0.hasPrefix("rfc") && $0.hasSuffix(".txt") })
}

@Test func `numbers without a text are not asked for`() throws {
  let scene = try Scene()
  try scene.folder.write(sampleText(7), to: "cache/rfcview/rfc/rfc7.txt")
  let numbers = (6...10).compactMap { RFCNumber($0) }
  // RFC 8 and 9 are PDF only.
  #expect(try scene.store.lacking(numbers).map(\.value) == [6, 10])
}

extension Scene {
  func startSync() throws(StoreError) {
    guard let store = try? store else { return }
    _ = try store.sync(jobs: 1, interrupt: nil) { _ in }
  }
}

// MARK: What curl says

@Test func `the answers of a batch are read as curl prints them, and nothing counterfeits one`() {
  var reader = BatchAnswer.Reader()
  var answers: [BatchAnswer] = []
  let lines = [
    "* Connected", "", "rfcview: http://h/rfc/rfc1.txt", "0", "HTTP/1.1 429", "text/plain", "", "gzip", "",
    "7",
    "< rfcview: http://h/rfc/rfc9.txt", "", "rfcview: http://h/rfc/rfc2.txt", "7", "HTTP/0 000", "", "", "",
    "", "",
    "0", "rfcview: http://h/rfc/rfc3.txt", "0", "HTTP/2 200", "rfcview: http://h/rfc/rfc4.txt", "12", "", "",
    "",
  ]
  for line in lines { if let answer = reader.accept(line) { answers.append(answer) } }
  #expect(answers.map(\.url) == (1...3).map { "http://h/rfc/rfc\($0).txt" })
  #expect(answers.map(\.verdict) == [.busy(.tooManyRequests), .trouble, .arrived])
  #expect(answers.first?.head?.retryAfter == "7")
  #expect(answers.first?.head?.contentLength == nil)
}

@Test func `a busy server is asked for less, and for all again when it has recovered`() {
  var pace = SyncPace(jobs: 6)
  let policy = RetryPolicy()
  #expect(pace.jobs == 6 && pace.batchSize == 240)
  let busy = (failure: TransferFailure.tooManyRequests, retryAfter: nil as String?)
  #expect(pace.note(busy: busy, arrived: 30, policy: policy, now: 0) == .retry(milliseconds: 1000))
  #expect(pace.jobs == 3 && pace.batchSize == 48)
  // What brings something is not counted as a try that failed.
  for _ in 0..<9 {
    #expect(pace.note(busy: busy, arrived: 1, policy: policy, now: 0) == .retry(milliseconds: 1000))
  }
  #expect(pace.jobs == 1)
  for _ in 0..<4 { #expect(pace.note(busy: nil, arrived: 48, policy: policy, now: 0) == nil) }
  #expect(pace.jobs == 6 && pace.batchSize == 240)
  #expect(pace.note(busy: busy, arrived: 0, policy: policy, now: 0) == .retry(milliseconds: 1000))
  #expect(pace.note(busy: busy, arrived: 0, policy: policy, now: 0) == .retry(milliseconds: 2000))
  #expect(pace.note(busy: busy, arrived: 0, policy: policy, now: 0) == .giveUp)
  let asked = (failure: TransferFailure.serverError(status: 503), retryAfter: "30" as String?)
  #expect(pace.note(busy: asked, arrived: 9, policy: policy, now: 0) == .retry(milliseconds: 30_000))
}
