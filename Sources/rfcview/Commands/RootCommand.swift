import ArgumentParser

/// The options of all subcommands are its own too: so they may stand before a subcommand.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rfcview",
    abstract: "Read RFCs in the terminal.",
    discussion: """
      rfcview 4291             RFC 4291, from the cache or downloaded first
      rfcview 4291 2.5         the same, at section 2.5
      rfcview 2324 | less      the published text, byte for byte
      rfcview guide            learn the keys; needs no network

      Exit status: 0 success, 1 the document cannot be had, 2 wrong usage, 130 ^C.
      """,
    version: Version.words,
    subcommands: [
      ReadCommand.self, CatCommand.self, TocCommand.self, RefsCommand.self, AmendsCommand.self,
      RequirementsCommand.self, BlocksCommand.self, ExtractCommand.self, ABNFCommand.self, ErrataCommand.self,
      SuccessorCommand.self, DiffCommand.self, FetchCommand.self, FindCommand.self, InfoCommand.self,
      ListCommand.self,
      PathCommand.self, SearchCommand.self, IndexCommand.self, SyncCommand.self, UpdateCommand.self,
      BookmarksCommand.self, GuideCommand.self, KeysCommand.self, SettingsCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  @OptionGroup var options: SharedOptions
}
