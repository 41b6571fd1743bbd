internal import Ledger
internal import Timebank

extension StatementLine {
    /// Makes the statement line as the account's holder reads it.
    ///
    /// Only a coordinator gets a link to the transfer's page.
    ///
    /// - `actor`: The name of the person who acted on behalf of the holder; `nil` when nobody did.
    func movement(_ words: Localizer, _ visitor: Visitor, by actor: String? = nil) -> Movement {
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

    private func said(_ words: Localizer) -> String {
        kind.said(isIn: isIn, memo: memo, other: otherName, words)
    }
}

extension TransferKind {
    /// What a transfer of this kind was, as the holder of one of its accounts reads it.
    ///
    /// - other: The name of the other account's holder.
    func said(isIn: Bool, memo: String, other: String, _ words: Localizer) -> String {
        let what = memo.isEmpty ? words(text) : memo
        let facts: [String: Fact] = ["what": .word(what), "organisation": .word(other)]
        let name: [String: Fact] = ["name": .word(other)]
        return switch self {
        case .earn: words(AccountsText.moveEarned, facts)
        case .redeem: words(AccountsText.moveEnjoyed, facts)
        case .exchange: words(isIn ? AccountsText.moveHelped : AccountsText.moveWasHelped, name)
        case .gift: words(isIn ? AccountsText.moveGiftIn : AccountsText.moveGiftOut, name)
        case .donate: words(AccountsText.moveDonated)
        case .grant: words(AccountsText.moveGranted)
        case .remainder: words(AccountsText.moveRemainder)
        case .withdraw: words(AccountsText.moveToNotes)
        case .deposit: words(AccountsText.moveFromNotes)
        case .convert: words(AccountsText.moveConverted)
        case .expire: words(AccountsText.moveExpired)
        case .opening: words(AccountsText.moveOpening)
        case .reversal: words(AccountsText.moveReversed, ["what": .word(what)])
        case .issue: words(AccountsText.moveAllocation)
        case .print, .void, .loss, .retire, .recycle: words(text)
        }
    }
}

extension Account {
    /// The account's short name, for a line that names both accounts of a transfer.
    ///
    /// An organisation's allocation or takings is shown by the organisation's name alone, because
    /// the other account already tells what the transfer was for.
    func called(_ holder: String, _ words: Localizer) -> String {
        switch kind {
        case .allocation, .takings: holder
        default: said(holder, words)
        }
    }

    /// The account's full name as display text; `holder` is the name of its owner.
    func said(_ holder: String, _ words: Localizer) -> String {
        switch kind {
        case .wallet: holder
        case .pot: words(AccountsText.pot)
        case .issuance: words(AccountsText.accountIssuance)
        case .notes: words(AccountsText.accountNotes)
        case .loss: words(AccountsText.accountLoss)
        case .allocation: words(AccountsText.accountAllocation, ["organisation": .word(holder)])
        case .takings: words(AccountsText.accountTakings, ["organisation": .word(holder)])
        case .mirror: words(AccountsText.accountMirror, ["network": .word(holder)])
        }
    }
}

extension TransferKind {
    /// Whether ``said(isIn:memo:other:_:)`` already contains the memo of a transfer of this kind.
    ///
    /// A statement line then does not repeat the memo as a note.
    var isSaidByWords: Bool {
        switch self {
        case .earn, .redeem, .reversal: true
        default: false
        }
    }

    /// The name of the kind, as a catalogue text.
    var text: any Text {
        switch self {
        case .issue: AccountsText.kindIssue
        case .earn: AccountsText.kindEarn
        case .redeem: AccountsText.kindRedeem
        case .exchange: AccountsText.kindExchange
        case .gift: AccountsText.kindGift
        case .donate: AccountsText.kindDonate
        case .grant: AccountsText.kindGrant
        case .remainder: AccountsText.kindRemainder
        case .withdraw: AccountsText.kindWithdraw
        case .deposit: AccountsText.kindDeposit
        case .print: AccountsText.kindPrint
        case .void: AccountsText.kindVoid
        case .convert: AccountsText.kindConvert
        case .loss: AccountsText.kindLoss
        case .retire: AccountsText.kindRetire
        case .recycle: AccountsText.kindRecycle
        case .expire: AccountsText.kindExpire
        case .opening: AccountsText.kindOpening
        case .reversal: AccountsText.kindReversal
        }
    }
}
