package import Ledger
package import Timebank

extension ListPage {
    /// What moved on an account, newest first.
    ///
    /// - `network`: The slug.
    /// - `holder`: Whose it is, where it is not the person's own.
    /// - `back`: Where whoever looks came from, where these are not their own.
    /// - `after`: Where the next page begins, or `nil` on the last.
    package static func statement(
        frame: Frame,
        network: Slug,
        account: Account.ID,
        holder: String? = nil,
        back: Link? = nil,
        minutes: Minutes,
        movements: [Movement],
        today: Day,
        after: Int64? = nil
    ) -> ListPage {
        let words = frame.words
        let own = words(AccountsText.statementTitle)
        return ListPage(
            frame: frame,
            title: holder.map { words(AccountsText.statementOf, ["name": .word($0)]) } ?? own,
            back: back ?? Link(words(CommonText.backHome), to: Address.home(network)),
            ring: RingView(minutes, caption: words(AccountsText.statementNow), words: words),
            items: movements.map { $0.row(words, today: today, balances: true) },
            empty: words(AccountsText.statementEmpty),
            more: after.map {
                Link(words(CommonText.earlier), to: Address.statement(network, account, after: $0))
            }
        )
    }

    /// Transfers, newest first, or those that a search finds.
    ///
    /// - `movements`: `what` says from whom to whom; `minutes` is above zero.
    package static func transfers(
        frame: Frame,
        network: Slug,
        movements: [Movement],
        today: Day,
        search: String = "",
        after: Int64? = nil
    ) -> ListPage {
        let words = frame.words
        return ListPage(
            frame: frame,
            title: words(AccountsText.transfersTitle),
            back: Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network)),
            lead: words(AccountsText.transfersLead),
            search: Search(
                Address.transfers(network),
                searchLabel: words(AccountsText.transfersSearch),
                searched: search
            ),
            items: movements.map { movement in
                Row(
                    movement.what,
                    to: movement.href,
                    second: words.day(movement.day, from: today),
                    amount: words.hours(movement.minutes, .short)
                )
            },
            empty: search.isEmpty
                ? words(AccountsText.transfersEmpty) : words(CommonText.searchEmpty),
            more: after.map {
                Link(
                    words(CommonText.earlier),
                    to: Address.transfers(network, search: search, after: $0)
                )
            }
        )
    }
}
