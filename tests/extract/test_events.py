import pytest

from kg.extract.events import EventRow, events
from kg.extract.mentions import Mention
from kg.text.dates import PartialDate

HEAD = "กรมสมมุติรับรางวัลดอกแก้ว\n\nวันอังคารที่ 13 กันยายน 2565\n"
PUBLISHED = PartialDate(2022, 9, 13)


def one(body: str, *names: str) -> EventRow | None:
    text = HEAD + body
    mentions = [
        Mention(text.find(name), text.find(name) + len(name), "body", name, refs=("agency/x",), surface=name)
        for name in names
    ]
    found = events(text, mentions, PUBLISHED)
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("body", "name", "date", "place"),
    [
        (
            "วันนี้ (12 ก.ย. 65) นายกฤษณ์ ใจงาม เป็นประธานในพิธีมอบรางวัลดอกแก้ว ประจำปี 2565 ณ ห้องประชุมใหญ่ ชั้น 3 อาคารหนึ่ง โดยมี",
            "พิธีมอบรางวัลดอกแก้ว ประจำปี 2565",
            "2022-09-12",
            "ห้องประชุมใหญ่ ชั้น 3 อาคารหนึ่ง",
        ),
        (
            "เมื่อวันที่ 7 กันยายน 2565 ที่หอประชุมกลาง อธิบดีเข้ารับรางวัลดอกแก้ว ประจำปี 2565 จากปลัดกระทรวง",
            "พิธีมอบรางวัลดอกแก้ว ประจำปี 2565",
            "2022-09-07",
            "หอประชุมกลาง",
        ),
        (
            "กรมรับสองรางวัล ในงานมอบรางวัลดอกแก้ว ประจำปี 2565 (Kaew Awards 2022) ซึ่งจัดขึ้นแล้ว",
            "งานมอบรางวัลดอกแก้ว ประจำปี 2565 (Kaew Awards 2022)",
            None,
            None,
        ),
        (
            "วันนี้ (12 ก.ย. 65) เป็นประธานเปิดงานวันคล้ายวันสถาปนากรมสมมุติ ครบรอบ 9 ปี\nในงานมีการมอบรางวัลดอกแก้ว",
            "งานวันคล้ายวันสถาปนากรมสมมุติ ครบรอบ 9 ปี",
            "2022-09-12",
            None,
        ),
        (
            "กรมคว้ารางวัลชนะเลิศจากเวที “Kaew Excellence Awards 2022” จัดโดยสมาคม และได้รับรางวัลดอกแก้ว",
            "เวที “Kaew Excellence Awards 2022”",
            None,
            None,
        ),
        (
            'กรมได้จัดพิธีมอบรางวัล "ดอกแก้ว เพื่อสังคม" เมื่อวานนี้ (12 ก.ย. 65) ว่า ดี',
            'พิธีมอบรางวัล "ดอกแก้ว เพื่อสังคม"',
            "2022-09-12",
            None,
        ),
        (
            "กรมสมมุติได้รับรางวัลดอกแก้ว เมื่อวันที่ 7 กันยายน 2565 ที่ผ่านมา",
            "พิธีมอบรางวัลดอกแก้ว",
            "2022-09-07",
            None,
        ),
        ("วันนี้ ประธานเปิดงานและมอบรางวัลดอกแก้ว ประจำปี 2565 แก่ผู้ชนะ", None, "2022-09-13", None),
        (
            "ในพิธีมอบรางวัลดอกแก้ว ประจำปี 2565\nณ หอประชุมกลาง เมื่อวันที่ 7 กันยายน 2565",
            "พิธีมอบรางวัลดอกแก้ว ประจำปี 2565",
            "2022-09-07",
            None,
        ),
    ],
)
def test_the_ceremony(body: str, name: str | None, date: str | None, place: str | None) -> None:
    row = one(body)
    assert row is not None
    assert row.date == date
    assert name is None or row.name == name
    assert place is None or row.place == place


def test_who_holds_it() -> None:
    row = one("พิธีมอบรางวัลดอกแก้ว ประจำปี 2565 จัดโดย สำนักงานตัวอย่าง ณ หอประชุมกลาง", "สำนักงานตัวอย่าง")
    assert row is not None
    assert (row.organizer, row.place) == ("สำนักงานตัวอย่าง", "หอประชุมกลาง")
    text = HEAD + "พิธีมอบรางวัลดอกแก้ว ประจำปี 2565 จัดโดย สำนักงานตัวอย่าง ณ หอประชุมกลาง"
    said = {key: text[start:end] for key, (start, end) in row.spans.items()}
    assert said == {
        "name": "พิธีมอบรางวัลดอกแก้ว ประจำปี 2565",
        "place": "หอประชุมกลาง",
        "organizer": "สำนักงานตัวอย่าง",
    }


@pytest.mark.parametrize(
    "body",
    [
        "กรมสมมุติได้รับรางวัลดอกแก้ว จากผลงานดีเด่นของหน่วยงาน",
        "ผลงานที่ได้รับรางวัลของหน่วยงานมีคุณภาพ",
        "กรมส่งผลงานเข้าประกวดชิงรางวัล",
        "กรมได้รับเสนอชื่อเข้ารับรางวัลดอกแก้ว วันนี้ ที่กรม",
        "กรมจดทะเบียนเมื่อวันที่ 1 มกราคม 2540 ได้รับรางวัลดอกแก้ว",
        "วันนี้ ท่านเปิดงาน Kaew Expo 2022 ณ หอประชุม",
        "คาดว่าจะมีการจัดงานมอบรางวัลดอกแก้วในปีหน้า",
    ],
)
def test_without_a_ceremony_there_is_none(body: str) -> None:
    assert one(body) is None


def test_a_draw_of_lots_is_no_ceremony() -> None:
    text = "ออกรางวัลสลากกาชาด\nวันนี้ (12 ก.ย. 65) เป็นประธานในพิธีมอบรางวัล ณ อาคารหนึ่ง"
    assert events(text, [], PUBLISHED) == []
