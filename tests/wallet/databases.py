"""The two databases a vault may rest in: a file, and a PostgreSQL server of the tests' own."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.missing import need, postgresql_programs

DATABASES = ("sqlite", "postgresql")
PATIENCE_SECONDS = 60


def as_its_user():
    """PostgreSQL refuses to run as root: root starts it as the user made for it."""
    if os.geteuid():
        return []
    return ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]


@contextmanager
def a_server():
    """Start a server that answers in its own folder only, and give the folder."""
    programs = postgresql_programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: the name of a socket is limited

    def run(program, *words):
        command = [*as_its_user(), programs / program, "-D", folder / "data", *words]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS)

    try:
        if not os.geteuid():
            shutil.chown(folder, "postgres", "postgres")
        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-F -c listen_addresses='' -c unix_socket_directories={folder}"
        # Its log goes to a file: a pipe kept open would hold up whoever waits for its end.
        run("pg_ctl", "start", "-w", "-l", folder / "log", "-o", options)
        try:
            yield folder
        finally:
            run("pg_ctl", "stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql():
    """Give a function that makes an empty database and gives its address."""
    need("PostgreSQL")
    with a_server() as folder:
        engine = create_engine(address(folder, "postgres"), isolation_level="AUTOCOMMIT")
        made = []

        def new():
            made.append(f"space{len(made)}")
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {made[-1]}"))
            return address(folder, made[-1])

        yield new
        engine.dispose()


@pytest.fixture(params=DATABASES)
def place(request, tmp_path):
    """Where a vault may rest: a file that is not there yet, or an empty database."""
    if request.param == "sqlite":
        return tmp_path / "vault.sqlite"
    return request.getfixturevalue("postgresql")()


def address(folder, name):
    return f"postgresql+psycopg://postgres@/{name}?host={folder}"
