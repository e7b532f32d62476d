from pathlib import Path

import pytest

from tests.cli.commands import AGENCY, kg
from tests.factory import conferment, data_folder, document


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small data folder with its store; tests only read it."""
    folder = tmp_path_factory.mktemp("cli")
    data_folder(folder / "data", document(AGENCY, conferment()))
    assert kg("build", "--data", folder / "data", "--store", folder / "store").exit_code == 0
    return folder
