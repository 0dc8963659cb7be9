import RFCFormats
import RFCModel

/// Checklists as lines of comma-separated values. Source: RFC 4180.
enum ChecklistTable {
  static let head = "document,section,level,keywords,state,note,subject,sentence,line,url\r\n"

  static func rows(_ items: [Checklist.Item], of subject: Bookmark.Subject?) -> String {
    items.map { item in
      let level = item.keywords.map(\.level).max()?.rawValue ?? ""
      return [
        subject?.description ?? "", item.key.section, level, item.words, item.state?.rawValue ?? "open",
        item.note,
        item.subject, item.key.words, item.requirement.map { "\($0.lines.lowerBound + 1)" } ?? "",
        ChecklistMarkdown.url(ofSection: item.key.section, in: subject),
      ].map(field).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
