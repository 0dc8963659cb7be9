import RFCDesk
import RFCFormats
import RFCModel

// Every shape that `--json` prints. The manual page describes each under JSON OUTPUT, and tests hold each byte for byte:
// one fact has one name and one form. A line counts from 1 in the published text.

extension JSONText {
  /// Entries of the catalogue, as `find` prints them.
  ///
  /// - Parameter scores: of each.
  static func found(_ entries: [CatalogueEntry], _ scores: [Double]) -> String {
    array(zip(entries, scores)) { pair, json in
      let (entry, score) = pair
      json.object {
        $0.heading(of: entry)
        $0.member("status", entry.status.rawValue)
        $0.member("stream", orNull: entry.stream)
        $0.member("obsoletedBy", entry.obsoletedBy)
        $0.member("inForce", entry.inForce.map(\.value))
        $0.member("isAlso", entry.isAlso.map(\.description))
        $0.member("score", hundredths: score)
      }
    }
  }

  /// All that is known of an RFC, as `info` prints it.
  static func information(_ information: Information, amended: [AmendingPlace] = []) -> String {
    let entry = information.entry
    var json = JSONText()
    json.object {
      $0.heading(of: entry)
      $0.member("pages", entry.pages)
      $0.member("status", entry.status.rawValue)
      $0.member("publicationStatus", entry.publicationStatus.rawValue)
      $0.member("stream", orNull: entry.stream)
      $0.member("area", orNull: entry.area)
      $0.member("workingGroup", orNull: entry.workingGroup)
      $0.member("keywords", entry.keywords)
      $0.member("abstract", entry.abstract)
      $0.member("obsoletes", entry.obsoletes)
      $0.member("obsoletedBy", entry.obsoletedBy)
      $0.member("inForce", entry.inForce.map(\.value))
      $0.member("updates", entry.updates)
      $0.member("updatedBy", entry.updatedBy)
      $0.member("amended", amended) { place, json in
        json.object {
          $0.member("section", place.section.text)
          $0.member("kind", place.kind.rawValue)
          $0.member("rfc", place.by.value)
          $0.member("place", place.place?.text)
          $0.member("line", place.line + 1)
        }
      }
      $0.member("isAlso", entry.isAlso.map(\.description))
      $0.member("doi", orNull: entry.doi)
      $0.member("draft", orNull: entry.draft)
      $0.member("errata", orNull: entry.errataURL)
      $0.member("errataCount", information.errata.all)
      $0.member("verifiedTechnical", information.errata.verifiedTechnical)
      $0.member("path", information.path)
    }
    return json.text + "\n"
  }

  /// Documents that a search has found: each with its best section and an excerpt of that.
  static func found(_ found: [(FoundDocument, Excerpt?)]) -> String {
    array(found) { pair, json in
      let (document, excerpt) = pair
      let hit = document.best
      json.object {
        $0.names(of: hit.document)
        $0.member("title", hit.title)
        $0.member("year", hit.year)
        $0.member("status", hit.status.rawValue)
        $0.member("obsoletedBy", hit.obsoletedBy.map(\.value))
        $0.member("inForce", hit.inForce.map(\.value))
        $0.place(hit.section, heading: hit.heading, line: excerpt?.line ?? hit.lines.lowerBound)
        $0.member("text", excerpt?.text)
        $0.member("marks", excerpt?.markedCharacters ?? [])
        $0.member("sections", document.sectionCount)
        $0.member("score", hundredths: document.score)
      }
    }
  }

  /// Where an RFC is cited, as `refs --to` prints it.
  static func citing(_ places: [CitingPlace]) -> String {
    array(places) { place, json in
      json.object {
        $0.names(of: place.document)
        $0.member("title", place.title)
        $0.place(place.section, heading: place.heading, line: place.line)
        $0.member("cites", place.citedSection?.text)
      }
    }
  }

