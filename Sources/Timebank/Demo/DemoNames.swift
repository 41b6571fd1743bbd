/// Invented names of people, by the languages that are spoken around the Wash.
struct DemoNames {
    /// The code of the language, in which most of these people also read the pages.
    let language: String
    /// The share of the members who speak it at home.
    let weight: Double
    private let women: [String]
    private let men: [String]
    private let womensFamilies: [String]
    private let mensFamilies: [String]

    /// Draws a full name.
    func draw(_ dice: inout DemoDice) -> String {
        // Most participants of the scheme in the study are women.
        dice.happens(0.64)
            ? "\(dice.pick(women)) \(dice.pick(womensFamilies))"
            : "\(dice.pick(men)) \(dice.pick(mensFamilies))"
    }

    private init(
        _ language: String,
        _ weight: Double,
        _ women: String,
        _ men: String,
        _ womensFamilies: String,
        _ mensFamilies: String? = nil
    ) {
        let list: (String) -> [String] = { $0.split(separator: " ").map { String($0) } }
        self.language = language
        self.weight = weight
        self.women = list(women)
        self.men = list(men)
        self.womensFamilies = list(womensFamilies)
        self.mensFamilies = list(mensFamilies ?? womensFamilies)
    }

    static let all = [
        DemoNames(
            "en",
            0.62,
            """
            Alice Amy Angela Barbara Beth Carol Cathy Chloe Debbie Diane Eileen Ellie Emma Gemma \
            Hazel Heather Irene Jackie Jade Janet Jean Jodie Joyce Julie Karen Kelly Kerry Kirsty \
            Laura Leanne Linda Lisa Lorraine Maggie Mandy Maureen Megan Natalie Nicola Pam Pauline \
            Rachel Rita Rosie Sally Sandra Sharon Sheila Shirley Stacey Sue Tina Tracey Vera Wendy
            """,
            """
            Adam Alan Andy Barry Ben Brian Callum Colin Craig Darren Dave Derek Eric Frank Gary \
            Geoff George Graham Ian Jack Jamie Jason Jim Keith Ken Kevin Lee Les Liam Lewis Mark \
            Martin Mick Neil Nigel Norman Paul Pete Phil Ray Reg Rob Ron Roy Ryan Sam Scott Stan \
            Steve Stuart Terry Tim Tony Trevor Wayne
            """,
            """
            Abbott Allpress Archer Bedford Bellamy Bird Boyce Bunting Carter Clarke Cole Cooper \
            Cutforth Dack Day Dewsbury Eaves Feary Fisher Frost Fuller Gathercole Goodger Green \
            Hall Harper Hemmant Howard Hunt Ingle Jakes Kerr King Lamb Lilley Mace Marsh Mason \
            Moore Negus Palmer Parrin Peck Pooley Reeve Rudd Sallis Setchell Shaw Skeels Smart \
            Tegerdine Thorpe Upton Vail Wagstaff Wakefield Ward Watts Wells Wool Wright Young
            """
        ),
        DemoNames(
            "lt",
            0.1,
            "Aušra Birutė Dalia Edita Gintarė Inga Jolanta Jurgita Lina Rasa Rūta Vida Živilė",
            "Andrius Darius Gintaras Jonas Kęstutis Linas Mantas Rimas Saulius Tomas Žydrūnas",
            "Balčiūnienė Jankauskienė Kavaliauskaitė Mickutė Petrauskienė Rimkutė Žukaitė",
            "Balčiūnas Jankauskas Kavaliauskas Mickus Petrauskas Rimkus Stankus Urbonas Žukas"
        ),
        DemoNames(
            "pl",
            0.1,
            "Agnieszka Beata Dorota Ewa Grażyna Iwona Małgorzata Monika Renata Sylwia Żaneta",
            "Dariusz Grzegorz Jacek Krzysztof Łukasz Marek Paweł Piotr Rafał Sławomir Wojciech",
            "Borkowska Dudek Gajewska Jabłońska Kozłowska Lis Mróz Sikora Wróblewska Zając Żak",
            "Borkowski Dudek Gajewski Jabłoński Kozłowski Lis Mróz Sikora Wróblewski Zając Żak"
        ),
        DemoNames(
            "lv",
            0.07,
            "Anita Baiba Dace Evija Ilze Inese Kristīne Laima Līga Sandra Vineta Zane",
            "Aigars Andris Edgars Guntis Ivars Jānis Juris Māris Normunds Raivis Uldis",
            "Apine Bērziņa Dzene Eglīte Krūmiņa Lapsa Ozola Priede Riekstiņa Siliņa Vītola",
            "Apinis Bērziņš Dzenis Eglītis Krūmiņš Lapsa Ozols Priede Riekstiņš Siliņš Vītols"
        ),
        DemoNames(
            "pt",
            0.05,
            "Ana Catarina Conceição Fátima Graça Inês Joana Lurdes Sónia Teresa Vânia",
            "António Carlos Duarte Filipe Hélder João Luís Nuno Paulo Rui Tiago",
            "Almeida Batista Cardoso Esteves Gonçalves Leitão Morais Nogueira Simões Vaz"
        ),
        DemoNames(
            "ru",
            0.04,
            "Alla Galina Irina Larisa Ludmila Marina Natalja Olga Svetlana Tatjana Valentina",
            "Aleksej Andrej Boris Dmitrij Igor Nikolaj Oleg Sergej Viktor Vladimir",
            "Belova Fjodorova Gromova Kuznecova Lebedeva Morozova Orlova Sokolova Volkova",
            "Belov Fjodorov Gromov Kuznecov Lebedev Morozov Orlov Sokolov Volkov"
        ),
        DemoNames(
            "hu",
            0.02,
            "Ágnes Anikó Csilla Erzsébet Judit Katalin Tünde Zsuzsanna",
            "András Béla Gábor István László Tibor Zoltán",
            "Balogh Fekete Gulyás Kocsis Molnár Szűcs Takács Vörös"
        ),
    ]

    /// Draws a language with a probability proportional to its weight.
    static func pick(_ dice: inout DemoDice) -> DemoNames {
        all[dice.index(in: all.map(\.weight))]
    }
}
