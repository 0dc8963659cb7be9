import RFCFormats
import RFCModel

extension Pane {
  /// Carries out a command: a key's, or a word's at the `:` prompt.
  mutating func run(_ command: Command, count: Count) -> [Effect] {
    isStepping = command.isStep && command == lastCommand
    lastCommand = command
    guard command.part == .pane else { return answer(command, count: count) }
    switch command {
    case .quit: return keptMemory() + [.quit]
    case .closeOrQuit: return closeOrQuit()
    case .cancel: return cancel()
    case .back: return travel(.back, count: count.number ?? 1)
    case .forward: return travel(.forward, count: count.number ?? 1)
    case .help: openHelp()
    case .information: return askForInformation()
    case .open: return [.listLibrary]
    case .searchLibrary: return openFullText(context == .library ? list?.filter : nil)
    case .bookmarks:
      if context == .bookmarks { return [] }
      return show(BookmarksScreen(in: window))
    case .commandPrompt: prompt = CommandPrompt()
    case .shell: prompt = ShellPrompt()
    case .option: prompt = OptionPrompt(.change)
    case .showOption: prompt = OptionPrompt(.show)
    case .split: change = .split
    case .changePane: change = .changePane
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .toggleTheme: return [.nextTheme]
    case .version: message = Message(settings.version)
    default: break
    }
    return []
  }

  /// Help is a text like any other: the same keys move in it and search it.
  private mutating func openHelp() {
    if cover?.reading.name != HelpText.name { coverWithHelp() }
  }

  private mutating func coverWithHelp() {
    let columns = (withText(\.geometry) ?? list?.geometry)?.textColumns.count ?? window.size.columns
    let context = list?.context ?? document?.context ?? .reading
    let help = HelpText(keyMap, columns: columns - 1, from: context)
    let document = TextDecoder.document(from: Array(help.text.utf8))
    cover(with: Source(name: HelpText.name, id: nil, document: document), outline: help.outline)
  }

  /// Help in a window of another width, at the same keys.
  mutating func wrapHelp() {
    guard let before = cover?.reading, before.name == HelpText.name else { return }
    coverWithHelp()
    let line = before.layout.line(ofRow: before.view.top)
    guard let index = before.outline?.index(ofSectionAt: line), let old = before.outline?.sections[index],
      let new = cover?.reading.outline?.sections[at: index]
    else { return }
    let offset = min(line - old.lines.lowerBound, new.lines.count - 1)
    cover?.reading.view.top = new.lines.lowerBound + max(0, offset)
  }

  private mutating func askForInformation() -> [Effect] {
    if let id = selectedDocument { return [.information(id)] }
    if context == .reading || context == .bookmarks && list?.selectedIndex != nil {
      message = Message(warning: "This text is not an RFC; the catalogue lists only RFCs.")
    }
    return []
  }

  /// `q`: what is open, then the document for the list it came from, then the pane. The program is left when nothing lies
  /// beside the text any more.
  private mutating func closeOrQuit() -> [Effect] {
    if let effects = closeInnermost() { return effects }
    if list == nil, let effects = returnToList() { return effects }
    if text?.closeContents() != true { change = .close }
    return []
  }

  /// ESC: the innermost of what was opened over the text: a panel, then help, then a list.
  ///
  /// - Returns: nil where nothing was.
  mutating func closeInnermost() -> [Effect]? {
    if text?.closePanel() == true { return [] }
    if cover != nil { return closeCover() }
    return list == nil || history.back.isEmpty ? nil : travel(.back, count: 1)
  }

  private mutating func cancel() -> [Effect] {
    if text?.cancelSearch() == true {
      message = Message("Search cancelled.")
      return []
    }
    guard let download else { return document?.reading.isGrowing == true ? [.stopGrowing] : [] }
    self.download = nil
    arrival = nil
    message = Message("Download of \(download.id) cancelled.")
    return [.cancelDownload]
  }
}
