import Foundation
import TestSupport

/// One of the scripts in `../shared/measure`, which hold the program's answers about published RFCs against the truth.
/// Like the texts, they are not part of the repository.
struct Scorer: Sendable {
  /// `toc` runs `score_toc.py`.
  let script: String
  /// Whether it is one of those in the folder `beyond`.
  var isBeyond = false
  /// `sections` is the truth in `truth_sections.jsonl`.
  let truth: String
  let command: String
  var options: [String] = []
  /// The sample is every n-th published text that is here.
  let sampleStride: Int

  /// A score, computed from what the script writes with `--json`.
  enum Measure: Sendable {
    /// A number of the summary: `numbered.micro.2` is the third of an array.
    case value(String)
    /// One number, or the sum of a count over the documents (`docs.tp`), divided by the sum of others.
    case share(String, of: [String])
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let folder = Corpus.folder + "/../../measure"
  static let isThere = Corpus.isThere && access(folder + "/scorelib.py", R_OK) == 0
  static let hasPython = (try? python(["-c", "pass"]))?.status == 0

  /// What the program reaches: on everything when soaking, else on the sample.
  func report() throws -> Report {
    let folder = try TemporaryFolder()
    let (scripts, truths) = isBeyond ? ("/beyond", "/beyond/dev") : ("", "")
    var arguments = [
      "\(Self.folder)\(scripts)/score_\(script).py", "--truth",
      "\(Self.folder)\(truths)/truth_\(truth).jsonl",
    ]
    arguments += options + ["--cmd", "'\(Program.path)' \(command) --file PATH"]
    // Time is no score: a debug build on a busy machine may take longer than the scripts allow.
    arguments += ["--timeout", "120", "--json", "\(folder.path)/report.json"]
    if !Corpus.isSoaking {
      let sample = Corpus.names.enumerated().filter { $0.offset % sampleStride == 0 }
      // `rfc2119.txt` is 2119 to the script.
      arguments += ["--rfcs", sample.map { $0.element.filter(\.isNumber) }.joined(separator: ",")]
    }
    let result = try Self.python(arguments)
    guard result.status == 0, let json = folder.read("report.json") else {
      throw Failure(description: "score_\(script).py ended with \(result.status): \(result.error)")
    }
    return try Report(json)
  }

  private static func python(_ arguments: [String]) throws -> Program.Result {
    var environment = try Program().environment
    environment["RFC_TXT"] = Corpus.folder
    // Nothing is written beside the scripts.
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return try Program.run("/usr/bin/env", ["python3"] + arguments, environment: environment)
  }
}

extension Scorer {
  /// The numbers that a script writes with `--json`.
  struct Report {
    private var numbers: [String: Double] = [:]
    /// Documents for which the program failed, hung or printed what is not JSON, and how.
    let errors: [String: String]

    init(_ json: [UInt8]) throws {
      guard let root = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] else {
        throw Failure(description: "a report is an object")
      }
      errors = root["errors"] as? [String: String] ?? [:]
      add(root["summary"], under: [])
      for document in root["docs"] as? [[String: Any]] ?? [] {
        for case (let key, let count as Int) in document {
          numbers["docs.\(key)", default: 0] += Double(count)
        }
      }
    }

    /// - Returns: nil where a number is missing or a share is one of nothing.
    subscript(measure: Measure) -> Double? {
      switch measure {
      case .value(let name): return numbers[name]
      case .share(let name, let parts):
        let whole = parts.reduce(0) { $0 + (numbers[$1] ?? 0) }
        return whole > 0 ? numbers[name].map { $0 / whole } : nil
      }
    }

    private mutating func add(_ value: Any?, under path: [String]) {
      if let object = value as? [String: Any] {
        for (key, value) in object { add(value, under: path + [key]) }
      } else if let array = value as? [Any] {
        for (index, value) in array.enumerated() { add(value, under: path + ["\(index)"]) }
      } else if let number = value as? Double {
        numbers[path.joined(separator: ".")] = number
      }
    }
  }
}
