import pytest

from kg.extract.mentions import Mention
from kg.extract.people import people
from kg.extract.persons import find_persons, people_words

HEAD = "สำนักงานตัวอย่างรับรางวัลดอกแก้ว ประจำปี 2565\n"


def bodies(text: str, *names: str) -> list[Mention]:
    return [
        Mention(at, at + len(name), "body", name, refs=("agency/x",), surface=name)
        for name in names
        for at in range(len(text))
        if text.startswith(name, at)
    ]


def parts(body: str, *names: str, winners: frozenset[str] = frozenset()) -> dict[str, str]:
    text = HEAD + body
    return {row.name: row.part for row in people(text, sorted(bodies(text, *names), key=lambda m: m.start), winners)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นายกฤษณ์ ใจงาม อธิบดี", [("นาย", "กฤษณ์ ใจงาม")]),
        ("จากนางสาวรัตนา พร้อมสุข ผู้ว่าการ", [("นางสาว", "รัตนา พร้อมสุข")]),
        ("โดยมีพลเอก สมาน ทองดี และนางสาวิตรี มีชัย", [("พลเอก", "สมาน ทองดี"), ("นาง", "สาวิตรี มีชัย")]),
        ("ศ.(พิเศษ) ดร. วิภา ณรงค์เดช กล่าวว่า", [("ศ.(พิเศษ) ดร.", "วิภา ณรงค์เดช")]),
        ("นายกรัฐมนตรี และนายกเทศมนตรีเมืองหนึ่ง กับนายอำเภอ กล่าว", []),
        ("มาตรฐาน คุณภาพ การบริการ", []),
        ("นายสมศรีสุดกล่าวว่า", []),
        ("Dr. Somsri Jaidee said", [("Dr.", "Somsri Jaidee")]),
        ("และ นาย Anders Berg ประธาน", [("นาย", "Anders Berg")]),
        ("นายอันเดอร์ส เบิร์ก (Mr. Anders Berg) ประธาน", [("นาย", "อันเดอร์ส เบิร์ก")]),
        ("New Gen Young Designer 2024", []),
        ("ได้แก่ 1.นายกฤษณ์ ใจงาม 2.เด็กหญิงวิภา มีชัย", [("นาย", "กฤษณ์ ใจงาม"), ("เด็กหญิง", "วิภา มีชัย")]),
        ("นายเรืองเดช ใจงาม และนายกัณฑ์ มีชัย", [("นาย", "เรืองเดช ใจงาม"), ("นาย", "กัณฑ์ มีชัย")]),
        ("พลตรีหญิง คุณหญิงวิภา มีชัย ประธาน", [("พลตรีหญิง คุณหญิง", "วิภา มีชัย")]),
        ("นางวิภา มีชัย ใจงาม รองโฆษก กล่าว", [("นาง", "วิภา มีชัย ใจงาม")]),
        ("นางวิภา มีชัย กล่าว รัฐมนตรี", [("นาง", "วิภา มีชัย")]),
        ("ว่าที่ร้อยตรี  กฤษณ์ ใจงาม ครู", [("ว่าที่ร้อยตรี", "กฤษณ์ ใจงาม")]),
        ("นำโดยพระครูสมมุติธรรม เจ้าอาวาส", [("", "พระครูสมมุติธรรม")]),
        ("พระราชทานรางวัล และพระมหากษัตริย์ ในพระราชพิธี", []),
        ("ศาสตราจารย์สาขาชีววิทยา สถาบันหนึ่ง", []),
    ],
)
def test_names_with_titles(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(person.title, person.name) for person in find_persons(text, people_words())] == expected


@pytest.mark.parametrize("again", ["นางวิภา มีชัย ใจงาม", "นางวิภา มีไชย", "นางวิภา มีชัย"])
def test_one_surname_more_or_a_misprint_makes_nobody_else(again: str) -> None:
    found = find_persons(f"นางวิภา มีชัย อธิบดี\n{again} รองโฆษก กล่าว", people_words())
    assert [person.name for person in found] == ["วิภา มีชัย"] * 2


def test_two_who_share_a_given_name_are_two() -> None:
    found = find_persons("นางวิภา มีชัย อธิบดี\nนางวิภา สุขสันต์ ครู", people_words())
    assert [person.name for person in found] == ["วิภา มีชัย", "วิภา สุขสันต์"]


