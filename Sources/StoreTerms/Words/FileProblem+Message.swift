import CLibrary
import Unix

extension FileProblem {
  var message: String {
    switch self {
    case .diskFull: "the disk is full"
    case .notPermitted: "no permission"
    case .notAFolder: "a file is where a folder should be"
    case .isAFolder: "a folder is where a file should be"
    case .missing: "no such file or folder"
    case .tooLarge(let limit): "over \(binarySize(limit))"
    case .notWhole: "not a gzip file, or an incomplete one"
    case .locked: "locked by another rfcview"
    case .system(let code): systemMessage(code)
    }
  }
}

/// The system's words for an `errno`: `Input/output error`.
func systemMessage(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}