  static func bookmarks(_ bookmarks: [Bookmark]) -> String {
    array(bookmarks) { bookmark, json in
      json.object {
        $0.member("document", bookmark.document?.baseName)
        $0.member("rfc", bookmark.document?.rfc?.value)
        $0.member("path", bookmark.path)
        $0.member("title", bookmark.title)
        // The place of a bookmark counts from 1 already.
        $0.place(bookmark.place.section, heading: bookmark.heading, line: bookmark.place.line - 1)
        $0.member("offset", bookmark.place.offset)
        $0.member("note", bookmark.note)
        $0.member("added", bookmark.added?.iso)
        $0.member("url", bookmark.url)
      }
    }
  }

  // MARK: The structure of one document

  static func sections(_ sections: [Section]) -> String {
    array(sections) { section, json in
      json.object {
        $0.member("number", section.number?.text)
        $0.member("title", section.title)
        $0.member("level", section.level)
        $0.member("line", section.lines.lowerBound + 1)
      }
    }
  }

  /// What a document cites.
  static func cited(_ cited: [Cited]) -> String {
    array(cited) { cited, json in
      json.object {
        $0.member("line", cited.line + 1)
        $0.member("rfc", cited.rfc?.value)
        $0.member("section", cited.sectionOfRFC?.text)
        $0.member("place", cited.place?.description)
        $0.member("text", cited.text)
        $0.member("target", cited.target)
      }
    }
  }

  static func amendments(_ amendments: [Amendment], of text: ParsedText) -> String {
    array(amendments) { amendment, json in
      json.object {
        $0.member("line", amendment.line + 1)
        $0.member("rfc", amendment.rfc.value)
        $0.member("section", amendment.section.text)
        $0.member("kind", amendment.kind.rawValue)
        $0.member("place", amendment.place?.text)
        $0.member("text", text.document.text(amendment.ranges))
      }
    }
  }

  /// Of one document or several, one after the other.
  static func requirements(_ texts: [RequirementText]) -> String {
    array(texts.flatMap { text in text.items.map { (text, $0) } }) { pair, json in
      let (text, item) = pair
      let (document, requirement) = (text.source.document, item.requirement)
      json.object {
        $0.member("document", text.subject?.document?.baseName)
        $0.member("line", requirement.map { $0.lines.lowerBound + 1 })
        $0.member("end", requirement.map(\.lines.upperBound))
        $0.member("section", requirement?.number(in: text.source.outline)?.text)
        $0.member("keywords", item.keywords.map(\.rawValue))
        $0.member("text", requirement.map { document.text($0.ranges) } ?? item.key.words)
        $0.member("subject", orNull: item.subject)
        $0.member("items", (requirement?.items ?? []).map { document.text($0) })
        $0.member("state", item.state?.rawValue)
        $0.member("note", orNull: item.note)
      }
    }
  }

  static func errata(_ errata: [LocatedErratum], in outline: Outline) -> String {
    array(errata) { located, json in
      let (erratum, place) = (located.erratum, located.place)
      json.object {
        $0.member("id", erratum.id)
        $0.member("status", erratum.status.rawValue)
        $0.member("type", erratum.kind.rawValue)
        $0.member("place", place.lines.isEmpty ? place.section == nil ? "document" : "section" : "lines")
        $0.member("lines", place.lines.map { $0.lowerBound + 1..<$0.upperBound })
        $0.member("section", place.section.flatMap { outline.sections[$0].number?.text })
        $0.member("original", erratum.original)
        $0.member("corrected", erratum.corrected)
        $0.member("notes", erratum.notes)
        $0.member("submitted", erratum.submitted?.iso)
        $0.member("submitter", orNull: erratum.submitter)
        $0.member("verifier", orNull: erratum.verifier)
      }
    }
  }

  /// What became of the sections of a document.
  static func succession(_ entries: [Succession.Entry]) -> String {
    array(entries) { entry, json in
      json.object {
        $0.member("section", entry.section.number?.text)
        $0.member("title", entry.section.title)
        $0.member("line", entry.section.lines.lowerBound + 1)
        $0.member("relation", entry.relation.rawValue)
        $0.member("to", entry.places)
        $0.member("past", entry.past)
      }
    }
  }

