import RFCModel
import Testing

/// The keywords of the index.
@Suite struct KeywordTests {
  @Test(arguments: [
    (["[HTTP|d]"], ["HTTP"]), (["[SMTP]", "mail"], ["SMTP", "mail"]), (["[--------]"], []),
    (["[--------|p]", "TCP/IP"], ["TCP/IP"]), (["[---------|p]"], []), (["]--------]"], []),
    (["[--------p]"], []), (["[--------|p}"], []), (["[PKICMP|p] security"], ["PKICMP", "security"]),
    (["[--------]. Multicast"], ["Multicast"]), (["[--------] x.509"], ["x.509"]),
    (["ICMPv6-MIB|"], ["ICMPv6-MIB"]), (["[C++-X/Y|e]"], ["C++-X/Y"]),
    (["[DHCP|d]", "DHCP"], ["DHCP"]), (["", "[", "[]", "[|", "|"], []),
    (["a [b] c"], ["a [b] c"]), (["internet protocol"], ["internet protocol"]),
  ])
  func `they are read as people write them`(_ listed: [String], _ read: [String]) {
    #expect(CatalogueEntry.keywords(listed: listed).filter { !$0.isEmpty } == read)
  }
}
