"""The usual way to build this: a gift endpoint in FastAPI on PostgreSQL, as most would write it.

It is what our gifts are measured beside, so it is meant to be good of its kind: a connection pool,
prepared statements, row locks in one order, money moved by a guarded UPDATE, an idempotency key in
the same transaction, tokens looked up by their hash. It has no roles, journal, chains or pages.

`typical-run` starts it, and the database under it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import FastAPI, Header, HTTPException, Request
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from pydantic import BaseModel, PositiveInt

SCHEMA = """
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    balance BIGINT NOT NULL CHECK (balance >= 0)
);
CREATE TABLE token (hash BYTEA PRIMARY KEY, account TEXT NOT NULL REFERENCES account);
CREATE TABLE transfer (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL DEFAULT now(),
    payer TEXT NOT NULL REFERENCES account,
    payee TEXT NOT NULL REFERENCES account,
    minutes BIGINT NOT NULL CHECK (minutes > 0),
    memo TEXT NOT NULL
);
CREATE INDEX transfer_payer ON transfer (payer, id);
CREATE INDEX transfer_payee ON transfer (payee, id);
CREATE TABLE request_key (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint BYTEA NOT NULL,
    transfer BIGINT,
    at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (account, key)
);
"""

pool: AsyncConnectionPool


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    global pool
    size = int(os.environ.get("POOL", "8"))
    async with AsyncConnectionPool(os.environ["DATABASE"], min_size=size, max_size=size) as pool:
        yield


app = FastAPI(lifespan=lifespan)


class Gift(BaseModel):
    """What a person asks for."""

    from_: str
    to: str
    minutes: PositiveInt
    memo: str = ""

    model_config = {"alias_generator": lambda name: name.rstrip("_")}


class Made(BaseModel):
    """What came of it."""

    id: str
    minutes: int


async def account_of(db: AsyncConnection, authorization: str) -> str:
    """The account that belongs to a bearer token."""
    digest = hashlib.sha256(authorization.removeprefix("Bearer ").encode()).digest()
    found = await db.execute("SELECT account FROM token WHERE hash = %s", (digest,))
    row = await found.fetchone()
    if row is None:
        raise HTTPException(401)
    return str(row[0])


@app.post("/api/v1/networks/{network}/transfers", status_code=201)
async def give(
    network: str,
    gift: Gift,
    request: Request,
    authorization: Annotated[str, Header()],
    idempotency_key: Annotated[str, Header()],
) -> Made:
    fingerprint = hashlib.sha256(await request.body()).digest()
    async with pool.connection() as db, db.transaction():
        payer = await account_of(db, authorization)
        if gift.from_ != payer or gift.to == payer:
            raise HTTPException(403)
        taken = await db.execute(
            "INSERT INTO request_key (account, key, fingerprint) VALUES (%s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            (payer, idempotency_key, fingerprint),
        )
        if taken.rowcount == 0:
            return await earlier(db, payer, idempotency_key, fingerprint, gift)
        await db.execute(
            "SELECT id FROM account WHERE id = ANY(%s) ORDER BY id FOR UPDATE",
            ([payer, gift.to],),
        )
        paid = await db.execute(
            "UPDATE account SET balance = balance - %s WHERE id = %s AND balance >= %s",
            (gift.minutes, payer, gift.minutes),
        )
        if paid.rowcount == 0:
            raise HTTPException(422, "not enough credits")
        received = await db.execute(
            "UPDATE account SET balance = balance + %s WHERE id = %s", (gift.minutes, gift.to)
        )
        if received.rowcount == 0:
            raise HTTPException(404)
        made = await db.execute(
            "INSERT INTO transfer (payer, payee, minutes, memo) VALUES (%s, %s, %s, %s)"
            " RETURNING id",
            (payer, gift.to, gift.minutes, gift.memo),
        )
        row = await made.fetchone()
        assert row is not None
        await db.execute(
            "UPDATE request_key SET transfer = %s WHERE account = %s AND key = %s",
            (row[0], payer, idempotency_key),
        )
        return Made(id=str(row[0]), minutes=gift.minutes)


async def earlier(
    db: AsyncConnection, payer: str, key: str, fingerprint: bytes, gift: Gift
) -> Made:
    """The answer to a request that was sent before."""
    found = await db.execute(
        "SELECT fingerprint, transfer FROM request_key WHERE account = %s AND key = %s",
        (payer, key),
    )
    row = await found.fetchone()
    if row is None or bytes(row[0]) != fingerprint:
        raise HTTPException(422, "the key was used for something else")
    return Made(id=str(row[1]), minutes=gift.minutes)


@app.get("/api/v1/networks/{network}/accounts/{account}")
async def balance(
    network: str, account: str, authorization: Annotated[str, Header()]
) -> dict[str, str | int]:
    async with pool.connection() as db:
        if await account_of(db, authorization) != account:
            raise HTTPException(404)
        found = await db.execute("SELECT balance FROM account WHERE id = %s", (account,))
        row = await found.fetchone()
        assert row is not None
        return {"id": account, "minutes": row[0]}


@app.get("/api/v1/networks/{network}/accounts/{account}/transfers")
async def statement(
    network: str, account: str, authorization: Annotated[str, Header()], limit: int = 50
) -> dict[str, object]:
    async with pool.connection() as db:
        if await account_of(db, authorization) != account:
            raise HTTPException(404)
        found = await db.execute(
            "SELECT * FROM ("
            " (SELECT * FROM transfer WHERE payer = %(a)s ORDER BY id DESC LIMIT %(n)s)"
            " UNION ALL"
            " (SELECT * FROM transfer WHERE payee = %(a)s ORDER BY id DESC LIMIT %(n)s)"
            ") AS t ORDER BY id DESC LIMIT %(n)s",
            {"a": account, "n": limit},
        )
        keys = ("id", "at", "from", "to", "minutes", "memo")
        rows = await found.fetchall()
        return {"items": [dict(zip(keys, row, strict=True)) for row in rows]}
