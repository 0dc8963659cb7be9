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
    guard cover?.reading.name != HelpText.name else { return }
    coverWithHelp()
  }

  /// Help is written for a window of its width: in another one anew, at the same section.
  mutating func fitHelp() {
    guard let help = cover?.reading, help.name == HelpText.name else { return }
    let section = help.section(atRow: help.view.top)
    coverWithHelp()
    guard let section, let lines = cover?.reading.outline?.sections[at: section]?.lines else { return }
    cover?.reading.view.top = lines.lowerBound
  }

  private mutating func coverWithHelp() {
    let columns = (withText(\.geometry) ?? list?.geometry)?.textColumns.count ?? window.size.columns
    let help = HelpText(keyMap, columns: columns - 1)
    let document = TextDecoder.document(from: Array(help.text.utf8))
    cover(with: Source(name: HelpText.name, id: nil, document: document), outline: help.outline)
  }

  private mutating func askForInformation() -> [Effect] {
    if let id = selectedDocument { return [.information(id)] }
    if context == .reading {
      message = Message(warning: "This text is not an RFC; the catalogue lists only RFCs.")
    }
    return []
  }

  /// `q`: the innermost panel, then help, then the document for the list it came from, then the pane.
  private mutating func closeOrQuit() -> [Effect] {
    if closePanel() { return [] }
    if cover != nil { return closeCover() }
    let effects = list == nil ? returnToList() : history.back.isEmpty ? nil : travel(.back, count: 1)
    if effects == nil { change = .close }
    return effects ?? []
  }

  /// - Returns: false where no panel has the keys.
  mutating func closePanel() -> Bool { text?.closePanel() ?? false }

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
