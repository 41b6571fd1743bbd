extension Schema {
    /// Recorded by `BlueprintTests`.
    static let recordedTables = """
        column | account.balance | bigint not null
        column | account.floor | bigint not null
        column | account.held | bigint not null
        column | account.holder | bigint not null
        column | account.id | bigint not null
        column | account.kind | bigint not null
        column | account.last | bigint
        column | account.lowest | bigint not null
        column | account.network | bigint not null
        column | account.prior | bigint
        column | attempt.failures | bigint not null
        column | attempt.known_until | bigint
        column | attempt.subject | bytea not null
        column | attempt.until | bigint not null
        column | code.created_at | bigint not null
        column | code.digest | bytea not null
        column | code.expires_at | bigint not null
        column | code.member | bigint
        column | code.network | bigint
        column | code.person | bigint
        column | contact.network | bigint not null
        column | contact.since | bigint not null
        column | contact.words | text collate C not null
        column | demo_sign_in.person | bigint not null
        column | duty.beat | bigint not null
        column | duty.holder | bigint not null
        column | duty.name | text collate C not null
        column | erasure.at | bigint not null
        column | erasure.member | bigint not null
        column | erasure.network | bigint not null
        column | guardian.guardian | bigint not null
        column | guardian.network | bigint not null
        column | guardian.since | bigint not null
        column | guardian.ward | bigint not null
        column | hold.account | bigint not null
        column | hold.expires_at | bigint not null
        column | hold.id | bigint not null
        column | hold.journal | bigint not null
        column | hold.minutes | bigint not null
        column | hold.network | bigint not null
        column | hold.state | text collate C not null
        column | horizon.pending | bigint not null
        column | horizon.upto | bigint not null
        column | horizon.watched | regclass not null
        column | hours.day | bigint not null
        column | hours.decided_by | bigint
        column | hours.entered_by | bigint not null
        column | hours.id | bigint not null
        column | hours.member | bigint not null
        column | hours.minutes | bigint not null
        column | hours.network | bigint not null
        column | hours.note | text collate C not null
        column | hours.opportunity | bigint not null
        column | hours.organisation | bigint not null
        column | hours.reason | text collate C
        column | hours.status | text collate C not null
        column | hours.transfer | bigint
        column | journal.actor | bigint
        column | journal.at | bigint not null
        column | journal.behalf | bigint
        column | journal.id | bigint not null
        column | journal.network | bigint
        column | journal.operation | text collate C not null
        column | journal.subjects | text collate C not null
        column | journal_seal.at | bigint not null
        column | journal_seal.books | bytea not null
        column | journal_seal.digest | bytea not null
        column | journal_seal.entries | bigint not null
        column | journal_seal.first | bigint not null
        column | journal_seal.id | bigint not null
        column | journal_seal.last | bigint not null
        column | journal_seal.network | bigint not null
        column | journal_seal.previous | bytea not null
        column | journal_seal.public_key | bytea not null
        column | journal_seal.signature | bytea not null
        column | member.brought_by | bigint
        column | member.card | text collate C
        column | member.email | text collate C
        column | member.folded_number | text collate C not null
        column | member.id | bigint not null
        column | member.joined_at | bigint not null
        column | member.language | text collate C not null
        column | member.name | text collate C not null
        column | member.network | bigint not null
        column | member.newcomer_gifts | bigint not null
        column | member.number | text collate C not null
        column | member.person | bigint
        column | member.phone | text collate C
        column | member.status | text collate C not null
        column | member.wallet | bigint not null
        column | memo.network | bigint not null
        column | memo.transfer | bigint not null
        column | memo.words | text collate C not null
        column | migration.fingerprint | text collate C not null
        column | migration.name | text collate C not null
        column | migration.number | bigint not null
        column | migration.oldest_program | bigint not null
        column | mirror.account | bigint not null
        column | mirror.network | bigint not null
        column | mirror.slug | text collate C not null
        column | network.created_at | bigint not null
        column | network.id | bigint not null
        column | network.is_public | bigint not null default 0
        column | network.issuance | bigint not null
        column | network.language | text collate C not null
        column | network.last_number | bigint not null
        column | network.loss | bigint not null
        column | network.model | text collate C not null
        column | network.name | text collate C not null
        column | network.notes | bigint not null
        column | network.policy | bigint not null
        column | network.pot | bigint not null
        column | network.slug | text collate C not null
        column | network.zone | text collate C not null
        column | node.holder | bigint not null
        column | node.number | bigint not null
        column | node.until | bigint not null
        column | notice.at | bigint not null
        column | notice.by_person | bigint
        column | notice.id | bigint not null
        column | notice.kind | text collate C not null
        column | notice.person | bigint not null
        column | notice.seen_at | bigint
        column | offer.adult | bigint not null
        column | offer.child | bigint
        column | offer.created_at | bigint not null
        column | offer.details | text collate C not null
        column | offer.id | bigint not null
        column | offer.is_open | bigint not null
        column | offer.network | bigint not null
        column | offer.organisation | bigint not null
        column | offer.title | text collate C not null
        column | office.network | bigint not null
        column | office.person | bigint not null
        column | office.role | text collate C not null
        column | office.since | bigint not null
        column | operator.person | bigint not null
        column | operator.since | bigint not null
        column | opportunity.created_at | bigint not null
        column | opportunity.details | text collate C not null
        column | opportunity.id | bigint not null
        column | opportunity.is_open | bigint not null
        column | opportunity.minutes | bigint not null
        column | opportunity.network | bigint not null
        column | opportunity.organisation | bigint not null
        column | opportunity.place | text collate C not null
        column | opportunity.title | text collate C not null
        column | organisation.allocation | bigint not null
        column | organisation.created_at | bigint not null
        column | organisation.earns | bigint not null
        column | organisation.id | bigint not null
        column | organisation.is_open | bigint not null
        column | organisation.name | text collate C not null
        column | organisation.network | bigint not null
        column | organisation.slug | text collate C not null
        column | organisation.spends | text collate C not null
        column | organisation.takings | bigint not null
        column | origin.id | bigint not null
        column | origin.kind | text collate C not null
        column | origin.network | bigint not null
        column | origin.reference | text collate C not null
        column | person.created_at | bigint not null
        column | person.id | bigint not null
        column | person.language | text collate C not null
        column | person.login | text collate C
        column | person.name | text collate C not null
        column | person.password | text collate C
        column | person.password_at | bigint
        column | policy.ceiling | bigint
        column | policy.credit | bigint not null
        column | policy.expiry_days | bigint
        column | policy.mutual_limit | bigint not null
        column | policy.network | bigint not null
        column | policy.newcomer_days | bigint not null
        column | policy.newcomer_gifts | bigint not null
        column | policy.rounding | bigint not null
        column | policy.since | bigint not null
        column | policy.version | bigint not null
        column | redemption.adults | bigint not null
        column | redemption.at | bigint not null
        column | redemption.children | bigint not null
        column | redemption.guardian | bigint
        column | redemption.id | bigint not null
        column | redemption.member | bigint not null
        column | redemption.minutes | bigint not null
        column | redemption.network | bigint not null
        column | redemption.offer | bigint not null
        column | redemption.organisation | bigint not null
        column | redemption.till | bigint not null
        column | redemption.transfer | bigint not null
        column | redemption.undone_by | bigint
        column | reference.network | bigint not null
        column | reference.reference | text collate C not null
        column | reference.transfer | bigint not null
        column | relative.member | bigint not null
        column | relative.network | bigint not null
        column | relative.other | bigint not null
        column | relative.since | bigint not null
        column | request.at | bigint not null
        column | request.fingerprint | bytea not null
        column | request.key | text collate C not null
        column | request.made | text collate C not null
        column | request.network | bigint not null
        column | request.person | bigint not null
        column | reversal.network | bigint not null
        column | reversal.reversed_by | bigint not null
        column | reversal.transfer | bigint not null
        column | rollup.account | bigint not null
        column | rollup.balance | bigint not null
        column | rollup.holder | bigint not null
        column | rollup.kind | bigint not null
        column | rollup.network | bigint not null
        column | rollup.upto | bigint not null
        column | seal.at | bigint not null
        column | seal.digest | bytea not null
        column | seal.first | bigint not null
        column | seal.id | bigint not null
        column | seal.last | bigint not null
        column | seal.network | bigint not null
        column | seal.previous | bytea not null
        column | seal.public_key | bytea not null
        column | seal.signature | bytea not null
        column | seal.transfers | bigint not null
        column | signer.public_key | bytea not null
        column | signer.since | bigint not null
        column | staff.network | bigint not null
        column | staff.organisation | bigint not null
        column | staff.person | bigint not null
        column | staff.role | text collate C not null
        column | staff.since | bigint not null
        column | token.created_at | bigint not null
        column | token.digest | bytea not null
        column | token.expires_at | bigint not null
        column | token.person | bigint not null
        column | token.purpose | text collate C not null
        column | transfer.at | bigint not null
        column | transfer.from_account | bigint not null
        column | transfer.from_after | bigint
        column | transfer.from_kind | bigint not null
        column | transfer.from_previous | bigint
        column | transfer.id | bigint not null
        column | transfer.journal | bigint not null
        column | transfer.kind | bigint not null
        column | transfer.minutes | bigint not null
        column | transfer.network | bigint not null
        column | transfer.reverses | bigint
        column | transfer.to_account | bigint not null
        column | transfer.to_after | bigint
        column | transfer.to_kind | bigint not null
        column | transfer.to_previous | bigint
        column | usage.at | bigint not null
        column | usage.missing | bigint not null
        column | usage.sender | bytea not null
        column | usage.server | bigint not null
        column | usage.taken | bigint not null
        column | word.member | bigint not null
        column | word.network | bigint not null
        column | word.word | text collate C not null
        table | account | logged with row security for its owner too
        table | attempt | logged
        table | code | logged
        table | contact | logged with row security for its owner too
        table | demo_sign_in | logged
        table | duty | logged
        table | erasure | logged with row security for its owner too
        table | guardian | logged with row security for its owner too
        table | hold | logged with row security for its owner too
        table | horizon | logged
        table | hours | logged with row security for its owner too
        table | journal | logged with row security for its owner too
        table | journal_seal | logged with row security for its owner too
        table | member | logged with row security for its owner too
        table | memo | logged with row security for its owner too
        table | migration | logged
        table | mirror | logged with row security for its owner too
        table | network | logged
        table | node | logged
        table | notice | logged
        table | offer | logged with row security for its owner too
        table | office | logged with row security for its owner too
        table | operator | logged
        table | opportunity | logged with row security for its owner too
        table | organisation | logged with row security for its owner too
        table | origin | logged with row security for its owner too
        table | person | logged
        table | policy | logged
        table | redemption | logged with row security for its owner too
        table | reference | logged with row security for its owner too
        table | relative | logged with row security for its owner too
        table | request | logged with row security for its owner too
        table | reversal | logged with row security for its owner too
        table | rollup | logged with row security for its owner too
        table | seal | logged with row security for its owner too
        table | signer | logged
        table | staff | logged with row security for its owner too
        table | token | logged
        table | transfer | logged with row security for its owner too
        table | usage | unlogged
        table | word | logged with row security for its owner too
        """
}
