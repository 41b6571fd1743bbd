internal import Ledger

// All of these are invented; the mix of kinds is that of the study that the demo follows.
extension DemoOrganisation {
    static let all = schools + hostels + centres + projects + leisure

    /// The organisation of the lead and the worker whose sign-ins are printed.
    static let schoolSlug = "orchard-lane"
    /// The organisation of the till whose sign-in is printed.
    static let cinemaSlug = "lumen-cinema"

    static let schools = [
        DemoOrganisation(
            schoolSlug,
            "Orchard Lane Primary School",
            spends: .community,
            tasks: [
                DemoTask(
                    "Reading with Year 2",
                    "Listen to children read, one at a time.",
                    .tuesday,
                    90,
                    weight: 7
                ),
                DemoTask(
                    "After-school club",
                    "Games, snacks and tidying up.",
                    .thursday,
                    120,
                    weight: 6
                ),
                DemoTask(
                    "School garden",
                    "Beds, hedges and the pond. Tools are here.",
                    .friday,
                    120,
                    weight: 4
                ),
                DemoTask(
                    "Books and display boards",
                    "Quiet work in the office.",
                    .monday,
                    60,
                    weight: 3
                ),
            ],
            treats: [
                DemoTreat(
                    "Family film night in the hall",
                    "Bring cushions.",
                    adult: 60,
                    child: 0
                )
            ]
        ),
        DemoOrganisation(
            "marshgate-school",
            "Marshgate Academy",
            spends: .no,
            tasks: [
                DemoTask(
                    "Breakfast club",
                    "From half past seven; toast for everybody.",
                    .wednesday,
                    60,
                    weight: 1.5
                )
            ]
        ),
        DemoOrganisation(
            "tilney-infants",
            "Tilney Road Infant School",
            spends: .no,
            tasks: [
                DemoTask(
                    "Cutting and gluing",
                    "Help five-year-olds to make things.",
                    .thursday,
                    90
                )
            ]
        ),
    ]

    private static let hostels = [
        DemoOrganisation(
            "st-guthlacs",
            "St Guthlac's House",
            spends: .community,
            tasks: [
                DemoTask(
                    "Kitchen",
                    "Cook supper for twenty with the residents.",
                    .wednesday,
                    150,
                    weight: 2
                ),
                DemoTask("Garden and yard", "Dig, paint, mend.", .saturday, 120),
            ],
            treats: [DemoTreat("Sunday lunch in company", "Two courses.", adult: 60, child: 30)]
        ),
        DemoOrganisation(
            "the-lantern",
            "The Lantern",
            spends: .no,
            tasks: [
                DemoTask("Front desk", "Welcome people, make tea.", .monday, 180, weight: 1.2)
            ]
        ),
    ]

    private static let centres = [
        DemoOrganisation(
            "little-barn",
            "Little Barn Children's Centre",
            spends: .community,
            tasks: [
                DemoTask(
                    "Stay and play",
                    "Set out toys, talk with parents.",
                    .tuesday,
                    120,
                    weight: 2
                ),
                DemoTask("Baby clothes exchange", "Sort and hang.", .friday, 90),
            ],
            treats: [
                DemoTreat("Teddy bears' picnic", "On the green.", adult: 30, child: 30)
            ]
        ),
        DemoOrganisation(
            "riverbank-centre",
            "Riverbank Children's Centre",
            spends: .no,
            tasks: [DemoTask("Crèche helper", "While parents learn.", .wednesday, 120)]
        ),
        DemoOrganisation(
            "stepping-stones",
            "Stepping Stones Children's Centre",
            spends: .no,
            tasks: [DemoTask("Toy library", "Lend, wash, mend.", .monday, 90, weight: 0.8)]
        ),
        DemoOrganisation(
            "harbour-day-centre",
            "Harbour Street Day Centre",
            spends: .community,
            tasks: [
                DemoTask("Company on a walk", "With older people.", .thursday, 60, weight: 1.5)
            ],
            treats: [DemoTreat("Bingo and tea", "Small prizes.", adult: 60)]
        ),
    ]

