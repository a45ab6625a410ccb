"""The screen: `python -m ui [vault] [--sample] [--selftest]`."""

import argparse
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    parser = argparse.ArgumentParser(prog="auditor-ui", description="现场审核")
    parser.add_argument("vault", nargs="?", type=Path, help="资料库所在的文件夹")
    parser.add_argument("--sample", action="store_true", help="打开示例资料库")
    parser.add_argument("--selftest", action="store_true", help="检查各部件，输出 JSON 后退出")
    chosen = parser.parse_args(arguments)
    if chosen.selftest:
        from ui.selftest import selftest

        return selftest()
    return _run(chosen.vault, is_sample=chosen.sample)


def _run(vault: Path | None, *, is_sample: bool) -> int:
    from auditor_app import places
    from ui.app import App, make_application, start_log
    from ui.ask import Ask
    from ui.crash import CrashHook
    from ui.settings import Settings

    qt = make_application(sys.argv[:1])
    hook = CrashHook(places.logs() / "crash.log")
    start_log(hook)
    app = App(qt, Settings(places.settings()), Ask())
    hook.crashed.connect(app.tell_crash)
    app.start(vault, is_sample=is_sample)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
