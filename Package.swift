// swift-tools-version: 6.2
import PackageDescription

// A release build for Linux is one static file: half the start-up time of a dynamic one. Where the static libraries
// are missing (Fedora, Arch), RFCVIEW_DYNAMIC=1 links those of the system dynamically; Swift's own stays in the program,
// which runs where there is no Swift. What a reading session executes is laid side by
// side, and functions that are alike are one: a fifth less memory, and fewer page faults before the first screen.
let isStatic = Context.environment["RFCVIEW_DYNAMIC"] == nil
let staticExecutable: [LinkerSetting] =
  isStatic
  ? [
    .unsafeFlags(
      [
        "-static-executable", "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "--icf=safe",
        "-Xlinker", "--symbol-ordering-file=" + Context.packageDirectory + "/Resources/symbol-order.txt",
        "-Xlinker", "--no-warn-symbol-ordering",
        "-Xlinker", Context.packageDirectory + "/Resources/no-unwinding.ld", "-Xlinker", "--no-eh-frame-hdr",
        "-lswiftSynchronization",
      ],
      .when(platforms: [.linux], configuration: .release))
  ]
  : [
    .unsafeFlags(
      ["-static-stdlib", "-no-toolchain-stdlib-rpath"],
      .when(platforms: [.linux], configuration: .release))
  ]

// `rfcview --version` names it. Resources/package tells, for SwiftPM does not look at the repository again when only a
// commit is new.
let commit =
  Context.environment["RFCVIEW_COMMIT"]
  ?? Context.gitInformation.map { $0.currentCommit.prefix(10) + ($0.hasUncommittedChanges ? "+" : "") }

// Where it is developed and tested a warning is an error. A release, which a later compiler may warn of, still builds.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error, .when(configuration: .debug))]

// Swift's regular expressions are a megabyte and a half, and nothing here uses them. With a section for each function
// the linker can leave it out, or lay it where the list above has it.
let lean: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]),
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + lean)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "rfcview",
  products: [.executable(name: "rfcview", targets: ["rfcview"])],
  dependencies: [
    // One version, for the completions in Resources are what it generates.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Glibc, Musl or Darwin.
    library("CLibrary"),
    .target(name: "CVersion", cSettings: commit.map { [.define("COMMIT", to: "\"\($0)\"")] } ?? []),
    .target(
      name: "FoundationStandIn",
      cSettings: isStatic ? [.define("STANDS_IN", .when(platforms: [.linux], configuration: .release))] : []),

    // Values and pure functions.
    library("RFCModel", ["CLibrary"]),
    library("RFCFormats", ["CLibrary", "RFCModel", "CExpat"]),
    library("TextSearch", ["RFCModel", "CPCRE2"]),
    library("CellGrid"),
    library("ReaderCore", ["RFCModel", "RFCFormats", "TextSearch", "CellGrid"]),

    // What touches the machine.
    library("Unix", ["CLibrary"]),
    library("StoreTerms", ["CLibrary", "RFCModel", "RFCFormats", "CellGrid", "Unix"]),
    library("RFCTransfer", ["CLibrary", "RFCModel", "RFCFormats", "CellGrid", "Unix", "StoreTerms"]),
    library(
      "RFCShelf",
      ["CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCTransfer", "CSQLite", "CZlib"]),
    library("UserFiles", ["CLibrary", "RFCModel", "CellGrid", "Unix", "StoreTerms"]),
    library("TerminalUI", ["CLibrary", "CellGrid", "Unix", "CNCurses"]),
    library(
      "RFCDesk",
      [
        "CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCTransfer", "RFCShelf", "UserFiles",
        "CellGrid",
      ]),
    .target(
      name: "CNCurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CPCRE2", linkerSettings: [.linkedLibrary("pcre2-8")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("m")]),

    .executableTarget(
      name: "rfcview",
      dependencies: [
        "CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCTransfer", "RFCShelf", "UserFiles",
        "RFCDesk",
        "TextSearch", "CellGrid", "ReaderCore", "TerminalUI", "CVersion",
        "FoundationStandIn",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("../../Resources/guide.txt")],
      swiftSettings: strict + lean,
      linkerSettings: staticExecutable),

    library(
      "TestSupport",
      [
        "CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCTransfer", "RFCShelf", "CellGrid",
        "ReaderCore",
      ]),
    tests("RFCModelTests", ["RFCModel", "TestSupport"]),
    tests("RFCFormatsTests", ["RFCModel", "RFCFormats", "TestSupport"], exclude: ["Blocks/Fixtures"]),
    tests("StoreTermsTests", ["RFCModel", "StoreTerms", "TestSupport"]),
    tests(
      "RFCTransferTests",
      ["CLibrary", "RFCModel", "Unix", "StoreTerms", "RFCTransfer", "RFCShelf", "TestSupport"]),
    tests(
      "RFCShelfTests",
      [
        "CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCTransfer", "RFCShelf", "UserFiles",
        "TestSupport",
      ]),
    tests(
      "UserFilesTests",
      ["RFCModel", "CellGrid", "Unix", "StoreTerms", "RFCShelf", "UserFiles", "TestSupport"]),
    tests(
      "RFCDeskTests",
      [
        "CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCTransfer", "RFCShelf", "UserFiles",
        "RFCDesk",
        "TestSupport",
      ]),
    tests("TextSearchTests", ["RFCModel", "TextSearch", "TestSupport"]),
    tests("CellGridTests", ["CLibrary", "CellGrid", "TestSupport"]),
    tests(
      "ReaderCoreTests", ["RFCModel", "RFCFormats", "TextSearch", "CellGrid", "ReaderCore", "TestSupport"],
      exclude: ["Golden"]),
    tests("TerminalUITests", ["CLibrary", "CellGrid", "ReaderCore", "TerminalUI", "TestSupport"]),
    tests(
      "EndToEndTests",
      [
        "rfcview", "ReaderCore", "RFCModel", "Unix", "StoreTerms", "RFCShelf", "CellGrid",
        "TestSupport",
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CLibrary", "RFCModel", "RFCFormats", "Unix", "StoreTerms", "RFCShelf", "TextSearch", "CellGrid",
        "ReaderCore",
        "CSQLite", "TestSupport",
      ],
      path: "Tests/Benchmarks",
      swiftSettings: strict,
      linkerSettings: staticExecutable),
  ],
  swiftLanguageModes: [.v6]
)
