package import Ledger
package import Timebank

extension ListPage {
    /// One page of an account's statement, newest transfer first.
    ///
    /// - `network`: The slug of the network.
    /// - `holder`: The name of the account's holder; `nil` on the viewer's own account.
    /// - `back`: The link back; `nil` on the viewer's own account, where it leads to the home page.
    /// - `minutes`: The account's balance.
    /// - `after`: The cursor of the next page; `nil` on the last page.
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
}
