import Foundation
import RFCModel
import TestSupport
import Testing

@testable import RFCShelf

/// Published texts, with a judge that reads them by itself: Python takes away form feeds and what looks like a running
/// head or a footer, joins the lines, and knows nothing of sections.
struct FullTextJudgeTests {
  private static let words = """
    congestion handshake ciphersuite telnet octet multicast anycast checksum retransmission nonce postel arpanet imp \
    unicode mailbox ssthresh keepalive diffserv loopback newline ebcdic hexadecimal kerberos radius snmp oid mib asn der \
    yang xml json uri percent homograph punycode idna dnssec nsec3 rrsig quic http gzip chunked pipelining websocket sctp \
    dccp mpls lsp
    """
  private static let phrases = [
    "slow start", "three way handshake", "congestion window", "must not", "security considerations apply",
    "end to end",
    "time to live", "round trip time", "path mtu discovery", "public key", "message authentication code",
    "network byte order", "well known port", "domain name system", "transport layer security",
    "maximum segment size",
    "quality of service", "internet assigned numbers authority", "carriage return", "host name",
  ]

  @Test(.enabled(if: Corpus.isThere, "needs ../shared/corpus"))
  func `words and phrases are found in the documents that the judge finds them in`() throws {
    let scene = try FullTextScene()
    let names = Corpus.sample
    for name in names {
      try scene.scene.folder.write(Corpus.bytes(of: name), to: "cache/rfcview/rfc/\(name)")
    }
    #expect(try scene.index().documents == names.count)
    let queries = Self.words.split(separator: " ").map(String.init) + Self.phrases
    #expect(queries.count == 70)
    let judged = try Self.judge(queries, names)
    let fullText = try scene.fullText
    var found = 0
    for query in queries {
      let results = try fullText.search(FullTextQuery(typed: "\"\(query)\""), limit: 10_000)
      let documents = Set(results.hits.map(\.document.fileName))
      // The hits are bounded, and then the count alone is whole.
      if results.found.count == results.documents {
        #expect(documents == judged[query], "\(query)")
      } else {
        #expect(results.documents == judged[query]?.count, "\(query)")
      }
      found += results.documents
    }
    #expect(found > names.count)
    try scan(queries.enumerated().filter { $0.offset % 7 == 0 }.map(\.element), scene, judged)
  }

  /// A plain scan has to find the same.
  private func scan(_ queries: [String], _ scene: FullTextScene, _ judged: [String: Set<String>]) throws {
    for query in Corpus.isSoaking ? [] : queries {
      let scan = try scene.store.plainScan(for: FullTextQuery(typed: "\"\(query)\""))
      while scan.advance() {}
      #expect(Set(scan.results(limit: 10_000).hits.map(\.document.fileName)) == judged[query], "\(query)")
    }
  }

  private static func judge(_ queries: [String], _ names: [String]) throws -> [String: Set<String>] {
    let judge = Process()
    judge.executableURL = URL(filePath: "/usr/bin/env")
    judge.arguments =
      ["python3", "-c", program, Corpus.folder, queries.joined(separator: "|")] + names
    let pipe = Pipe()
    judge.standardOutput = pipe
    try judge.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    judge.waitUntilExit()
    try #require(judge.terminationStatus == 0)
    var judged: [String: Set<String>] = [:]
    for line in output.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      judged[fields[0]] = Set(fields[1].split(separator: " ").map(String.init))
    }
    return judged
  }

  private static let program = #"""
    import os, re, sys, unicodedata
    folder, queries, names = sys.argv[1], sys.argv[2].split("|"), sys.argv[3:]
    furniture = re.compile(
        r"^\S.*\[\s*page\s+\d+\s*\]\s*$|^\s*(RFC|Internet-Draft)\b.{20,}\b(19|20)\d\d\s*$", re.I)
    overstrike = re.compile("[^\x08\n]\x08")
    def words(text):
        text = unicodedata.normalize("NFD", text.casefold())
        return " ".join(re.findall(r"[^\W_]+", "".join(c for c in text if not unicodedata.combining(c))))
    def plain(data):
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
        while overstrike.search(text):
            text = overstrike.sub("", text)
        lines = text.replace("\f", "\n").split("\n")
        return " " + words(" ".join(line for line in lines if not furniture.match(line))) + " "
    texts = {name: plain(open(os.path.join(folder, name), "rb").read()) for name in names}
    for query in queries:
        wanted = " " + words(query) + " "
        print(query + "|" + " ".join(name for name in names if wanted in texts[name]))
    """#
}