def test_a_given_name_alone_is_somebody_named_in_full() -> None:
    found = find_persons("‘วิภา’ ชี้\nนางวิภา มีชัย อธิบดี\nนางวิภา กล่าวต่อว่า นายอื่น กล่าว", people_words())
    assert [person.name for person in found] == ["วิภา มีชัย"] * 3


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("นายกฤษณ์ ใจงาม อธิบดีกรมสมมุติ เปิดเผยว่า กรมสมมุติได้รับรางวัล", {"กฤษณ์ ใจงาม": "speaker"}),
        ("นายกฤษณ์ ใจงาม อธิบดีกรมสมมุติ เข้ารับรางวัลดอกแก้ว", {"กฤษณ์ ใจงาม": "receiver"}),
        ("นายกฤษณ์ ใจงาม ผู้อำนวยการ เป็นผู้แทนรับมอบโล่", {"กฤษณ์ ใจงาม": "receiver"}),
        ("นายกฤษณ์ ใจงาม รัฐมนตรีว่าการกระทรวงหนึ่ง เป็นประธานมอบรางวัลดอกแก้ว", {"กฤษณ์ ใจงาม": "presenter"}),
        ("นายกฤษณ์ ใจงาม ปลัดกระทรวง เป็นประธานในพิธี", {"กฤษณ์ ใจงาม": "chair"}),
        ("นายกฤษณ์ ใจงาม ปลัดกระทรวง เป็นประธานในพิธี พร้อมมอบรางวัลดอกแก้ว", {"กฤษณ์ ใจงาม": "presenter"}),
        (
            "นายกฤษณ์ ใจงาม อธิบดี รับมอบรางวัลดอกแก้ว จากนางวิภา มีชัย รองนายกรัฐมนตรี",
            {"กฤษณ์ ใจงาม": "receiver", "วิภา มีชัย": "presenter"},
        ),
        (
            "นางวิภา มีชัย มอบหมายให้นายกฤษณ์ ใจงาม รองอธิบดี เข้ารับรางวัลดอกแก้ว",
            {"กฤษณ์ ใจงาม": "receiver"},
        ),
        (
            "นางวิภา มีชัย อธิบดี พร้อมด้วย นายกฤษณ์ ใจงาม รองอธิบดี เข้ารับรางวัล "
            "โดยมีพลเอก สมาน ทองดี รองนายกรัฐมนตรี เป็นประธานมอบรางวัล",
            {"วิภา มีชัย": "receiver", "กฤษณ์ ใจงาม": "attendee", "สมาน ทองดี": "presenter"},
        ),
        (
            "พิธีมอบรางวัลมีขึ้นแล้ว โดยมี นายกฤษณ์ ใจงาม รองปลัด นางวิภา มีชัย อธิบดี และคณะ เข้าร่วมงาน",
            {"กฤษณ์ ใจงาม": "attendee", "วิภา มีชัย": "attendee"},
        ),
        (
            "โดยมี นายกฤษณ์ ใจงาม กรรมการ นางวิภา มีชัย กรรมการ เข้ารับรางวัลดอกแก้ว",
            {"กฤษณ์ ใจงาม": "receiver", "วิภา มีชัย": "receiver"},
        ),
        (
            "นายกฤษณ์ ใจงาม อธิบดี กล่าวว่า รางวัลนี้\nนายกฤษณ์ กล่าวต่อว่า ขอบคุณ",
            {"กฤษณ์ ใจงาม": "speaker"},
        ),
        (
            "นายกฤษณ์ ใจงาม อธิบดี ให้สัมภาษณ์ภายหลังเข้ารับรางวัลดอกแก้ว ว่า ดีใจ",
            {"กฤษณ์ ใจงาม": "receiver"},
        ),
        (
            "รางวัลชนะเลิศ ผลงาน “ไร่ชา” โดยนางวิภา มีชัย จังหวัดหนึ่ง และรางวัลชมเชย ได้แก่ นายกฤษณ์ ใจงาม",
            {"วิภา มีชัย": "winner", "กฤษณ์ ใจงาม": "winner"},
        ),
        (
            "ได้รับรางวัลดอกแก้ว จากนางวิภา มีชัย ประธานในพิธี",
            {"วิภา มีชัย": "presenter"},
        ),
        ("พลเอก กฤษณ์ ใจงาม ประทานโล่รางวัลดอกแก้ว", {"กฤษณ์ ใจงาม": "presenter"}),
        ("นายกฤษณ์ ใจงาม รับรางวัลผู้บริหารดีเด่น", {"กฤษณ์ ใจงาม": "winner"}),
        ("นายกฤษณ์ ใจงาม เป็นผู้แทนกรมสมมุติในการเข้ารับรางวัล", {"กฤษณ์ ใจงาม": "receiver"}),
        ("นางวิภา มีชัย ชนะรางวัลดอกแก้ว", {"วิภา มีชัย": "winner"}),
        ("มอบรางวัลดอกแก้ว ให้แก่นางวิภา มีชัย จากบ้านหนึ่ง", {"วิภา มีชัย": "winner"}),
        ("มอบรางวัลดอกแก้ว ให้แก่นางวิภา มีชัย อธิบดีกรมสมมุติ", {"วิภา มีชัย": "receiver"}),
        (
            "มีแขกเข้าร่วมงาน อาทิ นางวิภา มีชัย และนายกฤษณ์ ใจงาม",
            {"วิภา มีชัย": "attendee", "กฤษณ์ ใจงาม": "attendee"},
        ),
        (
            "นายกฤษณ์ ใจงาม ปลัดกระทรวง เป็นประธานในพิธี พร้อมด้วยนางวิภา มีชัย อธิบดี กล่าวรายงาน",
            {"กฤษณ์ ใจงาม": "chair", "วิภา มีชัย": "speaker"},
        ),
        ("นางวิภา มีชัย ร่วมกล่าวแก่ผู้เข้ารับรางวัล และมอบโล่รางวัลดอกแก้ว", {"วิภา มีชัย": "presenter"}),
        (
            "รางวัลชนะเลิศ ไร่ชา โดย กรมสมมุติ\n1. นางวิภา มีชัย นักวิชาการ\n2. นายกฤษณ์ ใจงาม ครู",
            {"วิภา มีชัย": "winner", "กฤษณ์ ใจงาม": "winner"},
        ),
        ("กรรมการตัดสินรางวัลชนะเลิศ\n1. นางวิภา มีชัย\n2. นายกฤษณ์ ใจงาม", {}),
        ("ได้รับรางวัลแล้ว สอบถามเพิ่มเติม นายกฤษณ์ ใจงาม กล่าวว่า ยินดี", {}),
        ("นายกฤษณ์ ใจงาม อธิบดี ชื่นชมหน่วยงานที่ได้รับรางวัลดอกแก้ว", {}),
    ],
)
def test_parts(body: str, expected: dict[str, str]) -> None:
    assert parts(body) == expected