    private static let projects = [
        DemoOrganisation(
            "skyline-playground",
            "Skyline Adventure Playground",
            spends: .community,
            tasks: [
                DemoTask(
                    "Building and fixing",
                    "Ropes, ramps, fire pit.",
                    .saturday,
                    150,
                    weight: 2
                )
            ],
            treats: [DemoTreat("Bonfire and stories", "Wrap up warm.", adult: 60, child: 30)]
        ),
        DemoOrganisation(
            "ready-for-work",
            "Ready for Work",
            spends: .no,
            tasks: [
                DemoTask("Office practice", "Post, phone, filing.", .tuesday, 180, weight: 1.5),
                DemoTask("CVs together", "Two heads are better.", .thursday, 90),
            ]
        ),
        DemoOrganisation(
            "old-mill-cafe",
            "Old Mill Community Café",
            spends: .community,
            tasks: [DemoTask("Café and kitchen", "Serve, wash up.", .friday, 180, weight: 1.8)],
            treats: [DemoTreat("Cook and eat together", "Soup night.", adult: 60, child: 30)]
        ),
        DemoOrganisation(
            "community-garden",
            "Fenside Community Garden",
            spends: .no,
            tasks: [DemoTask("Gardening", "Whatever the season asks.", .sunday, 120, weight: 1.4)]
        ),
        DemoOrganisation(
            "sluice-lane-hall",
            "Sluice Lane Hall",
            spends: .community,
            tasks: [DemoTask("Setting up the hall", "Chairs, tables, urn.", .saturday, 60)],
            treats: [
                DemoTreat(
                    "Coach to the seaside",
                    "All day, children welcome.",
                    adult: 120,
                    child: 60
                )
            ]
        ),
        DemoOrganisation(
            "adult-learning",
            "Fenside Adult Learning",
            spends: .no,
            tasks: [
                DemoTask(
                    "English conversation",
                    "Just talk, evenings.",
                    .wednesday,
                    90,
                    weight: 1.2
                )
            ]
        ),
        DemoOrganisation(
            "clean-streets",
            "Clean Streets Fenside",
            spends: .no,
            tasks: [DemoTask("Litter picking", "Gloves are here.", .sunday, 60, weight: 1.2)]
        ),
    ]

    private static let leisure = [
        DemoOrganisation(
            "riverside-leisure",
            "Riverside Leisure Centre",
            spends: .corporate,
            treats: [
                DemoTreat("Swimming", "An hour in the pool.", adult: 60, child: 30, weight: 32),
                DemoTreat("Gym", "Induction first.", adult: 60, weight: 14),
            ]
        ),
        DemoOrganisation(
            cinemaSlug,
            "Lumen Cinema",
            spends: .corporate,
            treats: [
                DemoTreat(
                    "Any film before six",
                    "Not on first nights.",
                    adult: 60,
                    child: 30,
                    weight: 30
                ),
                DemoTreat(
                    "Saturday morning film",
                    "For families.",
                    adult: 30,
                    child: 30,
                    weight: 9
                ),
            ]
        ),
        DemoOrganisation(
            "granary-theatre",
            "Old Granary Theatre",
            spends: .corporate,
            treats: [
                DemoTreat(
                    "A seat in the gallery",
                    "Ask at the desk.",
                    adult: 120,
                    child: 60,
                    weight: 3
                )
            ]
        ),
        DemoOrganisation(
            "blossom",
            "Blossom Hair and Beauty",
            spends: .corporate,
            treats: [DemoTreat("Cut and dry", "Monday to Wednesday.", adult: 90, weight: 6)]
        ),
        DemoOrganisation(
            "bridge-cafe",
            "Bridge Café",
            spends: .corporate,
            treats: [
                DemoTreat("Cake and a pot of tea", "Any day.", adult: 30, child: 30, weight: 12)
            ]
        ),
    ]
}
