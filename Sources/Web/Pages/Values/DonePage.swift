package import Ledger
package import Timebank

/// What happened, what it leaves, what can still be undone, and what next.
package struct DonePage: Page {
    package static let template = Template.done
    package let frame: Frame
    package let title: String
    let ring: RingView?
    let sentences: [String]
    let undo: Form?
    let next: Link
    let others: [Link]
    let till: Bool

    init(
        frame: Frame,
        title: String,
        ring: RingView? = nil,
        sentences: [String],
        undo: Form? = nil,
        next: Link,
        others: [Link] = [],
        till: Bool = false
    ) {
        self.frame = frame
        self.title = title
        self.ring = ring
        self.sentences = sentences
        self.undo = undo
        self.next = next
        self.others = others
        self.till = till
    }
}

extension DonePage {
    /// A gift that was made.
    ///
    /// - `account`: The person's own wallet, where that is who gave it.
    /// - `receiver`: The member's name, or `nil` for the pot.
    /// - `ward`: Who gave it, where a guardian did it for them.
    /// - `left`: What it leaves, in minutes.
    package static func given(
        frame: Frame,
        network: Slug,
        account: Account.ID?,
        for ward: Ward? = nil,
        receiver: String?,
        minutes: Minutes,
        left: Minutes
    ) -> DonePage {
        let words = frame.words
        let title =
            receiver.map {
                words(GivingText.givenTitle, ["name": .word($0), "minutes": .minutes(minutes)])
            }
            ?? words(GivingText.givenPotTitle, ["minutes": .minutes(minutes)])
        return DonePage(
            frame: frame,
            title: title,
            ring: RingView(minutes, words: words),
            sentences: [
                words(GivingText.leaves, ["left": .minutes(left)]), words(GivingText.givenUndo),
            ],
            next: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            others: account.map {
                [Link(words(PeopleText.homeAll), to: Address.statement(network, $0))]
            } ?? []
        )
    }

    /// Hours that were claimed and now wait for somebody else to confirm them.
    ///
    /// - `organisation`: The name of the one that confirms them.
    /// - `ward`: Who gave them, where a guardian claimed for them.
    package static func claimed(
        frame: Frame,
        network: Slug,
        organisation: String,
        for ward: Ward? = nil,
        minutes: Minutes
    ) -> DonePage {
        let words = frame.words
        var facts: [String: Fact] = [
            "organisation": .word(organisation), "minutes": .minutes(minutes),
        ]
        if let ward { facts["name"] = .word(ward.name) }
        return DonePage(
            frame: frame,
            title: words(EarningText.claimedTitle),
            ring: RingView(minutes, words: words),
            sentences: [
                words(ward == nil ? EarningText.claimedWaits : EarningText.claimedWardWaits, facts)
            ],
            next: ward?.link(words, network)
                ?? Link(words(CommonText.backHome), to: Address.home(network)),
            others: [
                Link(
                    words(EarningText.claimedAnother),
                    to: Address.claim(network, for: ward?.member)
                )
            ]
        )
    }

    /// What a till accepted, with its undo while that is possible.
    ///
    /// - `ward`: Whose credits they were, and the guardian who was there for them.
    /// - `people`: Adults and children, in words; see ``people(adults:children:words:)``.
    /// - `undo`: Until when, as a time of day, and the seal of its form; `nil` once it is too late.
    package static func accepted(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        redemption: Redemption.ID,
        for ward: (name: String, by: String)? = nil,
        offer: String,
        adults: Int64,
        children: Int64,
        minutes: Minutes,
        undo: (until: String, seal: FormSeal)?
    ) -> DonePage {
        let words = frame.words
        let form = undo.map { undo in
            Form(
                lead: words(SpendingText.undoUntil, ["time": .word(undo.until)]),
                to: Address.undo(network, organisation, redemption),
                undo.seal,
                button: words(SpendingText.undoButton),
                quiet: true
            )
        }
        return DonePage(
            frame: frame,
            title: words(SpendingText.acceptedTitle, ["minutes": .minutes(minutes)]),
            ring: RingView(minutes, words: words),
            sentences: [
                "\(offer): \(people(adults: adults, children: children, words: words))",
                ward.map {
                    words(
                        SpendingText.acceptedFor,
                        ["name": .word($0.name), "guardian": .word($0.by)]
                    )
                },
            ].compactMap(\.self),
            undo: form,
            next: Link(words(SpendingText.tillNextCard), to: Address.till(network, organisation)),
            till: true
        )
    }

    /// What a till undid.
    package static func undone(
        frame: Frame,
        network: Slug,
        organisation: Organisation.ID,
        minutes: Minutes
    ) -> DonePage {
        let words = frame.words
        return DonePage(
            frame: frame,
            title: words(SpendingText.undoneTitle),
            sentences: [words(SpendingText.undoneBack, ["minutes": .minutes(minutes)])],
            next: Link(words(SpendingText.tillNextCard), to: Address.till(network, organisation)),
            till: true
        )
    }

    /// `2 adults, 1 child`, leaving out those of whom there are none.
    package static func people(adults: Int64, children: Int64, words: Voice) -> String {
        [
            adults > 0 ? words(SpendingText.adultsCount, ["count": .number(adults)]) : nil,
            children > 0 ? words(SpendingText.childrenCount, ["count": .number(children)]) : nil,
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}
