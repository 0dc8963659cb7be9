import StoreTerms
import Unix

extension CurlReport {
  /// The failure that an exit status of curl stands for; nil where the transfer is whole as far as curl can tell.
  ///
  /// - Parameters:
  ///   - exit: as the system reports it.
  ///   - received: bytes of the body so far.
  func failure(exit: ChildProcess.Exit, received: Int) -> TransferFailure? {
    switch exit {
    case .status(let code): failure(code: code, received: received)
    case .signal(let signal): .curlKilled(signal: signal)
    case .unknown: failure(code: exitStatus ?? 2, received: received)
    }
  }

  // Source: curl(1), EXIT CODES.
  private func failure(code: Int, received: Int) -> TransferFailure? {
    let status = status ?? 0
    // A tunnel that the proxy refused: older versions of curl say 56, newer ones 22 or 97.
    if connectStatus != 0, !(200...299).contains(connectStatus), status == 0 {
      return .proxyRefused(status: connectStatus)
    }
    switch code {
    case 0, 22, 47:
      return Self.failure(status: status)
    case 5: return .proxyNameNotFound
    case 6: return .nameNotFound
    case 7: return connectFailure
    case 1, 8: return .notHTTP(reason: errorText)
    case 28:
      if isReady { return .stalled(received: received) }
      if isConnected {
        return proxy == nil
          ? .handshakeTimedOut : .proxyFailed(reason: errorText)
      }
      return hasLookedUpName ? .noAnswer : .nameTimedOut
    case 18, 92, 95:
      return .cutShort(received: received)
    case 16, 52, 55, 56:
      return isHeadComplete ? .cutShort(received: received) : .closedWithoutAnswer
    case 51, 60, 77, 82, 83, 90, 91: return .notTrusted(reason: errorText)
    case 35, 53, 54, 58, 59, 64, 66, 80, 98: return .tlsFailed(reason: errorText)
    case 61: return .undecodable
    case 97: return .proxyFailed(reason: errorText)
    default: return .curl(status: code, reason: errorText)
    }
  }

  /// Of several addresses, one that refuses tells more than one that has no route (IPv6 on an IPv4 network).
  private var connectFailure: TransferFailure {
    if connectProblems.contains("Connection refused") { return .refused }
    let unreachable = ["Network is unreachable", "No route to host", "Network unreachable"]
    if !connectProblems.isEmpty, connectProblems.allSatisfy(unreachable.contains) { return .unreachable }
    if connectProblems.contains("Connection timed out") { return .noAnswer }
    return .notConnected(reason: connectProblems.last ?? errorText)
  }

  /// What the status of an answer says; nil for 200.
  static func failure(status: Int) -> TransferFailure? {
    switch status {
    case 200: nil
    case 403: .forbidden
    case 404, 410: .notFound
    case 407: .proxyRefused(status: status)
    case 429: .tooManyRequests
    case 500...599: .serverError(status: status)
    default: .unexpectedStatus(status)
    }
  }
}
