import RFCModel

/// On how many even and odd pages each line was seen, and whether its numbers go with the pages.
struct PageTally {
  enum Share {
    case most, nearlyAll
  }

  private struct Seen {
    var pages = SIMD2<Int32>(0, 0)
    /// How often its numbers were those of the page before, or added up to more by one for a page since.
    var same: Int32 = 0
    var risen: Int32 = 0
    var other: Int32 = 0
    var last: (page: Int, sum: Int)

    var goesWithPages: Bool { other <= same + risen }
  }

  private var seen: [UInt64: Seen] = [:]
  private(set) var pages = SIMD2<Int32>(0, 0)

  mutating func add(_ slots: [EdgeLine], page: Int) {
    guard !slots.isEmpty else { return }
    pages[page & 1] += 1
    for (index, slot) in slots.enumerated() {
      if slots[..<index].contains(where: { $0.whole == slot.whole }) { continue }
      add(slot.print, page: page)
      if slot.place == 0, let parts = slot.parts {
        for print in parts.prints { add(print, page: page) }
      }
    }
  }

  private mutating func add(_ print: Fingerprint, page: Int) {
    var line = seen[print.hash] ?? Seen(last: (page, print.sum))
    if line.pages != SIMD2(0, 0) {
      let rise = print.sum &- line.last.sum
      if rise == 0 {
        line.same += 1
      } else if rise > 0, rise <= page - line.last.page {
        line.risen += 1
      } else {
        line.other += 1
      }
    }
    line.pages[page & 1] += 1
    line.last = (page, print.sum)
    seen[print.hash] = line
  }

  func count(_ print: UInt64) -> Int32 { seen[print]?.pages.wrappedSum() ?? 0 }

  mutating func forget(_ print: UInt64) { seen[print] = nil }

  func recurs(_ slot: EdgeLine) -> Bool {
    // Behind a blank line the body may begin already.
    let isApart = slot.place > 0 && !slot.touchesPrevious
    if slot.print.letters >= 3 || slot.isPageNumber, let line = seen[slot.whole], line.goesWithPages {
      // A number that rises is the page's where it is printed as such.
      let isPrinted =
        line.risen <= line.same || slot.namesPage || slot.hasColumns || !isApart && slot.isPageNumber
      if isPrinted, Self.isMost(line.pages, of: pages, isApart ? .nearlyAll : .most) { return true }
    }
    guard slot.place == 0, let parts = slot.parts else { return false }
    return recurs(parts.both, .most) || recurs(parts.left, .nearlyAll) || recurs(parts.right, .nearlyAll)
  }

  private func recurs(_ print: Fingerprint, _ share: Share) -> Bool {
    guard let line = seen[print.hash], line.goesWithPages else { return false }
    return Self.isMost(line.pages, of: pages, share)
  }

  static func isMost(_ seen: SIMD2<Int32>, of pages: SIMD2<Int32>, _ share: Share) -> Bool {
    func isMost(_ seen: Int32, _ pages: Int32) -> Bool {
      switch share {
      case .most: seen >= 2 && seen * 2 >= pages
      case .nearlyAll: seen >= 4 && seen * 5 >= pages * 4
      }
    }
    return isMost(seen.wrappedSum(), pages.wrappedSum()) || isMost(seen[0], pages[0])
      || isMost(seen[1], pages[1])
  }
}
