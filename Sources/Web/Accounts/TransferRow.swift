internal import Ledger
internal import Timebank

/// Makes the rows in which staff read transfers, with who made each and on whose behalf.
struct TransferRows {
    let words: Localizer
    let network: Network
    let today: Day
    /// Whether the viewer may reverse transfers that are not their own.
    let mayReverse: Bool
    private let rules: TimeZoneRules?

    init(_ words: Localizer, _ visitor: Visitor, today: Day) {
        self.words = words
        network = visitor.network
        self.today = today
        mayReverse = visitor.looksAfterAll
        rules = TimeZoneRules(identifier: visitor.network.zone)
    }

    /// A transfer as the history of one of its two members shows it.
    func row(_ state: TransferState, of member: Member.ID) -> Row {
        let moved = state.transfer
        let isIn = state.toMember == member
        return Row(
            said(state, isIn: isIn),
            to: Address.transfer(network.slug, moved.id),
            second: ([when(moved)] + acted(state)).joined(separator: " · "),
            note: state.memo.isEmpty || moved.kind.isSaidByWords ? nil : state.memo,
            badge: state.reversedBy == nil ? nil : words(HistoryText.historyReversed),
            amount: words.hours(isIn ? moved.minutes : -moved.minutes, .signed),
            incoming: isIn,
            action: state.isReversible && mayReverse
                ? Link(
                    words(HistoryText.historyReverse),
                    to: Address.transfer(network.slug, moved.id)
                ) : nil
        )
    }

    /// A transfer as the list of all shows it, with both sides.
    func row(_ state: TransferState) -> Row {
        let moved = state.transfer
        let sides: [String: Fact] = [
            "from": .word(moved.from.called(state.from, words)),
            "to": .word(moved.to.called(state.to, words)),
        ]
        return Row(
            words(AccountsText.moveBetween, sides),
            to: Address.transfer(network.slug, moved.id),
            second: ([words(moved.kind.text), when(moved)] + acted(state)).joined(separator: " · "),
            note: state.memo.isEmpty ? nil : state.memo,
            badge: state.reversedBy == nil ? nil : words(HistoryText.historyReversed),
            amount: words.hours(moved.minutes, .short)
        )
    }

    /// The day of a transfer and, where it was not dated to the day of some hours, the time.
    func when(_ transfer: Transfer) -> String {
        let day = rules?.day(of: transfer.at) ?? transfer.at.day
        guard let time = time(of: transfer) else { return words.day(day, from: today) }
        return words(
            HistoryText.historyTime,
            ["day": .word(words.day(day, from: today)), "time": .word(time)]
        )
    }

    /// The time of day of a transfer, such as `14:05`; `nil` for payments for hours, which are
    /// dated to a day.
    func time(of transfer: Transfer) -> String? {
        guard transfer.kind != .earn, let rules else { return nil }
        let minutes = rules.local(transfer.at).microseconds / 60_000_000
        let past = minutes % 60
        return "\(minutes / 60):\(past < 10 ? "0" : "")\(past)"
    }

    /// Who made a transfer; `nil` for somebody who was erased.
    func maker(_ state: TransferState) -> String? {
        if let name = state.by { return words(HistoryText.historyBy, ["name": .word(name)]) }
        return state.isByPerson ? nil : words(HistoryText.historyByServer)
    }

    private func acted(_ state: TransferState) -> [String] {
        let behalf = state.behalf.map { words(HistoryText.historyFor, ["name": .word($0)]) }
        return [maker(state), behalf].compactMap(\.self)
    }

    private func said(_ state: TransferState, isIn: Bool) -> String {
        let moved = state.transfer
        let other = isIn ? state.from : state.to
        if moved.kind == .exchange {
            return words(
                isIn ? HistoryText.historyHelped : HistoryText.historyWasHelped,
                ["name": .word(other)]
            )
        }
        return moved.kind.said(isIn: isIn, memo: state.memo, other: other, words)
    }
}

extension TransferState {
    /// Whether it can be reversed by somebody who may and is not one of its sides.
    var isReversible: Bool { !isOwn && reversedBy == nil && transfer.kind != .reversal }
}
