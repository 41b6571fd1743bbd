internal import Ledger
internal import Timebank

extension StatementLine {
    /// The line as its holder reads it; a coordinator's leads to the transfer.
    ///
    /// `by`: who did it for them, where somebody did.
    func movement(_ words: Voice, _ visitor: Visitor, by actor: String? = nil) -> Movement {
        Movement(
            said(words),
            on: Day(at, in: visitor.network.zone) ?? at.day,
            minutes: isIn ? minutes : -minutes,
            left: balance,
            by: actor,
            words: kind.isSaidByWords || memo.isEmpty ? nil : memo,
            href: visitor.isCoordinator
                ? Address.transfer(visitor.network.slug, id) : nil
        )
    }

    private func said(_ words: Voice) -> String {
        let what = memo.isEmpty ? words(kind.text) : memo
        let place: [String: Fact] = ["what": .word(what), "organisation": .word(otherName)]
        let name: [String: Fact] = ["name": .word(otherName)]
        return switch kind {
        case .earn: words(.moveEarned, place)
        case .redeem: words(.moveEnjoyed, place)
        case .exchange: words(isIn ? .moveHelped : .moveWasHelped, name)
        case .gift: words(isIn ? .moveGiftIn : .moveGiftOut, name)
        case .donate: words(.moveDonated)
        case .grant: words(.moveGranted)
        case .remainder: words(.moveRemainder)
        case .withdraw: words(.moveToNotes)
        case .deposit: words(.moveFromNotes)
        case .convert: words(.moveConverted)
        case .expire: words(.moveExpired)
        case .opening: words(.moveOpening)
        case .reversal: words(.moveReversed, ["what": .word(what)])
        case .issue: words(.moveAllocation)
        case .print, .void, .loss, .retire, .recycle: words(kind.text)
        }
    }
}

extension TransferState {
    /// The transfer as a coordinator reads it in a list.
    func movement(_ words: Voice, in network: Network) -> Movement {
        let sides: [String: Fact] = [
            "from": .word(transfer.from.called(from, words)),
            "to": .word(transfer.to.called(to, words)),
        ]
        return Movement(
            words(.moveBetween, sides),
            on: Day(transfer.at, in: network.zone) ?? transfer.at.day,
            minutes: transfer.minutes,
            href: Address.transfer(network.slug, transfer.id)
        )
    }
}

extension Account {
    /// Whose account it is in a line of a list, where the other side tells what it is for.
    func called(_ holder: String, _ words: Voice) -> String {
        switch kind {
        case .allocation, .takings: holder
        default: said(holder, words)
        }
    }

    /// Whose account it is, in words.
    func said(_ holder: String, _ words: Voice) -> String {
        switch kind {
        case .wallet: holder
        case .pot: words(.pot)
        case .issuance: words(.accountIssuance)
        case .notes: words(.accountNotes)
        case .loss: words(.accountLoss)
        case .allocation: words(.accountAllocation, ["organisation": .word(holder)])
        case .takings: words(.accountTakings, ["organisation": .word(holder)])
        case .mirror: words(.accountMirror, ["network": .word(holder)])
        }
    }
}

extension TransferKind {
    /// Whether the words of such a transfer say what it was, and so stand in its line already.
    fileprivate var isSaidByWords: Bool {
        switch self {
        case .earn, .redeem, .reversal: true
        default: false
        }
    }

    /// The kind in words.
    var text: Text {
        switch self {
        case .issue: .kindIssue
        case .earn: .kindEarn
        case .redeem: .kindRedeem
        case .exchange: .kindExchange
        case .gift: .kindGift
        case .donate: .kindDonate
        case .grant: .kindGrant
        case .remainder: .kindRemainder
        case .withdraw: .kindWithdraw
        case .deposit: .kindDeposit
        case .print: .kindPrint
        case .void: .kindVoid
        case .convert: .kindConvert
        case .loss: .kindLoss
        case .retire: .kindRetire
        case .recycle: .kindRecycle
        case .expire: .kindExpire
        case .opening: .kindOpening
        case .reversal: .kindReversal
        }
    }
}
