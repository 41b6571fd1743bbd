internal import Ledger
package import Timebank

/// The list of a network's transfers, with fields that choose among them.
package struct TransfersPage: Page {
    package static let template = Template.transfers
    package let frame: Frame
    package let title: String
    let back: Link
    let lead: String
    let filter: TransferFilterForm
    let clear: Link?
    let rows: Rows?
    let empty: String
    let more: Link?

    /// - `rows`: The transfers of this page, newest first.
    /// - `filter`: The fields, as they are filled in.
    /// - `after`: The cursor of the next page; `nil` on the last page.
    package init(
        frame: Frame,
        network: Slug,
        rows: [Row],
        filter: TransferFilterForm,
        after: Int64? = nil
    ) {
        let words = frame.words
        self.frame = frame
        title = words(AccountsText.transfersTitle)
        back = Link(words(NetworksText.coordinateTitle), to: Address.coordinate(network))
        lead = words(AccountsText.transfersLead)
        self.filter = filter
        clear =
            filter.isFilled
            ? Link(words(HistoryText.filterClear), to: Address.transfers(network)) : nil
        self.rows = Rows(rows)
        let none = filter.isFilled ? HistoryText.filterNone : nil
        empty =
            after == nil
            ? none.map { words($0) } ?? words(AccountsText.transfersEmpty)
            : words(HistoryText.filterFurther)
        more = after.map {
            Link(words(CommonText.earlier), to: Address.transfers(network, filter, after: $0))
        }
    }
}

/// The fields that choose among transfers, as a form that only reads.
package struct TransferFilterForm: Hashable, Sendable {
    let target: String
    let typed: String
    let accounts: [Option]
    let kinds: [Option]
    let fromDay: String
    let toDay: String
    /// Whether more than the search is filled in, so that the other fields are shown.
    let open: Bool
    /// Whether anything is filled in.
    let isFilled: Bool
    let account: String
    let kind: String

    /// - `search`: A name, a number or an id; empty for any.
    /// - `account`: The id of the account that is chosen; empty for any.
    /// - `kind`: The name of the kind that is chosen; empty for any.
    /// - `from`: The first day, as it was typed.
    /// - `to`: The last day, as it was typed.
    /// - `accounts`: The accounts to choose from, by id.
    package init(
        _ words: Localizer,
        network: Slug,
        search: String = "",
        account: String = "",
        kind: String = "",
        from: String = "",
        to: String = "",
        accounts: [Alternative] = []
    ) {
        target = Address.transfers(network).text
        typed = search
        self.account = account
        self.kind = kind
        fromDay = from
        toDay = to
        self.accounts = accounts.map { $0.option(chosen: $0.value == account) }
        kinds = Self.offered.map {
            Alternative($0.name, words($0.text)).option(chosen: $0.name == kind)
        }
        open = ![account, kind, from, to].allSatisfy(\.isEmpty)
        isFilled = open || !search.isEmpty
    }

    /// The kinds to choose from, most frequent first.
    private static let offered: [TransferKind] = [
        .earn, .redeem, .gift, .exchange, .donate, .grant, .issue, .reversal, .remainder, .opening,
        .expire,
    ]
}

extension Alternative {
    /// The alternative as an entry of a list to choose from.
    fileprivate func option(chosen: Bool) -> Option {
        Option(id: value, value: value, text: text, second: second, chosen: chosen)
    }
}

extension Address {
    /// The transfers that some filled-in fields choose, from the cursor `after` on.
    static func transfers(_ network: Slug, _ filter: TransferFilterForm, after: Int64?) -> Href {
        transfers(network).asking([
            "q": filter.typed, "at": filter.account, "kind": filter.kind, "from": filter.fromDay,
            "to": filter.toDay, "after": after.map { Crockford.encode($0) },
        ])
    }
}

extension Template {
    static let transfers = Template("transfers", PackageResources.transfers_mustache)
}
