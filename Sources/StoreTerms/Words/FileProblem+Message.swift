import CLibrary
import Unix

extension FileProblem {
  var message: String {
    switch self {
    case .diskFull: "the disk is full"
    case .notPermitted: "no permission"
    case .notAFolder: "a file stands where a folder is needed"
    case .isAFolder: "a folder stands where a file is needed"
    case .missing: "no such file or folder"
    case .tooLarge(let limit): "over \(binarySize(limit))"
    case .notWhole: "no gzip file, or not a whole one"
    case .locked: "another rfcview holds it locked"
    case .system(let code): systemMessage(code)
    }
  }
}

/// The system's words for an `errno`: `Input/output error`.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}
