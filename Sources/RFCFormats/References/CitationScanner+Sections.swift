import RFCModel

extension CitationScanner {
  /// `Section 3.2`, `Sections 3.1, 3.2 and 4 of [RFC2119]`: which document they are of, and their numbers.
  ///
  /// - Returns: where to read on; nil where no section is cited.
  mutating func section(at index: Int, isBibliography: Bool) -> Int? {
    guard let word = reader.sectionWord(at: index) else { return nil }
    guard let end = list(from: word.end, isPlural: word.isPlural) else { return nil }
    switch owner(after: end) {
    case .named(let mention):
      emit(mention.target, mention.reference, from: index, to: mention.range.upperBound)
      last = Mention(target: mention.target, reference: mention.reference, range: mention.range)
      return mention.range.upperBound
    case .unknown:
      return end
    case .this:
      emitInternal(from: index)
      return end
    case nil:
      break
    }
    if let mention = last {
      if isOwner(mention, of: index) {
        let start = dropMention(mention) ? mention.range.lowerBound : index
        emit(mention.target, mention.reference, from: start, to: closed(from: start, to: end))
        last = Mention(target: mention.target, reference: mention.reference, range: index..<end)
        return end
      }
      if !isForeign(before: index), isLikelyOwner(mention, of: index) {
        emit(mention.target, mention.reference, from: index, to: end)
        return end
      }
    }
    if !isBibliography, !isForeign(before: index) { emitInternal(from: index) }
    return end
  }

  /// Reads the numbers behind the word into ``items``; nil where there is none.
  private mutating func list(from wordEnd: Int, isPlural: Bool) -> Int? {
    items.removeAll(keepingCapacity: true)
    var start = reader.skipBlanks(wordEnd)
    if reader.byte(start) == 0x23 { start += 1 }
    guard start > wordEnd || reader.byte(wordEnd - 1) > 0x7F, let first = reader.sectionNumber(at: start)
    else { return nil }
    items.append(Item(number: first.number, range: first.number.lowerBound..<first.end))
    var end = first.end
    var isPlural = isPlural
    // Where the list may have ended: `Section 2, Section 3.2 of RFC 8000` may be of two documents; with `and` before its
    // last item, or in the plural, it is of one.
    var doubtful: (count: Int, end: Int)?
    while let separated = separator(behindTitle: end) ?? reader.separator(at: end, plural: isPlural) {
      var next = separated
      let named = reader.sectionWord(at: next)
      if let named {
        if !isPlural, reader.isComma(between: end, and: next) {
          doubtful = doubtful ?? (items.count, end)
        } else {
          doubtful = nil
        }
        next = reader.skipBlanks(named.end)
        isPlural = isPlural || named.isPlural
      }
      guard let (number, itemEnd) = reader.sectionNumber(at: next) else { break }
      // Behind a singular only what cannot be anything else: `Section 3.1 and 3.2`, not `Section 3, 5 octets`.
      guard
        named != nil || isPlural || reader.text[number].contains(0x2E) && LineView.isDigit(reader.byte(next))
      else { break }
      // With the word before it, if there is one: `Section 3 and Appendix A`.
      items.append(Item(number: number, range: (named == nil ? next : separated)..<itemEnd))
      end = itemEnd
    }
    if let doubtful {
      items.removeLast(items.count - doubtful.count)
      end = doubtful.end
    }
    return end
  }

  /// Where the next item of a list begins behind the title of one: `8.2 ("Frames") and 8.3`, `17.1, "Frames" and 17.2`.
  /// Nil where the title says whose section it is.
  private func separator(behindTitle end: Int) -> Int? {
    var index = reader.skipBlanks(end)
    if reader.byte(index) == 0x2C, reader.byte(reader.skipBlanks(index + 1)) == 0x22 {
      index = reader.skipBlanks(index + 1)
    }
    // `2.1(a)` is an item.
    guard let behind = skipTitle(at: index), behind - index > 4 else { return nil }
    let names = (index..<behind).contains { reader.byte($0) == 0x5B || reader.rfcWord(at: $0) != nil }
    return names ? nil : reader.separator(at: behind, plural: true)
  }

  private mutating func emit(_ target: Citation.Target, _ reference: Int?, from start: Int, to end: Int) {
    for (index, item) in items.enumerated() {
      let first = index == 0 ? start : item.range.lowerBound
      let last = index == items.count - 1 ? end : item.range.upperBound
      emit(target, item.number, reference, first..<last)
    }
  }

  /// Sections of this document, as far as it has them.
  private mutating func emitInternal(from start: Int) {
    for (index, item) in items.enumerated() where hasSection(item.number) {
      let first = index == 0 ? start : item.range.lowerBound
      emit(.thisDocument, item.number, nil, first..<item.range.upperBound)
    }
  }

  /// With the bracket that closes what opens at `start`: `RFC 2326 (Section 12)`, `[11, section 4]`.
  private func closed(from start: Int, to end: Int) -> Int {
    let isOpen = (start..<end).reduce(into: (round: 0, square: 0)) { open, offset in
      switch reader.byte(offset) {
      case 0x28: open.round += 1
      case 0x29: open.round -= 1
      case 0x5B: open.square += 1
      case 0x5D: open.square -= 1
      default: break
      }
    }
    let byte = reader.byte(end)
    return byte == 0x29 && isOpen.round > 0 || byte == 0x5D && isOpen.square > 0 ? end + 1 : end
  }
}
