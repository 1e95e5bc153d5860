"""An example program for the Python client, run against a suite."""

import sys
from datetime import date
from typing import Callable
from urllib.parse import parse_qs, urlparse

from mandate_atlas import ApiClient, Configuration
from mandate_atlas.api.changes_api import ChangesApi
from mandate_atlas.api.institutions_api import InstitutionsApi
from mandate_atlas.api.mandates_api import MandatesApi
from mandate_atlas.exceptions import ApiException
from mandate_atlas.models.change_kind import ChangeKind
from mandate_atlas.models.mandate_input import MandateInput
from mandate_atlas.models.mandate_patch import MandatePatch
from mandate_atlas.models.stream_name import StreamName

MANDATE = "iom-forum"


def cursor_of(address: str) -> str:
    return parse_qs(urlparse(address).query)["cursor"][0]


class Smoke:
    def __init__(self, address: str, token: str) -> None:
        client = ApiClient(Configuration(host=address, access_token=token))
        self.institutions = InstitutionsApi(client)
        self.mandates = MandatesApi(client)
        self.changes = ChangesApi(client)

    def lists(self) -> None:
        page = self.mandates.list_mandates(institution=["iom"], limit=5)
        assert len(page.items) == 5, page
        assert all(mandate.institution == "iom" for mandate in page.items), page

    def pages_to_the_end(self) -> None:
        page = self.institutions.list_institutions(limit=20, with_total=True)
        seen = [institution.id for institution in page.items]
        while page.next is not None:
            page = self.institutions.list_institutions(limit=20, with_total=True, cursor=cursor_of(page.next))
            seen += [institution.id for institution in page.items]
        assert len(seen) == len(set(seen)) == page.total, (len(seen), page.total)

    def reads_at_a_date(self) -> None:
        then = self.institutions.get_institution("iom", valid_at=date(1975, 6, 1))
        now = self.institutions.get_institution("iom")
        assert (then.abbreviation, now.abbreviation) == ("ICEM", "IOM"), (then, now)

    def writes_conditionally(self) -> None:
        before = self.mandates.get_mandate_with_http_info(MANDATE)
        headers = before.headers
        assert headers is not None
        tag = headers["ETag"]
        # Drops the read-only fields.
        changed = MandateInput.from_dict(before.data.to_dict())
        assert changed is not None
        changed.title = f"{before.data.title} (Python)"
        try:
            self.mandates.put_mandate(MANDATE, changed, if_match='"999"')
            raise AssertionError("a write with a wrong condition was accepted")
        except ApiException as rejection:
            assert rejection.status == 412, rejection
        after = self.mandates.put_mandate(MANDATE, changed, if_match=tag, change_note="Smoke test")
        assert after.version == before.data.version + 1, after
        patched = self.mandates.patch_mandate(
            MANDATE,
            MandatePatch(title=before.data.title),
            if_match=f'"{after.version}"',
            change_kind=ChangeKind.CHANGE,
        )
        assert patched.title == before.data.title, patched

    def follows_the_feed(self) -> None:
        start = self.changes.list_changes(from_now=True)
        before = self.mandates.get_mandate(MANDATE)
        moved = self.mandates.patch_mandate(
            MANDATE, MandatePatch(title=f"{before.title} (feed)"), if_match=f'"{before.version}"'
        )
        after = self.mandates.patch_mandate(
            MANDATE, MandatePatch(title=before.title), if_match=f'"{moved.version}"'
        )
        position = start.position
        for _ in range(100):
            page = self.changes.list_changes(after=position, stream=[StreamName.MANDATE], subject=[MANDATE])
            position = page.position
            if any(event.data.version == after.version for event in page.items):
                return
        raise AssertionError("the write did not appear in the feed")


def main(address: str, token: str) -> int:
    smoke = Smoke(address, token)
    steps: list[Callable[[], None]] = [
        smoke.lists,
        smoke.pages_to_the_end,
        smoke.reads_at_a_date,
        smoke.writes_conditionally,
        smoke.follows_the_feed,
    ]
    failed = 0
    for step in steps:
        try:
            step()
        except Exception as failure:  # every step is reported
            failed += 1
            print(f"{step.__name__}: {type(failure).__name__}: {failure}", file=sys.stderr)
    print(f"python: {len(steps) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
