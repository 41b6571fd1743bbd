// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(
    name: "HummingbirdCore",
    package: "hummingbird"
)
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let hummingbirdTesting: Target.Dependency = .product(
    name: "HummingbirdTesting",
    package: "hummingbird"
)
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)

/// A library of the house, with what it may import of ours and from outside.
func room(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        resources: resources,
        swiftSettings: strict
    )
}

/// A test target.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "commonhour",
    products: [.executable(name: "commonhour", targets: ["commonhour"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle",
            exact: "2.13.0"
        ),
    ],
    targets: [
        room("Ledger", [crypto]),
        room("Store"),
        room("Drawing"),
        room("SQLiteStore", ["Store", "CSQLite", grdb, grdbSQLite]),
        .systemLibrary(
            name: "CLibpq",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        room("PostgresStore", ["Store", "CLibpq", nioPosix]),
        room("Timebank", ["Store", "Ledger", crypto, cryptoExtras]),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CSQLite"),
        room(
            "Web",
            [
                "Timebank", "Ledger", "Drawing", "CZlib", hummingbird, hummingbirdCore, mustache,
                nio, nioHTTP1, logging, metrics, lifecycle,
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Public")]
        ),
        room(
            "CLI",
            [
                "Web", "Timebank", "SQLiteStore", "PostgresStore", "Store", "Ledger", "CMalloc",
                arguments, logging, lifecycle,
            ]
        ),
        .executableTarget(
            name: "commonhour",
            dependencies: ["CLI"],
            path: "Sources/Main",
            swiftSettings: strict
        ),
        .target(
            name: "Support",
            dependencies: [
                "Timebank", "Store", "SQLiteStore", "PostgresStore", "CLibpq", "Ledger",
            ],
            path: "Tests/Support",
            swiftSettings: strict
        ),
        // A part that the program has not: what one needs that is added to it.
        .target(
            name: "Lending",
            dependencies: [
                "CLI", "Web", "Timebank", "Store", "Ledger", hummingbird, arguments,
            ],
            path: "Tests/Lending",
            exclude: ["Main"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "lending",
            dependencies: ["Lending", "CLI"],
            path: "Tests/Lending/Main",
            swiftSettings: strict
        ),
        tests("LedgerTests", ["Support", "Ledger"]),
        tests("TimebankTests", ["Support", "Lending", "Timebank", "Store", "Ledger"]),
        tests("DrawingTests", ["Drawing"]),
        tests(
            "BooksTests",
            ["Support", "Lending", "Timebank", "SQLiteStore", "Store", "Ledger", grdb]
        ),
        tests(
            "CLITests",
            [
                "CLI", "Support", "Lending", "Timebank", "SQLiteStore", "Store", "Ledger",
                arguments, logging, lifecycle, grdb,
            ]
        ),
        tests("StoreTests", ["Support", "SQLiteStore", "PostgresStore", "Store", grdb]),
        tests(
            "WebTests",
            [
                "Support", "Lending", "Web", "Timebank", "Store", "Ledger", hummingbird,
                hummingbirdTesting, nio, nioHTTP1, nioEmbedded,
            ]
        ),
        tests("TidyTests", []),
    ]
)
