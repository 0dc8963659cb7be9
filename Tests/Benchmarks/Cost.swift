import CLibrary

/// What something takes, in milliseconds: by the clock, which others on the machine lengthen, and of the processor, of
/// all threads of this process and of the system for them.
struct Cost {
  private(set) var wall = 0.0
  let processor: Double

  init(_ body: () -> Void) {
    let start = Self.processorTime
    wall = Benchmarks.timed(body)
    processor = Self.processorTime - start
  }

  /// `2000.00 ms by the clock, 3000.00 ms of the processor`.
  static func medians(_ costs: [Cost]) -> String {
    "\(median(costs.map(\.wall))) ms by the clock, \(median(costs.map(\.processor))) ms of the processor"
  }

  /// The medians of the pairs, which were measured one after the other.
  static func ratios(_ costs: [Cost], _ others: [Cost]) -> String {
    let pairs = zip(costs, others)
    return "\(median(pairs.map { $0.wall / $1.wall })) by the clock,"
      + " \(median(pairs.map { $0.processor / $1.processor })) of the processor"
  }

  private static func median(_ values: [Double]) -> String { Benchmarks.rounded(Benchmarks.median(values)) }

  private static var processorTime: Double {
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3
  }
}
