"""`flask ledger …`: the audit ledger."""

import click

from biblionet_reg.cli.group import CommandGroup
from biblionet_reg.queries import audit_chain
from biblionet_reg.queries.audit_chain import ChainFault, ChainReport

group = CommandGroup("ledger", help="The audit ledger.")

_FAULTS = {
    ChainFault.MISSING: "entry {number} is missing",
    ChainFault.CHANGED: "entry {number} is not what it was when it was written",
    ChainFault.VALUES_CHANGED: "the old and new values of entry {number} are not what they were when it was written",
    ChainFault.UNSEALED: "there are entries outside of the chain, after entry {number} or so",
    ChainFault.CUT_OFF: "the chain does not end where its last entry was written; entries from {number} on may be missing",
}


@group.command("verify")
@click.option("--expect", "expected", metavar="NAME:NUMBER:DIGEST", multiple=True, help="An end that an earlier check printed.")
def verify(expected: tuple[str, ...]) -> None:
    """Check that no audit entry was changed, removed or slipped in.

    Each edition has a chain, and so has the installation. The command prints where each ends. Who could rewrite a whole
    chain would still not get by an end noted elsewhere: give it to --expect (its first figures are enough).
    """
    faults = []
    for report in audit_chain.reports():
        click.echo(_line(report))
        if report.fault:
            faults.append(report.name)
    faults += [one for one in expected if not _is_as_expected(one)]
    if faults:
        raise click.ClickException(f"The audit ledger does not hold: {', '.join(faults)}.")


def _line(report: ChainReport) -> str:
    if report.fault:
        return f"{report.name}: {_FAULTS[report.fault].format(number=report.number)}"
    blanked = f", {report.blanked} with erased values" if report.blanked else ""
    return f"{report.name}: {report.number} entries hold{blanked}; ends with {report.name}:{report.number}:{report.digest}"


def _is_as_expected(told: str) -> bool:
    name, number, digest = _parts(told)
    chain = audit_chain.chain_called(name)
    found = audit_chain.digest_at(chain, number) if chain is not None else None
    return bool(digest) and found is not None and found.startswith(digest)


def _parts(told: str) -> tuple[str, int, str]:
    try:
        name, number, digest = told.rsplit(":", 2)
        return name, int(number), digest
    except ValueError as error:
        raise click.ClickException(f"“{told}” is no end of a chain: give it as NAME:NUMBER:DIGEST.") from error
