"""The commands of `auditor`: each asks the vault's door and prints the answer.

Exit status: 0 done, 1 refused with a reason, 2 wrong use. `--json` prints the answer as one JSON
value on standard output; reasons go to standard error.
"""

import click

from auditor_app.cli.answers import Refusing
from auditor_app.cli.audit_commands import audits, pack, receive, report, verify
from auditor_app.cli.sample_commands import journey, sample
from auditor_app.cli.vault_commands import backup, check, init, keys, restore, rules


@click.group(cls=Refusing, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """现场审核:职业健康安全管理体系认证审核 (OHSMS certification audits)."""


for _command in (
    sample,
    journey,
    init,
    keys,
    rules,
    audits,
    check,
    backup,
    restore,
    report,
    pack,
    verify,
    receive,
):
    main.add_command(_command)
