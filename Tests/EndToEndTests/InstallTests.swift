import Foundation
import TestSupport
import Testing

/// `Resources/install`, into a folder that stands before everything.
@Suite struct InstallTests {
  private let folder: TemporaryFolder
  private let resources: String

  init() throws {
    folder = try TemporaryFolder()
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    resources = "/\(repository)/Resources"
  }

  private func install(_ arguments: [String], prefix: String? = nil) throws -> Program.Result {
    var environment = ["PATH": "/usr/bin:/bin", "DESTDIR": folder.path + "/a folder"]
    environment["PREFIX"] = prefix
    return try Program.run("/bin/sh", ["\(resources)/install"] + arguments, environment: environment)
  }

  /// Those below the folder, without the folders that hold them.
  private var files: Set<String> {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return Set(
      all.filter {
        (try? FileManager.default.attributesOfItem(atPath: "\(folder.path)/\($0)"))?[.type]
          as? FileAttributeType
          == .typeRegular
      })
  }

  @Test(arguments: [nil, "/usr", "/opt/read me"])
  func `the program, the page and the completions are installed, and removed`(prefix: String?) throws {
    let installed = try install([Program.path], prefix: prefix)
    #expect(installed.status == 0)
    #expect(installed.error == "")
    let root = "a folder\(prefix ?? "/usr/local")"
    let sources = [
      "bin/rfcview": Program.path,
      "share/man/man1/rfcview.1": "\(resources)/rfcview.1",
      "share/bash-completion/completions/rfcview": "\(resources)/completions/rfcview.bash",
      "share/zsh/site-functions/_rfcview": "\(resources)/completions/_rfcview",
      "share/fish/vendor_completions.d/rfcview.fish": "\(resources)/completions/rfcview.fish",
    ]
    #expect(files == Set(sources.keys.map { "\(root)/\($0)" }))
    for (name, source) in sources {
      let target = "\(folder.path)/\(root)/\(name)"
      #expect(FileManager.default.contentsEqual(atPath: target, andPath: source), "\(name)")
      #expect(FileManager.default.isExecutableFile(atPath: target) == (name == "bin/rfcview"), "\(name)")
    }
    #expect(try install(["--remove"], prefix: prefix).status == 0)
    #expect(files.isEmpty)
  }

  @Test func `without a program one line says how to make it, and nothing is installed`() throws {
    let result = try install(["\(folder.path)/rfcview"])
    #expect(result.status == 1)
    #expect(result.error.split(separator: "\n").count == 1)
    #expect(
      result.error.contains("\(folder.path)/rfcview") && result.error.contains("swift build -c release"))
    #expect(files.isEmpty)
  }
}