  static func settings(_ rows: [SettingRow]) -> String {
    array(rows) { row, json in
      json.object {
        $0.member("name", row.name)
        $0.member("value", row.value)
        $0.member("origin", row.origin)
        $0.member("default", row.defaultValue)
        $0.member("takes", row.takes)
        $0.member("summary", row.summary)
      }
    }
  }

  static func code(_ items: [CodeItem], of source: ParsedText, unfolds: Bool) -> String {
    array(items) { item, json in
      json.object {
        $0.member("kind", item.notation.rawValue)
        $0.member("name", item.name)
        $0.member("module", item.module)
        $0.member("section", item.number(in: source.outline)?.text)
        $0.member("first", item.lines.lowerBound + 1)
        $0.member("last", item.lines.upperBound)
        $0.member("marked", item.isMarked)
        $0.member("folded", item.fold?.rawValue)
        $0.member("text", String(decoding: source.text(of: item, unfolds: unfolds), as: UTF8.self))
      }
    }
  }

  /// The rules of a document's grammars, and those that it uses and does not define.
  static func grammar(_ rules: [GrammarRule], _ imports: [ImportedRule], of source: ParsedText) -> String {
    var json = JSONText()
    json.object {
      $0.member("rules", rules) { rule, json in
        json.object {
          $0.member("name", source.document.text([rule.name]))
          $0.member("line", rule.lines.lowerBound + 1)
          $0.member("last", rule.lines.upperBound)
          $0.member("section", rule.number(in: source.outline)?.text)
          $0.member("more", rule.isAdded)
          $0.member("uses", source.names(usedBy: rule))
        }
      }
      $0.member("imports", imports) { rule, json in
        json.object {
          $0.member("name", rule.name)
          $0.member("rfc", rule.rfc?.value)
          $0.member("section", rule.section?.text)
        }
      }
    }
    return json.text + "\n"
  }

  static func blocks(_ blocks: [Block]) -> String {
    array(blocks) { block, json in
      json.object {
        $0.member("kind", block.kind.name)
        $0.member("form", block.kind.form?.name)
        $0.member("first", block.lines.lowerBound + 1)
        $0.member("last", block.lines.upperBound)
      }
    }
  }
}

// MARK: One fact, one form

extension JSONText {
  /// `"document":"rfc5681","rfc":5681`: a draft is no RFC.
  private mutating func names(of id: DocumentID) {
    member("document", id.baseName)
    member("rfc", id.rfc?.value)
  }

  /// `"section":"3.1","heading":"Slow Start","line":262`: null outside of numbered sections, and before the first
  /// heading.
  ///
  /// - Parameter line: 0-based.
  private mutating func place(_ section: SectionNumber?, heading: String, line: Int) {
    member("section", section?.text)
    member("heading", orNull: heading)
    member("line", line + 1)
  }

  /// What an RFC is, who wrote it and when.
  private mutating func heading(of entry: CatalogueEntry) {
    names(of: .rfc(entry.number))
    member("title", entry.title)
    member("authors", entry.authors)
    member("date", entry.date?.iso)
  }

  /// The numbers of RFCs; documents of other series, a few of the first years, are none.
  private mutating func member(_ name: String, _ documents: [ListedDocument]) {
    member(name, documents.compactMap(\.rfc?.value))
  }

  /// Sections of RFCs.
  private mutating func member(_ name: String, _ places: [Succession.Place]) {
    member(name, places) { place, json in
      json.object {
        $0.member("rfc", place.rfc?.value)
        $0.member("section", place.section.number?.text)
        $0.member("title", place.section.title)
        $0.member("line", place.section.lines.lowerBound + 1)
      }
    }
  }

  /// What is not known is null.
  private mutating func member(_ name: String, orNull text: String) {
    member(name, text.isEmpty ? nil : text)
  }
}

extension Excerpt {
  /// The marks counted in Unicode's code points.
  fileprivate var markedCharacters: [Range<Int>] {
    let utf8 = Array(text.utf8)
    func count(_ end: Int) -> Int { utf8.prefix(end).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
    return marks.map { count($0.lowerBound)..<count($0.upperBound) }
  }
}
