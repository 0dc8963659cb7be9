/// A row of the table of settings: what a setting is called, what it takes, and the field that it sets.
public struct Setting<Fields>: Sendable {
  /// `text-width`. One that ends in `.NAME` is a family, of which each member is set by its own name.
  public let name: String
  /// As the documents have it: `40 to 200 columns`.
  public let takes: String
  /// One line, without a full stop: what it is for.
  public let summary: String
  /// What holds where nothing is set, where that is no value to write.
  private let unset: String
  private let show: @Sendable (Fields) -> String?
  private let set: @Sendable (inout Fields, SettingText) throws(SettingProblem) -> Void

  public init(
    _ name: String, takes: String, unset: String = "", _ summary: String,
    show: @escaping @Sendable (Fields) -> String?,
    set: @escaping @Sendable (inout Fields, SettingText) throws(SettingProblem) -> Void
  ) {
    self.name = name
    self.takes = takes
    self.unset = unset
    self.summary = summary
    self.show = show
    self.set = set
  }

  /// As it is written, or what holds where nothing is.
  public func value(in fields: Fields) -> String { show(fields) ?? unset }

  /// - Throws: what is wrong with the text; nothing is changed then.
  public func apply(_ text: SettingText, to fields: inout Fields) throws(SettingProblem) {
    try set(&fields, text)
  }

  /// The member that a written name is; nil where the name is another setting's.
  public func member(named written: String) -> String? {
    guard name.hasSuffix(".NAME") else { return written == name ? "" : nil }
    let family = name.dropLast(4)
    return written.hasPrefix(family) ? String(written.dropFirst(family.count)) : nil
  }

  /// The same setting of something that these fields are a part of.
  public func within<Whole>(_ part: any WritableKeyPath<Whole, Fields> & Sendable) -> Setting<Whole> {
    let (show, set) = (show, set)
    return Setting<Whole>(
      name, takes: takes, unset: unset, summary, show: { show($0[keyPath: part]) },
      set: { (whole, text) throws(SettingProblem) in try set(&whole[keyPath: part], text) })
  }
}

/// What was written for a setting.
public struct SettingText {
  public let value: String
  /// Of a family the member that is set; empty otherwise.
  public let member: String
  /// What `~` stands for; nil where nobody knows.
  public let home: String?

  public init(_ value: String, member: String = "", home: String?) {
    self.value = value
    self.member = member
    self.home = home
  }
}

/// What is wrong with the value of a setting, as it was written.
public enum SettingProblem: Error, Hashable, Sendable {
  case mirror(String, WebURL.Problem)
  case rsync(String)
  case relativePath(String)
  case timeout(String)
  case choice(String, of: [String])
  case columns(String, ClosedRange<Int>)
  case look(String)
  case unknownRole(String, known: [String])
}

// MARK: The kinds

extension Setting {
  /// A field in one of a key path's places.
  public typealias Field<Value> = any WritableKeyPath<Fields, Value> & Sendable

  public static func onOff(_ name: String, _ field: Field<Bool>, _ summary: String) -> Setting {
    Setting(
      name, takes: "on, off", summary, show: { $0[keyPath: field] ? "on" : "off" },
      set: { (fields, text) throws(SettingProblem) in
        guard text.value == "on" || text.value == "off" else { throw .choice(text.value, of: ["on", "off"]) }
        fields[keyPath: field] = text.value == "on"
      })
  }

  /// One of some words.
  public static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ field: Field<Choice>, _ summary: String
  ) -> Setting {
    let words = Choice.allCases.map(\.rawValue)
    return Setting(
      name, takes: words.joined(separator: ", "), summary, show: { $0[keyPath: field].rawValue },
      set: { (fields, text) throws(SettingProblem) in
        guard let choice = Choice(rawValue: text.value) else { throw .choice(text.value, of: words) }
        fields[keyPath: field] = choice
      })
  }

  /// - Parameter unset: what holds where no number is.
  public static func columns(
    _ name: String, _ range: ClosedRange<Int>, unset: String, _ field: Field<Int?>, _ summary: String
  ) -> Setting {
    Setting(
      name, takes: "\(range.lowerBound) to \(range.upperBound) columns", unset: unset, summary,
      show: { $0[keyPath: field].map(String.init) },
      set: { (fields, text) throws(SettingProblem) in
        let value = text.value
        guard value.utf8.count <= 4, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
          let columns = Int(value), range.contains(columns)
        else { throw .columns(value, range) }
        fields[keyPath: field] = columns
      })
  }
}

extension SettingText {
  /// Absolute; `~/` is the home folder.
  public var path: String {
    get throws(SettingProblem) {
      if value.hasPrefix("~/"), let home { return home + value.dropFirst() }
      guard value.hasPrefix("/") else { throw .relativePath(value) }
      return value
    }
  }
}
