"""What the place of a name says of it."""

from __future__ import annotations

import pytest

from kg.extract.mentions import Mention
from kg.extract.stage import Stage
from kg.extract.words import load_words

BODY = "กรมทดสอบ"


def stage(text: str, *names: str) -> Stage:
    mentions = [
        Mention(
            at, at + len(name), "body", name, "province" if name.startswith("จังหวัด") else "kindDepartment", surface=name
        )
        for name in names or (BODY,)
        if (at := text.find(name)) >= 0
    ]
    return Stage(text, sorted(mentions, key=lambda mention: mention.start), load_words("th"))


@pytest.mark.parametrize(
    ("text", "can_win"),
    [
        (f"{BODY} คว้ารางวัล", True),
        (f"อธิบดี{BODY} กล่าว", False),
        (f"จัดโดย{BODY}", False),
        (f"รับรางวัลจาก{BODY}", False),
        (f"ณ {BODY}", False),
        (f"หน่วยงานในสังกัด{BODY}", False),
        (f"ผลงาน “จดหมายของ{BODY}ถึงชาวบ้าน”", False),
        (f"“{BODY}” คว้ารางวัล", True),
    ],
)
def test_who_can_win(text: str, can_win: bool) -> None:
    one = stage(text)
    assert one.eligible(one.names[0]) is can_win


def test_a_province_behind_a_body() -> None:
    one = stage("กรมทดสอบ จังหวัดธารใส", BODY, "จังหวัดธารใส")
    assert [one.eligible(name) for name in one.names] == [True, False]


def test_groups_and_headings() -> None:
    one = stage("กรมทดสอบ และ กรมสอง, กรมสาม จำนวน 2 รางวัล ได้แก่", BODY, "กรมสอง", "กรมสาม")
    assert [name.name for name in one.last_group(one.names)] == ["กรมทดสอบ", "กรมสอง", "กรมสาม"]
    assert [name.name for name in one.headings] == ["กรมสาม"]


def test_lines() -> None:
    one = stage("หนึ่ง\nสอง กรมทดสอบ\nสาม")
    start, end = one.line(one.names[0].start, one.names[0].end)
    assert one.text[start:end] == "สอง กรมทดสอบ"
