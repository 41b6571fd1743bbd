-- A longer history: `more` gifts among all members, in the order of their ids, each carrying what
-- came before it and what it left, so that the books add up. Run by a superuser, who may leave
-- out the triggers.
--
--     psql --set more=9900000 --file history.sql DATABASE

SET session_replication_role = replica;
SET synchronous_commit = off;
SET work_mem = '1GB';
SET maintenance_work_mem = '1GB';
SET jit = off;
-- Half the processors are enough, and hashing in memory needs no more room than there is.
SET hash_mem_multiplier = 4;

CREATE TEMP TABLE wallet AS
SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, network, balance, last, prior
FROM account WHERE kind = 1;
CREATE UNIQUE INDEX ON wallet (n);
ANALYZE wallet;
SELECT count(*) AS wallets, min(network) AS network FROM wallet \gset
SELECT max(id) AS base FROM transfer \gset

-- Who gives to whom is mixed from the number of the gift.
CREATE TEMP TABLE gift AS
SELECT i, giver, (giver + 1 + abs(hashint8extended(i, 2)) % (:wallets - 1)) % :wallets AS taker,
    1 + abs(hashint8extended(i, 3)) % 60 AS minutes
FROM (
    SELECT i, abs(hashint8extended(i, 1)) % :wallets AS giver
    FROM generate_series(1::bigint, :more) AS i
) numbered;

CREATE TEMP TABLE entry AS
SELECT i, n, sum(change) OVER w AS total, lag(i) OVER w AS before
FROM (
    SELECT i, giver AS n, -minutes AS change FROM gift
    UNION ALL SELECT i, taker, minutes FROM gift
) both_sides
WINDOW w AS (PARTITION BY n ORDER BY i);
ANALYZE gift;
ANALYZE entry;

BEGIN;
INSERT INTO transfer (
    id, network, kind, from_account, from_kind, to_account, to_kind, minutes, at,
    journal, reverses, from_previous, from_after, to_previous, to_after)
SELECT :base + 4 * g.i, :network, 5, p.id, 1, q.id, 1, g.minutes,
    (:base / 2097152) * 1000 + g.i / 1000, :base + 4 * g.i - 1, NULL,
    coalesce(:base + 4 * a.before, p.last), p.balance + a.total,
    coalesce(:base + 4 * b.before, q.last), q.balance + b.total
FROM gift g
    JOIN wallet p ON p.n = g.giver JOIN wallet q ON q.n = g.taker
    JOIN entry a ON a.i = g.i AND a.n = g.giver
    JOIN entry b ON b.i = g.i AND b.n = g.taker
ORDER BY g.i;
INSERT INTO memo (transfer, network, words)
SELECT :base + 4 * i, :network, 'thank you' FROM gift ORDER BY i;
INSERT INTO journal (id, network, actor, behalf, operation, subjects, at)
SELECT :base + 4 * i - 1, :network, NULL, NULL, 'wallet.give', '38GPTKDE40005',
    (:base / 2097152) * 1000 + i / 1000
FROM gift ORDER BY i;
-- A wallet below its floor makes all of this fail: account has a CHECK.
UPDATE account SET balance = account.balance + e.total, last = :base + 4 * e.i,
    prior = coalesce(:base + 4 * e.before, account.last)
FROM wallet w
    JOIN (SELECT DISTINCT ON (n) n, i, total, before FROM entry ORDER BY n, i DESC) e ON e.n = w.n
WHERE account.id = w.id;
COMMIT;
VACUUM (ANALYZE);
CHECKPOINT;
