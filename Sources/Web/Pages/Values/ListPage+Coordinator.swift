package import Ledger
package import Timebank

extension ListPage {
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
