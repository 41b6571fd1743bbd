"""The description of the API is valid, and true to the letter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from commonhour import Client, Demo, Server, ok
from neighbours import first_of, gift, newcomer
from openapi_spec_validator import OpenAPIV31SpecValidator

SEED = os.environ.get("SCHEMATHESIS_SEED", "20260501")
EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "10")

PROMISED = {
    "/api/v1/tokens": {"post"},
    "/api/v1/me": {"get"},
    "/api/v1/networks/{}": {"get"},
    "/api/v1/networks/{}/accounts/{}": {"get"},
    "/api/v1/networks/{}/accounts/{}/transfers": {"get"},
    "/api/v1/networks/{}/transfers": {"post"},
    "/api/v1/networks/{}/transfers/{}/reversal": {"post"},
    "/api/v1/networks/{}/opportunities": {"get", "post"},
    "/api/v1/networks/{}/offers": {"get", "post"},
    "/api/v1/networks/{}/organisations": {"get", "post"},
    "/api/v1/networks/{}/members": {"get", "post"},
    "/api/v1/networks/{}/hours": {"post"},
    "/api/v1/networks/{}/hours/{}/confirmation": {"post"},
    "/api/v1/networks/{}/redemptions": {"post"},
}


@pytest.fixture(scope="module")
def document(server: Server) -> dict[str, Any]:
    answer = requests.get(f"{server.url}/api/v1/openapi.json", timeout=10)
    assert answer.headers["Content-Type"].startswith("application/")
    described: dict[str, Any] = ok(answer)
    return described


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    verbs = ("get", "post", "put", "patch", "delete")
    return [
        (path, verb, entry[verb])
        for path, entry in document["paths"].items()
        for verb in verbs
        if verb in entry
    ]


def test_the_document_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_everything_that_is_promised_is_described(document: dict[str, Any]) -> None:
    base = document.get("servers", [{"url": ""}])[0]["url"].rstrip("/")
    described: dict[str, set[str]] = {}
    for path, verb, _ in operations(document):
        parts = (base + path).split("/")
        name = "/".join("{}" if part.startswith("{") else part for part in parts)
        described.setdefault(name[name.index("/api/") :] if "/api/" in name else name, set()).add(
            verb
        )
    for path, verbs in PROMISED.items():
        assert verbs <= described.get(path, set()), path


def test_every_operation_has_a_name_and_a_summary(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(names) == len(set(names))
    assert all(operation["summary"] for _, _, operation in operations(document))


def test_every_error_is_described_as_problem_details(document: dict[str, Any]) -> None:
    for path, verb, operation in operations(document):
        for status, answer in operation["responses"].items():
            while "$ref" in answer:
                answer = document["components"]["responses"][answer["$ref"].rsplit("/", 1)[-1]]
            if status[0] in "45" and path.startswith("/api"):
                assert "application/problem+json" in answer["content"], f"{verb} {path} {status}"


@pytest.mark.parametrize(
    "role",
    [
        "visitor",
        "member",
        "coordinator",
        *(pytest.param(role, marks=pytest.mark.slow) for role in ("till", "lead", "operator")),
    ],
)
def test_the_server_answers_only_what_the_document_describes(
    demo_copy: Demo, start_server: Callable[..., Server], tmp_path: Path, role: str
) -> None:
    running = start_server(demo_copy)
    person = running.visitor() if role == "visitor" else running.a(role)
    run_schemathesis(running, person, tmp_path)
    assert running.process.poll() is None
    running.stop()
    demo_copy.program.verify()


def places(running: Server) -> dict[str, str]:
    """Something that is really there for each name in an address.

    Addresses of what is not there answer 404 and go no further; that they do is tested elsewhere.
    """
    member, worker, till = running.a("member"), running.a("worker"), running.a("till")
    works_at = worker.me()["staff"][0]["organisation"]
    opportunity = first_of(worker, "opportunities")["id"]
    mine = member.membership()
    claim = {"opportunity": opportunity, "member": mine["member"], "date": "2026-01-05"}
    redeem = {"offer": first_of(till, "offers")["id"], "card": mine["number"]}
    receipt = ok(till.post("redemptions", redeem | {"adults": 1, "children": 0}), 201)
    return {
        "network": running.demo.network,
        "account": mine["account"],
        "member": mine["member"],
        "organisation": works_at,
        "opportunity": opportunity,
        "offer": redeem["offer"],
        "other": worker.membership()["member"],
        "person": worker.me()["person"],
        "guardian": running.a("guardian").me()["person"],
        "office": "funder",
        "hours": ok(member.post("hours", claim | {"minutes": 60}), 201)["id"],
        "redemption": receipt["redemption"]["id"],
        "transfer": ok(member.post("transfers", gift(member, "pot")), 201)["id"],
    }


def run_schemathesis(running: Server, person: Client, folder: Path) -> None:
    """Sends what the document allows and what it does not, and compares each answer with it."""
    settings = folder / "schemathesis.toml"
    lines = [f'"path.{name}" = "{value}"' for name, value in places(running).items()]
    # Who is erased is somebody whom nothing else is tried on.
    spare = newcomer(running.a("coordinator"))["id"]
    erase = ['include-operation-id = "eraseMember"', f'parameters = {{ "path.member" = "{spare}" }}']
    # A body may also be refused for its length, which the check does not know of by itself.
    refusals = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429]
    checks = ["[checks]", f"negative_data_rejection.expected-statuses = {refusals}"]
    parameters = ["[parameters]", *lines]
    settings.write_text("\n".join([*checks, *parameters, "[[operations]]", *erase, ""]))
    token = person.session.headers.get("Authorization")
    if token:
        # Whoever signs out in the middle is a stranger for the rest.
        who = ["--header", f"Authorization: {token!s}", "--exclude-operation-id", "signOut"]
    else:
        # To strangers everything else answers 401, which other tests see to.
        who = ["--include-operation-id", "signIn", "--include-operation-id", "useCode"]
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "--config-file",
        str(settings),
        "run",
        f"{running.url}/api/v1/openapi.json",
        *who,
        "--checks",
        "not_a_server_error,status_code_conformance,content_type_conformance,"
        "response_headers_conformance,response_schema_conformance,negative_data_rejection,"
        "missing_required_header,unsupported_method,allow_header_conformance",
        "--phases",
        "coverage,fuzzing",
        "--max-examples",
        EXAMPLES,
        "--seed",
        SEED,
        "--request-timeout",
        "20",
        "--suppress-health-check",
        "all",
        "--continue-on-failure",
    ]
    patience = 600 + 3 * int(EXAMPLES)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=patience, check=False
    )
    assert done.returncode == 0, f"{done.stdout[-20_000:]}\n{done.stderr[-2_000:]}"
