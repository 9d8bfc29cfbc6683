"""Flags: the ladder, and facts by their value."""

import pytest

from hexapla.comparison import diff_texts, find_flags


@pytest.mark.parametrize(
    ("base", "target", "language", "found"),
    [
        ("甲", "甲", "zh", "identical"),
        ("a b", "a  b", "en", "whitespace"),
        ("ＡＢ", "AB", "zh", "width"),
        ("先付，后取", "先付后取", "zh", "punctuation"),
        ("12,000 bricks", "12000 bricks", "en", "punctuation"),
        ("``Deed''", '"Deed"', "en", "punctuation"),
        ("rate of 1.5", "rate of 15", "en", "number"),
        ("5% extra", "5 extra", "en", "percentage number"),
        ("the Deed", "the deed", "en", "case"),
        ("发现", "發現", "zh", "script"),
        ("within 30 days", "within thirty days", "en", "wording"),
        ("三十日内", "30日内", "zh", "wording"),
        ("within 30 days", "within 30 business days", "en", "period"),
        ("binnen eines Monats", "binnen zweier Monate", "de", "period"),
        ("付一百元", "付100元", "zh", "wording"),
        ("付一万元", "付1.5万元", "zh", "money"),
        ("出资三亿五千万元", "出资3.5亿元", "zh", "wording"),
        ("出资3亿5000万元", "出资3.5亿元", "zh", "wording"),
        ("出资1万5000元", "出资1.5万元", "zh", "wording"),
        ("出资3亿5000万元", "出资3亿6000万元", "zh", "money"),
        ("百分之五", "5%", "zh", "wording"),
        ("每周一开放", "每周二开放", "zh", "date"),
        ("open in May", "open in June", "en", "date"),
        ("boats may land", "boats must land", "en", "modality"),
        ("Straße", "STRASSE", "de", "case"),
        ("Straße", "Strasse", "de", "wording"),
        ("三十千瓦", "30千瓦", "zh", "wording"),
        ("付人民币三千元", "付三千元", "zh", "money"),
        ("付人民币三千元", "付欧元三千元", "zh", "money"),
        ("轮休半年", "轮休0.5年", "zh", "wording"),
        ("bis zum 28.02.2027", "bis zum 07.03.2027", "de", "date"),
        ("am 28.02.2027", "am 2027-02-28", "de", "wording"),
        ("2027/3/1起", "2027/4/1起", "zh", "date"),
        ("release 3.14.20", "release 3.15.20", "en", "number"),
        ("约USD500元", "约USD600元", "zh", "money"),
        ("登入IPv6网", "登入内网", "zh", "wording"),
        ("蜂箱四具", "蜂箱六具", "zh", "number"),
        ("甲限三日，乙限五日", "甲限五日，乙限三日", "zh", "period"),
        ("甲应巡夜，乙得守门", "甲得巡夜，乙应守门", "zh", "modality"),
        ("三日内付清。五日内取走。", "五日内取走。三日内付清。", "zh", "wording"),
        ("dose of 5 mg", "dose of 5 ml", "en", "number"),
        ("限速80km/h", "限速80km", "zh", "number"),
        ("应急预案", "应急方案", "zh", "single_character"),
        ("对应的船位", "相应的船位", "zh", "single_character"),
        ("有效", "无效", "zh", "single_character"),
        ("le preneur doit payer", "le preneur peut payer", "fr", "modality"),
        ("届け出なければならない", "届け出ることができる", "ja", "modality wording"),
    ],
)
def test_flags(base: str, target: str, language: str, found: str) -> None:
    for pair in ((base, target), (target, base)):
        assert {flag.value for flag in find_flags(diff_texts(*pair, language), language)} == set(
            found.split()
        )


@pytest.mark.parametrize("text", ["\U000116d0", "\U000116d0.5", "3亿\U000116d0000", "1 \U000116d0 Mai 2020"])
def test_a_digit_newer_than_this_python_is_no_error(text: str) -> None:
    assert find_flags(diff_texts("", text, "de"), "de")
