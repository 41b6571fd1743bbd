import Ledger

@testable import Timebank
@testable import Web

extension Samples {
    private var anyFilm: Offer {
        offer("06F3K2Q8M1V7E", "Film, any screen", Minutes(60), Minutes(60))
    }
    private var family: Offer {
        offer("06F3K2Q8M1V7F", "Family anyFilm, Sunday", Minutes(60), Minutes(30))
    }
    private var now: Instant { today.start + .seconds(19 * 3_600) }

    private func offer(_ id: String, _ title: String, _ adult: Minutes, _ child: Minutes) -> Offer {
        Offer(
            id: self.id(id),
            organisation: self.id("06F"),
            organisationName: "Riverside Cinema · 2",
            title: title,
            details: "",
            adult: adult,
            child: child,
            isOpen: true,
            isOrganisationOpen: true,
            spends: .corporate
        )
    }

    private var accepted: [AcceptedRedemption] {
        [
            ("06R1", "Krystyna N.", 0), ("06R2", "Joe H.", 2), ("06R3", "Ama O.", 5),
            ("06R4", "Kelly S.", 30),
        ]
        .map { id, name, minutes in
            AcceptedRedemption(
                redemption: self.id(id),
                at: now + .seconds(-60 * minutes),
                holder: name,
                guardian: minutes == 0 ? "Jan K." : nil,
                minutes: Minutes(150),
                isUndone: minutes == 2
            )
        }
    }

    private func state(_ accepted: [AcceptedRedemption] = []) -> TillState {
        let cinema = Organisation(
            id: id("06F"),
            slug: Slug("cinema") ?? Samples.network,
            name: "Riverside Cinema · 2",
            earns: false,
            spends: .corporate,
            isOpen: true,
            allocation: Account(id("06A"), .allocation),
            takings: Account(id("06B"), .takings)
        )
        return TillState(organisation: cinema, offer: family, accepted: accepted)
    }

    private func holder(_ fit: Fit?, guardians: [Presenter] = []) -> CardHolder {
        CardHolder(
            member: id("06M"),
            card: "1042-W",
            name: "Krystyna N.",
            fit: fit,
            guardians: guardians
        )
    }

    private func page(
        _ said: TillSaid,
        body: String = "",
        offers: [Offer] = [],
        accepted: [AcceptedRedemption] = []
    ) -> TillPage {
        let chosen = offers.isEmpty ? family : nil
        return TillPage(
            frame: frame(visitor: true),
            network: Self.network,
            till: state(accepted),
            offer: chosen,
            offers: offers,
            form: TillForm(FormBody(text: "adults=2&children=1&\(body)"), in: Self.network)
                .choosing(chosen?.id),
            said: said,
            now: now,
            clock: { _ in "19:00" },
            tokens: { tokens }
        )
    }

    /// The page of a till in each of its states.
    var till: [(name: String, page: any Page)] {
        let typed = "card=1042-W"
        let jan = Presenter(person: id("06F3K2Q8M1V7G"), name: "Jan K.", number: nil, card: nil)
        let wrong = TillSaid(refusal: SpendingRefusal.unknownCard)
        let party = FieldRefusal.invalid(field: Redemption.Fields.adults.name, .missing)
        func found(
            _ holder: CardHolder,
            _ refusal: (any Refusal)? = nil,
            asks: Bool = false
        ) -> TillSaid {
            TillSaid(asks: asks).finding((holder, refusal))
        }
        return [
            ("till", page(TillSaid())),
            ("till-choosing", page(TillSaid(), offers: [anyFilm, family])),
            ("till-fits", page(found(holder(.enough)), body: typed, accepted: accepted)),
            ("till-guardian", page(found(holder(.enough, guardians: [jan])), body: typed)),
            (
                "till-short",
                page(found(holder(.tooLittle(Party(adults: 1, children: 1)))), body: typed)
            ),
            ("till-short-of-all", page(found(holder(.tooLittle(nil))), body: typed)),
            ("till-not-asked", page(found(holder(nil)), body: typed)),
            ("till-many", page(found(holder(.enough), asks: true), body: typed)),
            ("till-nobody", page(found(holder(nil), party), body: typed)),
            ("till-unknown", page(wrong, accepted: accepted)),
            ("till-accepted", page(TillSaid(accepted: id("06R1")), accepted: accepted)),
            (
                "till-left",
                page(TillSaid(accepted: id("06R1"), left: Minutes(90)), accepted: accepted)
            ),
            ("till-undone", page(TillSaid(undone: id("06R2")), accepted: accepted)),
        ]
    }
}
