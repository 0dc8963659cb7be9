/// A list of errata in the RFC Editor's form, of RFCs that do not exist.
public enum SampleErrata {
  /// Of ``SampleText``: one in its Introduction, one that is rejected, one without a place; and one of another RFC.
  public static let json = """
    [{"errata_id":"12","doc-id":"RFC4242","errata_status_code":"Verified","errata_type_code":"Technical",
      "section":"1","orig_text":"A sender MUST NOT","correct_text":"A sender SHALL NOT","notes":"It is the same.\\r\\n",
      "submit_date":"2007-03-07","submitter_name":"A. Writer","verifier_name":"B. Reader"},
     {"errata_id":"13","doc-id":"RFC4242","errata_status_code":"Rejected","errata_type_code":"Editorial",
      "section":"2.2","orig_text":"words that nobody wrote\\u001b[31m","correct_text":"","notes":null,
      "submit_date":"2008-01-01","submitter_name":null,"verifier_name":null},
     {"errata_id":14,"doc-id":"RFC4242","errata_status_code":"Reported","errata_type_code":"Editorial",
      "section":"GLOBAL","orig_text":"","correct_text":"","notes":"More examples.","submit_date":"odd"},
     {"errata_id":"15","doc-id":"RFC4243","errata_status_code":"Held for Document Update",
      "errata_type_code":"Editorial","section":"1","orig_text":"x","correct_text":"y"}]
    """
}
