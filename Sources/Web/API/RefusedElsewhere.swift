internal import Timebank

/// A refusal about a field that the body of the call does not have, such as one of a page.
///
/// The response must not point to that field, because the request has no such member.
struct RefusedElsewhere: Error {
    let refusal: any Refusal
}

extension About {
    /// Prepares an error for the response of a call whose body was valid.
    ///
    /// A refusal about a field that the body does not have is wrapped in ``RefusedElsewhere``. A
    /// ``FieldRefusal`` is kept, because it is about a value that was sent in the body or in the
    /// path.
    func placed(_ error: any Error) -> any Error {
        guard let refusal = error as? any Refusal, !(refusal is FieldRefusal),
            let field = refusal.field,
            body?.members.contains(where: { $0.field == field }) != true
        else { return error }
        return RefusedElsewhere(refusal: refusal)
    }
}
