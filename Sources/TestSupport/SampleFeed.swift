/// An index of RFCs in the RFC Editor's form, of RFCs that do not exist.
public enum SampleFeed {
  /// RFC 4241, which RFC 4242 (BCP 7) obsoletes and RFC 4243 updates; RFC 4244 was never issued. Element names have
  /// prefixes, and there are elements and words that no index had so far.
  public static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <i:rfc-index xmlns:i="https://rfc.example/a-later-namespace">
      <i:bcp-entry><i:doc-id>BCP0007</i:doc-id><i:is-also><i:doc-id>RFC4242</i:doc-id></i:is-also></i:bcp-entry>
      <bcp-entry><doc-id>BCP0008</doc-id></bcp-entry>
      <std-entry><doc-id>STD0009</doc-id><title>Two Texts</title>
        <is-also><doc-id>RFC4242</doc-id><doc-id>RFC4243</doc-id></is-also></std-entry>
      <rfc-not-issued-entry><doc-id>RFC4244</doc-id></rfc-not-issued-entry>
      <rfc-entry>
        <doc-id>RFC4241</doc-id>
        <title>The  First &amp; Oldest
          Protocol</title>
        <author><name>A. Writer</name></author>
        <author><name>B. Reader</name><title>Editor</title></author>
        <date><month>April</month><day>1</day><year>2005</year></date>
        <format><file-format>TXT</file-format></format>
        <page-count>12</page-count>
        <keywords><kw>[first|p]</kw><kw>old</kw><kw>[--------|h]</kw></keywords>
        <abstract><p>What it was <b>made</b> for.</p><p>And why.</p></abstract>
        <obsoletes><doc-id>RFC0042</doc-id><doc-id>IEN12</doc-id></obsoletes>
        <obsoleted-by><doc-id>RFC4242</doc-id></obsoleted-by>
        <updated-by><doc-id>RFC4243</doc-id></updated-by>
        <draft>draft-writer-first-03</draft>
        <current-status>HISTORIC</current-status>
        <publication-status>PROPOSED STANDARD</publication-status>
        <stream>IETF</stream>
        <area>gen</area>
        <wg_acronym>first</wg_acronym>
        <errata-url>https://rfc.example/errata/rfc4241</errata-url>
        <doi>10.17487/RFC4241</doi>
        <mood>cheerful<deep><deeper/></deep></mood>
      </rfc-entry>
      <rfc-entry>
        <doc-id>RFC4242</doc-id>
        <title>A Sample Protocol</title>
        <author><name>A. Writer</name></author>
        <date><month>February</month><year>2006</year></date>
        <page-count>3</page-count>
        <is-also><doc-id>BCP0007</doc-id></is-also>
        <obsoletes><doc-id>RFC4241</doc-id></obsoletes>
        <current-status>BEST CURRENT PRACTICE</current-status>
        <publication-status>BEST CURRENT PRACTICE</publication-status>
        <stream>IAB</stream>
      </rfc-entry>
      <rfc-entry>
        <doc-id>RFC4243</doc-id>
        <title>More of the Protocol</title>
        <date><month>Brumaire</month><year>2006</year></date>
        <page-count>many</page-count>
        <updates><doc-id>RFC4241</doc-id></updates>
        <current-status>SPLENDID</current-status>
      </rfc-entry>
      <rfc-entry><doc-id>XYZ1</doc-id><title>No RFC</title></rfc-entry>
      <rfc-entry><title>Without a number</title></rfc-entry>
      <later-entry><doc-id>RFC9999</doc-id></later-entry>
    </i:rfc-index>

    """

  /// An index of so many RFCs, 1 and up.
  public static func xml(of count: Int) -> String {
    var xml = "<rfc-index>\n"
    for number in 1...count {
      xml += """
        <rfc-entry><doc-id>RFC\(number)</doc-id><title>Text \(number) of many</title>\
        <author><name>A. Writer</name></author><date><month>May</month><year>\(1970 + number / 250)</year></date>\
        <current-status>INFORMATIONAL</current-status></rfc-entry>

        """
    }
    return xml + "</rfc-index>\n"
  }
}
