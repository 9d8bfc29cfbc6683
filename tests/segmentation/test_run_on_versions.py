def test_white_space_before_a_first_number_is_passed_once() -> None:
    row = " " * 50 + "一、灯笼长明。"
    assert [found.start() for found in EACH_FIRST_MARK.finditer(row)] == [0]
    assert EACH_FIRST_MARK.match(row, 20) is None  # else each blank would be tried, with all behind it
