"""Announcements that we wrote ourselves, with a data folder that knows their names."""

import json
from pathlib import Path

from kg.ingest.documents import read_documents
from kg.ingest.intake import Intake
from kg.pipeline.ground import Ground
from kg.pipeline.ingest import Ingested, Options, ingest
from kg.settings import Settings
from tests.factory import REPO, data_folder

WON = "กรมพัฒนาธุรกิจการค้า คว้ารางวัลทดสอบ ประจำปี 2563\nกรมพัฒนาธุรกิจการค้า ได้รับรางวัลทดสอบ ประจำปี 2563 ในวันนี้\n"
WON_TOO = WON.replace("กรมพัฒนาธุรกิจการค้า", "บริษัท ทดสอบการค้า จำกัด")
NEWS = "กรมพัฒนาธุรกิจการค้า ประชุมประจำเดือน\n"


def settings(folder: Path, *records: dict[str, object]) -> Settings:
    if not (folder / "data").exists():
        data_folder(folder / "data", *records)
    return Settings(folder / "data", REPO / "ontology", REPO / "shapes", folder / "kg" / "store", threshold=0.45)


def documents(folder: Path, **texts: str) -> Path:
    path = folder / "in.jsonl"
    lines = [
        json.dumps({"id": name, "text": text, "published": f"2020-12-{day:02}"}, ensure_ascii=False)
        for day, (name, text) in enumerate(texts.items(), 1)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def run(where: Settings, *paths: Path, dry: bool = False) -> Ingested:
    intake = Intake()
    return ingest(Ground(where), read_documents(paths, intake), intake, lambda *_: None, Options(workers=1, dry=dry))


def files(where: Settings) -> dict[str, bytes]:
    found = [path for path in where.data.rglob("*") if path.is_file() and "registry" not in path.parts]
    return {path.relative_to(where.data).as_posix(): path.read_bytes() for path in sorted(found)}
