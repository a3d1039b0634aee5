"""Bytes under keys, in a folder and in a bucket of a real S3 server."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from flask import Flask
from moto.server import ThreadedMotoServer

from biblionet_reg.storage import store
from tests.conftest import make_app


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    with urlopen(Request(f"{address}/files", method="PUT")) as answer:
        assert answer.status == 200
    yield address
    server.stop()


@pytest.fixture(params=["folder", "bucket"])
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An application that keeps its files in a folder, or in a bucket."""
    if request.param == "folder":
        return make_app(tmp_path, "sqlite:///:memory:")
    for name, value in {
        "AWS_ENDPOINT_URL": request.getfixturevalue("s3"),
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "eu-central-1",
    }.items():
        monkeypatch.setenv(name, value)
    return make_app(tmp_path, "sqlite:///:memory:", STORAGE_URL="s3://files/biblionet")


def test_what_is_written_is_read_back_and_deleted(kept: Flask) -> None:
    with kept.app_context():
        store.write("2020/08/абв", b"%PDF-1.7")
        store.write("2020/08/абв", b"%PDF-1.8")

        assert store.read("2020/08/абв") == b"%PDF-1.8"

        store.delete("2020/08/абв")
        with pytest.raises(FileNotFoundError):
            store.read("2020/08/абв")


def test_deleting_what_is_not_there_is_no_fault(kept: Flask) -> None:
    with kept.app_context():
        store.write("2020/08/kept", b"%PDF-1.7")

        store.delete("2020/08/nothing")

        assert store.read("2020/08/kept") == b"%PDF-1.7"


def test_a_key_that_climbs_out_is_refused(kept: Flask) -> None:
    with kept.app_context(), pytest.raises(Exception, match=r"(?i)path|invalid|\.\."):
        store.write("../outside", b"no")
