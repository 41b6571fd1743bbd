internal import Timebank

/// A refusal about a field that the body of the call has not, since only a page asks for it: there
/// is nothing in the request to point to.
struct RefusedElsewhere: Error {
    let refusal: any Refusal
}

extension About {
    /// What a call throws once its body was read, as it is answered: a refusal points to a member
    /// of the body where the call takes such a member, and to nothing elsewhere.
    ///
    /// What is wrong with the value of a field was sent, in the body or in the address, so that is
    /// named always.
    func placed(_ error: any Error) -> any Error {
        guard let refusal = error as? any Refusal, !(refusal is FieldRefusal),
            let field = refusal.field,
            body?.members.contains(where: { $0.field == field }) != true
        else { return error }
        return RefusedElsewhere(refusal: refusal)
    }
}
