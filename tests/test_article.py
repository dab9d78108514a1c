"""The one real article: what is damaged in it, written by hand from the text."""

import analysis

RESTORED = [
    "همکاری\u200cهای",
    "همکاری\u200cهای",
    "بین\u200cالمللی",
    "به\u200cصرفه",
    "آینده\u200cای",
    "بین\u200cالمللی",
    "می\u200cشود",
    "نقش\u200cآفرینی",
    "سیاست\u200cگذاری",
    "بین\u200cالمللی",
    "منطقه\u200cای",
    "می\u200cشود",
    "مهارت\u200cهای",
    "حوزه\u200cهایی",
    "سال\u200cهای",
    "قطعنامه\u200cهای",
    "منطقه\u200cای",
    "بین\u200cالمللی",
    "رایزنی\u200cهای",
    "می\u200cشود",
    "همکاری\u200cهای",
    "زیرساخت\u200cهای",
    "شرکت\u200cهای",
    "دانش\u200cبنیان",
    "بین\u200cالمللی",
    "می\u200cکند",
    "بین\u200cالمللی",
    "گسترده\u200cتر",
    "شرکت\u200cهای",
    "دانش\u200cبنیان",
    "منطقه\u200cای",
    "می\u200cکند",
    "می\u200cکوشد",
    "ظرفیت\u200cهای",
    "به\u200cصورت",
    "بهره\u200cبرداری",
    "فرصت\u200cهای",
    "نقطه\u200cای",
    "همکاری\u200cهای",
    "بین\u200cالمللی",
    "می\u200cرود",
]


def test_every_lost_half_space_is_found_and_no_other(notes: analysis.Notes) -> None:
    lost = notes.defects[notes.defects["kind"] == "missing-zwnj"]
    assert len(RESTORED) == 41
    assert lost["suggestion"].tolist() == RESTORED
    assert lost["text"].tolist() == [word.replace("\u200c", "") for word in RESTORED]


def test_what_else_is_damaged(notes: analysis.Notes) -> None:
    text = notes.article.text
    others = notes.defects[notes.defects["kind"] != "missing-zwnj"]
    assert others[["kind", "start", "text"]].to_numpy().tolist() == [
        ["space-before-punctuation", text.index(" ، آقای"), " ،"],
        ["missing-space", text.index("،وزیر"), "،"],
        ["unbalanced-quote", text.index("«اتصال جهانی"), "«"],
    ]
    assert others["suggestion"].fillna("").tolist() == ["،", "، ", ""]
