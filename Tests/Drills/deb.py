"""The package drill: a bare Debian in which everything that docs/operating.md says is done.

    make drill-deb
    python Tests/Drills/deb.py --packages OLD.deb NEW.deb

A Debian with nothing but its base system is made with debootstrap, from wherever this machine's own
apt sources say, and booted with its systemd in a container that has a network of its own. Then the
whole page is played, command by command, with apt and systemctl and as the users that it names, and
on the way it is seen that

  * the service runs as a user of its own with no rights, answers, and writes no complaint;
  * a network that is made is made by the running server;
  * backups are made by hand and by the timer's service, restored, and hold;
  * a second build of the package takes over, and what was there is there;
  * a move to a PostgreSQL beside it loses nothing;
  * removed and installed again it goes on where it was, and a purge leaves what people did.

Needs root, and a few minutes.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Python"))

import manual
from manual import Step

ROOT = Path(__file__).resolve().parents[2]

READY_SECONDS = 60
"""How long a Debian may take to boot, and a service to answer."""

EXPOSURE = 2.0
"""The most that systemd may think the service exposes, of 10."""

STORE = "/var/lib/commonhour/commonhour.sqlite"
BACKUPS = "/var/backups/commonhour"

COMPLAINTS = (
    "journalctl --unit commonhour --no-pager | grep -i fail | grep -v 'Failed to set thread priority'"
)
"""What the service wrote of failures, but for one that the page says is none."""

HOSTS = {
    "postgres://commonhour@db1.example.org,db2.example.org/commonhour?sslmode=verify-full":
        "postgres://commonhour_server@/commonhour",
}  # fmt: skip
"""Names of the page that no machine here has."""


def apt_sources() -> tuple[str, str]:
    """Where this machine has its Debian from, and which one that is."""
    form = "$(REPO_URI) $(CODENAME)"
    words = ["apt-get", "indextargets", "--format", form, "Created-By: Packages"]
    listed = subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout
    release = Path("/etc/os-release").read_text(encoding="utf-8")
    name = re.search(r"^VERSION_CODENAME=(\w+)", release, re.MULTILINE)
    assert name, "this is not a Debian"
    for line in listed.splitlines():
        place, found = line.split()
        if found == name[1]:
            return place, found
    raise SystemExit("apt has no source for the Debian that this is")


class Debian:
    """A bare Debian in a folder, and the container that runs it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.leader = 0
        self.container: subprocess.Popen[bytes] | None = None

    def make(self, packages: list[Path]) -> None:
        """Makes it, and fetches what apt will want; once it runs it has no network."""
        place, name = apt_sources()
        base = ["debootstrap", "--variant=minbase", "--include=systemd-sysv,dbus,curl"]
        quietly(*base, name, str(self.folder), place)
        self.folder.chmod(0o755)
        (self.folder / "etc/apt/sources.list").unlink(missing_ok=True)
        for own in ("sources.list", "sources.list.d", "trusted.gpg.d"):
            if (Path("/etc/apt") / own).exists():
                quietly("cp", "-a", f"/etc/apt/{own}", str(self.folder / "etc/apt"))
        answers = self.folder / "etc/apt/apt.conf.d/90drill"
        answers.write_text('APT::Get::Assume-Yes "true";\n', encoding="utf-8")
        (self.folder / "opt/packages").mkdir()
        for package in packages:
            shutil.copy(package, self.folder / "opt/packages")
        quietly("cp", "--dereference", "/etc/resolv.conf", str(self.folder / "etc/resolv.conf"))
        inside = ["chroot", str(self.folder), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        quietly(*inside, "update")
        for wanted in (f"/opt/packages/{packages[0].name}", "postgresql"):
            quietly(*inside, "install", "--download-only", wanted)

    def boot(self) -> None:
        """Starts it, with a systemd of its own as the first process."""
        words = ["systemd-nspawn", "--quiet", "--boot", "--register=no", "--keep-unit"]
        words += ["--private-network", "--console=read-only", "--machine=commonhour-drill"]
        words += [f"--directory={self.folder}"]
        log = (self.folder.parent / "boot.log").open("wb")
        self.container = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
        wait("the Debian boots", self._is_up)

    def _is_up(self) -> bool:
        assert self.container is not None
        if self.container.poll() is not None:
            raise SystemExit(f"it does not boot: see {self.folder.parent / 'boot.log'}")
        children = Path(f"/proc/{self.container.pid}/task/{self.container.pid}/children")
        self.leader = int((children.read_text().split() or ["0"])[0])
        if not self.leader:
            return False
        return self.run("systemctl is-system-running", check=False).strip() == "running"

    def run(self, command: str, *, check: bool | int = True) -> str:
        """Runs a command in it as root, and gives what it says; `check` may be how it ends."""
        inside = ["nsenter", f"--target={self.leader}", "--mount", "--uts", "--ipc", "--pid"]
        inside += ["--net", "--cgroup", "--root", "--wd", "env", "--ignore-environment"]
        inside += ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8"]
        inside += ["DEBIAN_FRONTEND=noninteractive", "bash", "-c", command]
        ran = subprocess.run(
            inside,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        if check is not False and ran.returncode != (0 if check is True else check):
            raise SystemExit(f"FAILED: {command}\nended with {ran.returncode}:\n{ran.stdout}")
        return ran.stdout

    def end(self) -> None:
        """Switches it off."""
        if self.container is None:
            return
        if self.leader:
            self.run("systemctl poweroff", check=False)
        try:
            self.container.wait(30)
        except subprocess.TimeoutExpired:
            self.container.kill()
            self.container.wait()


class Drill:
    """The page, played on a Debian."""

    def __init__(self, debian: Debian, packages: list[Path]) -> None:
        self.debian = debian
        self.packages = packages
        self.shell: list[str] = []
        self.done = 0

    def play(self, steps: list[Step]) -> None:
        """Does everything in its order, and looks at what came of it."""
        looks = {
            "Operating Commonhour": lambda: None,
            "Install": self.see_service,
            "Back up": self.see_backups,
            "Upgrade": self.see_upgrade,
            "Move to PostgreSQL": self.see_database,
            "Two roles": self.see_database,
            "Remove": self.see_purge,
        }
        sections = [step.section for step in steps] + [""]
        for step, section, following in zip(steps, sections, sections[1:], strict=False):
            self.do(step)
            if step.text.startswith("apt remove"):
                self.see_remove()
            if section != following:
                looks.get(section, self.see_network)()

    def do(self, step: Step) -> None:
        """Does one thing as the page says it, as the user it says."""
        began, command = time.monotonic(), self.here(step.text)
        if step.is_setting:
            self.set(command)
        elif step.program == "make":
            return
        elif self.becomes(command):
            return
        elif step.program == "commonhour":
            self.debian.run(self.as_service(command), check=manual.ENDS.get(step.text, 0))
        else:
            self.debian.run(f"cd /opt/packages && {command}")
            if re.fullmatch(r"systemctl (re)?start commonhour", command):
                self.ready()
        self.done += 1
        print(f"{time.monotonic() - began:6.1f} s  {step}", flush=True)

    def becomes(self, command: str) -> bool:
        """Whether a command only leads to the user of the service; how it does is remembered."""
        if command.startswith("runuser -u commonhour -- bash"):
            self.shell = [command]
        elif command.startswith(("cd ", "set ")):
            self.shell.append(command)
        else:
            return False
        return True

    def as_service(self, command: str) -> str:
        """A command as the user that owns the store would type it, however the page gets there."""
        become, *before = self.shell
        if command.startswith("commonhour serve"):
            port = "" if "--port" in command else " --port 0"
            command = f"timeout --preserve-status --signal TERM 5 {command}{port}"
        lines = "\n".join([*before, command]).replace("'", "'\\''")
        return f"{become} -c 'set -e\n{lines}'"

    def here(self, text: str) -> str:
        """A command with the names of this machine."""
        newest = "DATE"
        if "DATE" in text:
            listed = self.debian.run(f"ls -t {BACKUPS}/*-*-*-*.sqlite").split()
            newest = Path(listed[0]).stem
        names = HOSTS | {"DATE": newest, "SEAL": "0" * 64, "NUMBER": "1001-H", "SLUG": "fenside"}
        names["commonhour_0.1.0_amd64.deb"] = self.packages[0].name
        names["commonhour_NEW_amd64.deb"] = self.packages[1].name
        for name, place in names.items():
            text = text.replace(name, place)
        return text

    def set(self, line: str) -> None:
        """Writes a setting where the page says that settings are."""
        name = line.split("=")[0]
        kept = "/etc/default/commonhour"
        self.debian.run(f"sed -i '/^{name}=/d' {kept} && printf '%s\\n' '{line}' >>{kept}")

    def ready(self) -> None:
        """Waits until the service answers that it can serve."""
        ask = "curl --silent --fail --output /dev/null http://127.0.0.1:8080/readyz && echo yes"
        wait("the service answers", lambda: self.debian.run(ask, check=False).strip() == "yes")

    def see_network(self) -> None:
        """The service is up, and has the network that was made in the beginning."""
        self.ready()
        page = self.debian.run("curl --silent --fail http://127.0.0.1:8080/fenside/")
        must("Fenside Time Credits" in page, "the server shows the network")

    def see_service(self) -> None:
        """It runs as a user of its own that can do nothing else, and has nothing to complain of."""
        self.see_network()
        show = self.debian.run("systemctl show commonhour -p ActiveState,User,MainPID,NRestarts")
        facts = dict(line.split("=") for line in show.split())
        must(facts["ActiveState"] == "active" and facts["User"] == "commonhour", "it is active")
        must(facts["NRestarts"] == "0", "it was never started again")
        status = self.debian.run(f"cat /proc/{facts['MainPID']}/status")
        user = self.debian.run("id -u commonhour").strip()
        must(re.search(rf"^Uid:\t{user}\t{user}\t", status, re.MULTILINE), "it is that user")
        must("CapEff:\t0000000000000000" in status, "it has no rights of root")
        must("NoNewPrivs:\t1" in status and "Seccomp:\t2" in status, "and cannot get any")
        text = self.debian.run("systemd-analyze security --no-pager commonhour")
        found = re.search(r"exposure level for commonhour.service: ([0-9.]+)", text)
        must(found and float(found[1]) <= EXPOSURE, f"systemd finds it safe: {found and found[1]}")
        said = self.debian.run(COMPLAINTS, check=False)
        must(not said.strip(), f"it has nothing to complain of: {said}")
        must(self.mode(STORE) == "600 commonhour", "nobody else reads the store")
        writes = f"nsenter --target {facts['MainPID']} --mount touch /usr/x /etc/x /home/x /opt/x"
        said = self.debian.run(writes, check=False)
        must(said.count("cannot touch") == 4, f"and it writes nowhere else: {said}")

    def see_backups(self) -> None:
        """The nightly service and a hand have each made one, which nobody else may read."""
        self.see_network()
        files = self.debian.run(f"ls {BACKUPS}/*.sqlite").split()
        must(len(files) == 2, f"there are two backups: {files}")
        must({self.mode(file) for file in files} == {"600 commonhour"}, "and they are private")
        timer = self.debian.run("systemctl is-active commonhour-backup.timer").strip()
        must(timer == "active", "and the next one is due by itself")

    def see_upgrade(self) -> None:
        """The second build serves what the first one left."""
        self.see_network()
        version = self.debian.run("dpkg-query --show --showformat '${Version}' commonhour")
        must(version in self.packages[1].name, f"the second build is there: {version}")
        self.debian.run(self.as_service("commonhour verify"))

    def see_database(self) -> None:
        """The service serves the same from PostgreSQL, and its commands reach it there."""
        self.debian.run("systemctl restart commonhour")
        self.see_network()
        counts = self.debian.run("curl --silent --fail http://127.0.0.1:8080/metrics")
        must("commonhour_round_trips" in counts, "it serves from PostgreSQL")
        self.debian.run(self.as_service("commonhour verify"))
        self.debian.run("systemctl start commonhour-backup.service")

    def see_remove(self) -> None:
        """What people did is left, and goes on when it is installed again."""
        gone = self.debian.run("command -v commonhour; systemctl is-active commonhour", check=False)
        must("/commonhour" not in gone and "inactive" in gone, "program and service are gone")
        must(self.mode(STORE) == "600 commonhour", "the store is left")
        self.debian.run(f"apt install /opt/packages/{self.packages[1].name}")
        self.see_network()
        must(self.debian.run("systemctl is-enabled commonhour").strip() == "enabled", "as it was")
        self.debian.run("systemctl disable --now commonhour")
        self.debian.run(f"apt install --reinstall /opt/packages/{self.packages[1].name}")
        ask = "systemctl is-enabled commonhour; systemctl is-active commonhour"
        left = self.debian.run(ask, check=False)
        must(left.split() == ["disabled", "inactive"], "a service that was switched off stays off")

    def see_purge(self) -> None:
        """Settings are gone, and what people did is left."""
        left = self.debian.run("find /etc /lib/systemd /var/lib/systemd -name 'commonhour*'")
        must(not left.strip(), f"nothing of it is left in the system: {left}")
        must(self.mode(STORE) == "600 commonhour", "the store is left")
        must(self.debian.run(f"ls {BACKUPS}").split(), "and the backups")

    def mode(self, path: str) -> str:
        """Who may do what with a file, and whose it is."""
        return self.debian.run(f"stat --format '%a %U' {path}").strip()


def wait(what: str, is_so: Callable[[], bool]) -> None:
    """Waits until something is so."""
    end = time.monotonic() + READY_SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit(f"FAILED: {what}, but not within {READY_SECONDS} s")
        time.sleep(0.3)


def must(fact: object, what: str) -> None:
    """Ends the drill where something is not as promised."""
    if not fact:
        raise SystemExit(f"FAILED: {what}")
    print(f"          {what}", flush=True)


def quietly(*words: str) -> None:
    """Runs a command that says something only where it fails."""
    ran = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode != 0:
        raise SystemExit(f"{words[0]} ended with {ran.returncode}:\n{ran.stdout}{ran.stderr}")


def build() -> list[Path]:
    """Two builds of the package, of which the second is newer."""
    made = []
    for version in ("0.1.0", "0.1.0+drill"):
        ran = subprocess.run(
            [ROOT / "scripts/deb", version], stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
        made.append(ROOT / ran.stdout.split()[-1])
    return made


def main() -> None:
    """Does all of it, and tidies up."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--packages", nargs=2, type=Path, help="instead of building two")
    given = options.parse_args()
    if os.geteuid() != 0:
        raise SystemExit("This makes a Debian of its own, so it needs root.")
    began = time.monotonic()
    packages = given.packages or build()
    folder = Path(tempfile.mkdtemp(prefix="commonhour-drill-", dir="/var/tmp"))
    debian = Debian(folder / "debian")
    try:
        debian.make(packages)
        debian.boot()
        drill = Drill(debian, packages)
        drill.play(manual.steps())
    finally:
        debian.end()
        shutil.rmtree(folder)
    print(f"{drill.done} commands of {manual.PATH.name} on a bare Debian: all as the page says,")
    print(f"in {time.monotonic() - began:.0f} s.")


if __name__ == "__main__":
    main()
