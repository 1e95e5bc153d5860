"""A job for the client of openapi-python-client: list, page, write conditionally, simulate, and handle errors."""

import sys
from datetime import date
from http import HTTPStatus
from typing import Callable
from urllib.parse import parse_qs, urlparse

from mandate_atlas_client import AuthenticatedClient
from mandate_atlas_client.api.mandates import get_mandate, list_mandates, patch_mandate
from mandate_atlas_client.api.simulations import simulate_operations
from mandate_atlas_client.models import (
    EndInstitution,
    Mandate,
    MandatePage,
    MandatePatch,
    Problem,
    Simulation,
    SimulationRequest,
)
from mandate_atlas_client.types import UNSET, Unset

MANDATE = "iom-area-forced-migration"
DAY = date(2004, 12, 31)


class Job:
    def __init__(self, address: str, token: str) -> None:
        self.client = AuthenticatedClient(base_url=address, token=token)

    def pages_to_the_end(self) -> None:
        seen: list[str] = []
        total: int | None = None
        cursor: str | Unset = UNSET
        while True:
            page = list_mandates.sync(
                client=self.client, institution=["iom"], valid_at=DAY, limit=5, with_total=True, cursor=cursor
            )
            assert isinstance(page, MandatePage), page
            assert len(page.items) <= 5 and all(mandate.institution == "iom" for mandate in page.items), page
            seen += [mandate.id for mandate in page.items]
            total = page.total
            if page.next_ is None:
                break
            cursor = parse_qs(urlparse(page.next_).query)["cursor"][0]
        assert len(seen) > 5 and len(seen) == len(set(seen)) == total, (seen, total)

    def patch(self, title: str, tag: str) -> Mandate:
        patched = patch_mandate.sync(MANDATE, client=self.client, body=MandatePatch(title=title), if_match=tag)
        assert isinstance(patched, Mandate), patched
        return patched

    def writes_conditionally(self) -> None:
        read = get_mandate.sync_detailed(MANDATE, client=self.client)
        before = read.parsed
        assert isinstance(before, Mandate), before
        after = self.patch(f"{before.title} (openapi-python-client)", read.headers["ETag"])
        assert after.version == before.version + 1 and after.title.endswith("client)"), after
        assert self.patch(before.title, f'"{after.version}"').title == before.title

    def rejects_a_wrong_condition(self) -> None:
        rejection = patch_mandate.sync_detailed(
            MANDATE, client=self.client, body=MandatePatch(title="Unwritten"), if_match='"999"'
        )
        assert rejection.status_code == HTTPStatus.PRECONDITION_FAILED, rejection
        assert isinstance(rejection.parsed, Problem) and rejection.parsed.status == 412, rejection

    def reports_what_does_not_exist(self) -> None:
        missing = get_mandate.sync_detailed("no-such-mandate", client=self.client)
        assert missing.status_code == HTTPStatus.NOT_FOUND, missing
        assert isinstance(missing.parsed, Problem) and missing.parsed.status == 404, missing

    def simulates(self) -> None:
        operations = [EndInstitution(type_="end-institution", institution="iom")]
        simulation = simulate_operations.sync(
            client=self.client, body=SimulationRequest(operations=list(operations)), valid_at=DAY
        )
        assert isinstance(simulation, Simulation), simulation
        assert "iom" in simulation.institutions_touched and simulation.mandates_touched, simulation
        assert len(simulation.before.functions) == len(simulation.after.functions), simulation


def main(address: str, token: str) -> int:
    job = Job(address, token)
    steps: list[Callable[[], None]] = [
        job.pages_to_the_end,
        job.writes_conditionally,
        job.rejects_a_wrong_condition,
        job.reports_what_does_not_exist,
        job.simulates,
    ]
    failed = 0
    for step in steps:
        try:
            step()
        except Exception as failure:  # every step is reported
            failed += 1
            print(f"{step.__name__}: {type(failure).__name__}: {failure}", file=sys.stderr)
    print(f"openapi-python-client: {len(steps) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