def test_words_within_the_name_of_a_body_are_no_cues() -> None:
    body = "นายกฤษณ์ ใจงาม ปลัดกระทรวงเพื่อการตัวอย่าง เข้ารับรางวัลดอกแก้ว"
    assert parts(body, "กระทรวงเพื่อการตัวอย่าง") == {"กฤษณ์ ใจงาม": "receiver"}


def test_who_tells_of_what_a_body_has_received_speaks() -> None:
    body = "นายกฤษณ์ ใจงาม ผู้จัดการ เปิดเผยภายหลัง กรมสมมุติ รับรางวัลดอกแก้ว ว่า ดีใจ"
    assert parts(body, "กรมสมมุติ") == {"กฤษณ์ ใจงาม": "speaker"}


def test_a_late_award_makes_a_story_only_where_somebody_won_or_a_contest_is_held() -> None:
    late = "นายกฤษณ์ ใจงาม อธิบดี กล่าวว่า ดี\n" + "งบประมาณ " * 200 + "\nรางวัลที่หนึ่ง รางวัลที่สอง รางวัลที่สาม"
    assert people(late, [], set()) == []
    (row,) = people(late, [], set(), conferred=True)
    assert (row.name, row.part, "late" in row.signs) == ("กฤษณ์ ใจงาม", "speaker", True)
    assert [row.part for row in people("เชิญชวนประกวดภาพวาด\n" + late, [], set())] == ["speaker"]


def test_a_known_winner_is_one_with_or_without_a_title() -> None:
    body = "นายกฤษณ์ ใจงาม กล่าวว่า รางวัลเป็นของ Anna Berg"
    assert parts(body, winners=frozenset({"กฤษณ์ ใจงาม", "Anna Berg"})) == {
        "กฤษณ์ ใจงาม": "winner",
        "Anna Berg": "winner",
    }


@pytest.mark.parametrize("head", ["ผลสลากกาชาด มอบรางวัลแก่ผู้โชคดี\n", "ประชุมงบประมาณ\n"])
def test_without_an_award_nobody_has_a_part(head: str) -> None:
    assert people(head + "นายกฤษณ์ ใจงาม อธิบดี กล่าวว่า ดี", [], set()) == []


def test_title_post_and_agency_have_their_spans() -> None:
    text = HEAD + "นางวิภา มีชัย รองอธิบดีกรมสมมุติ เข้ารับรางวัลดอกแก้ว ณ หอประชุม"
    (row,) = people(text, bodies(text, "กรมสมมุติ"), set())
    said = {key: text[start:end] for key, (start, end) in row.spans.items()}
    assert said == {
        "name": "วิภา มีชัย",
        "part": "นางวิภา มีชัย รองอธิบดีกรมสมมุติ เข้ารับรางวัล",
        "title": "นาง",
        "post": "รองอธิบดีกรมสมมุติ",
        "agency": "กรมสมมุติ",
    }
    assert (row.title, row.post, row.agency) == ("นาง", "รองอธิบดีกรมสมมุติ", "กรมสมมุติ")
    assert 0 < row.confidence <= 1
