import CLibrary
import RFCDesk
import RFCFormats
import RFCModel

/// What the screen opens with.
struct Opening {
  let name: String
  let id: DocumentID?
  /// Of a file that the user has named.
  var path: String?
  let document: Document
  var anchor: Anchor?
  /// More of it may come.
  var isGrowing = false

  init(name: String, id: DocumentID?, bytes: consuming [UInt8], anchor: Anchor? = nil) {
    self.name = name
    self.id = id
    self.anchor = anchor
    document = TextDecoder.document(from: bytes)
  }

  /// What has come of a text.
  init(_ incoming: IncomingText, at now: Int) {
    name = incoming.name
    id = nil
    document = incoming.document(at: now)
    isGrowing = !incoming.isOver
  }

  init(_ text: Text, bytes: consuming [UInt8]) {
    switch text {
    case .stored(let locator):
      self.init(name: "\(locator.document)", id: locator.document, bytes: bytes, anchor: locator.anchor)
    case .file(let path):
      self.init(name: path.fileName, id: nil, bytes: bytes)
      self.path = path
    case .standardInput, .subSeries: self.init(name: "Standard input", id: nil, bytes: bytes)
    }
  }
}

extension String {
  /// A path as it is found from any folder; as it is where the one of this run is gone.
  var fromRoot: String {
    guard !hasPrefix("/"), let folder = getcwd(nil, 0) else { return self }
    defer { free(folder) }
    let path = hasPrefix("./") ? dropFirst(2) : self[...]
    let name = String(cString: folder)
    return name + (name.hasSuffix("/") ? "" : "/") + path
  }
}
