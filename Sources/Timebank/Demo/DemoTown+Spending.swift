internal import Ledger
internal import Store

// How credits are spent: at tills, and at events that organisations hold.
extension DemoTown {
    /// Redeems credits for the members who go out today and those who come to community events.
    mutating func enjoy(on day: Day) throws {
        let weights = treats.map(\.weight)
        var outings: [Outing] = []
        for who in people[..<joined].indices {
            let person = people[who]
            guard person.spends, person.balance >= 30, dice.happens(person.habit.goesOut),
                person.canReceive(on: day)
            else { continue }
            if let outing = plan(who, at: treats[dice.index(in: weights)]) {
                outings.append(outing)
            }
        }
        outings += events(on: day)
        for (number, outing) in outings.enumerated() {
            try go(outing, at: day.moment(number, of: outings.count, from: 16, hours: 4))
        }
    }

    /// A planned redemption for a member and their family.
    private struct Outing {
        let who: Int
        let venue: Int
        let offer: Offer
        let adults: Int
        let children: Int
        let minutes: Int
    }

    /// Plans a redemption for the whole family, or for the member alone, as the balance allows.
    ///
    /// The price is already deducted from the balance; nil if the member can afford neither.
    private mutating func plan(
        _ who: Int,
        at treat: (venue: Int, offer: Int, Double)
    ) -> Outing? {
        let person = people[who]
        let offer = venues[treat.venue].offers[treat.offer]
        let least = person.habit == .printed ? 900 : 0
        let families = [(person.adults, offer.child == nil ? 0 : person.children), (1, 0)]
        for (adults, children) in families {
            let minutes =
                adults * Int(offer.adult.count) + children * Int(offer.child?.count ?? 0)
            guard minutes > 0, person.balance - minutes >= least else { continue }
            people[who].balance -= minutes
            return Outing(
                who: who,
                venue: treat.venue,
                offer: offer,
                adults: adults,
                children: children,
                minutes: minutes
            )
        }
        return nil
    }

    private mutating func go(_ outing: Outing, at moment: Instant) throws {
        guard let member = people[outing.who].member else { return }
        let till = venues[outing.venue].till
        let receipt = try act(
            Redeem(
                offer: outing.offer.id,
                card: member.number,
                adults: outing.adults,
                children: outing.children,
                guardian: outing.who == DemoCast.wardPlace ? staff.guardian.description : nil
            ),
            as: till,
            at: moment
        )
        if dice.happens(0.015) {
            _ = try act(
                UndoRedemption(redemption: receipt.redemption.id),
                as: till,
                at: moment + .seconds(240)
            )
            people[outing.who].balance += outing.minutes
        } else if venues[outing.venue].spec.slug == DemoOrganisation.cinemaSlug {
            doubtful[.redeem] = (receipt.transfer, outing.who)
        }
    }

    /// Plans the visitors of community events, which each organisation holds every few weeks.
    private mutating func events(on day: Day) -> [Outing] {
        guard day.weekday == .saturday else { return [] }
        var outings: [Outing] = []
        for venue in venues.indices where venues[venue].spec.spends == .community {
            guard dice.happens(0.12) else { continue }
            let asked = dice.number(2...7) * max(people.count / 171, 1)
            for _ in 0..<asked {
                let who = dice.number(0...(joined - 1))
                guard people[who].spends, people[who].canReceive(on: day) else { continue }
                if let outing = plan(who, at: (venue, 0, 0)) { outings.append(outing) }
            }
        }
        return outings
    }
}
