internal import Store

/// Decides whether visitors may read what a network has to do and to enjoy.
///
/// They read titles, words, places, prices and names of organisations, and nothing about persons.
package struct SetVisibility: Operation {
    package let isPublic: Bool

    package static let name = "network.set-visibility"
    package static let access: Access = .coordinator || .operator
    package var subject: Subject { .network }

    /// Shows what there is to visitors, or only to people who belong to the network.
    package init(isPublic: Bool) { self.isPublic = isPublic }

    package func run(at desk: Desk) throws -> Done {
        let network = try desk.here.id
        try desk.tx.run("UPDATE network SET is_public = $1 WHERE id = $2", isPublic, network)
        desk.touch(network)
        return Done()
    }
}

extension SetVisibility {
    /// The input field.
    package enum Fields {
        /// Whether visitors may read it.
        package static let isPublic = Field<Bool>.flag(
            FieldName("public", NetworksText.visibilityQuestion),
            "Whether visitors may read what there is to do and to enjoy.",
            example: "yes"
        )
    }
}
