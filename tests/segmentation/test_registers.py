"""What registers, converters and sites put around the clauses of real texts, in words of our own."""

from segmentation.texts import cut


def numbers(text: str, at: int = 0) -> list[str]:
    """Return the printed numbers of a version."""
    return [one.number for one in cut(text).versions[at].clauses if one.number]


def codes(text: str) -> set[str]:
    """Return the kinds of findings of the first version."""
    return {one.code for one in cut(text).versions[0].findings}


HISTORY = (
    "燈塔管理辦法\n\n1.中華民國七十年三月一日港務局（70）港令字第 100 號令訂定發布全文 3 條\n"
    "2.中華民國八十年五月二日港務局港令字第 20\n  7 號令修正發布第 2\n  條條文\n\n"
    "第 1 條\n燈塔夜間點燈。\n\n第 2 條\n看守人每日上油。\n\n第 3 條\n本辦法自發布日施行。\n"
)


def test_history_of_an_enactment_is_a_note_and_no_list() -> None:
    assert numbers(HISTORY) == ["第 1 條", "第 2 條", "第 3 條"]
    assert not codes(HISTORY) & {"number_repeated", "number_skipped", "run_on_heading"}
    version = cut(HISTORY).versions[0]
    assert version.issued == "1991-05-02"
    assert "note" in {one.kind for one in version.set_aside}


def test_history_in_another_language_is_read_alike() -> None:
    told = (
        "Lamp Act\n1. Enacted on 3 May 2001\n2. Article 2 amended on 4 June 2010\n"
        "Article 1\nLamps burn at night.\nArticle 2\nThe keeper oils them.\n"
    )
    assert numbers(told) == ["Article 1", "Article 2"]


def test_a_list_above_the_articles_that_tells_of_no_enactment_stays() -> None:
    listed = "燈塔須知\n1.燈塔夜間點燈。\n2.看守人每日上油。\n第一條 油在庫房。\n第二條 燈在塔頂。\n"
    assert numbers(listed) == ["1.", "2.", "第一條", "第二條"]


def test_house_number_alone_is_no_clause() -> None:
    text = (
        "Lamp Notice\nWe keep the lamps lit.\nWrite to:\n"
        "149 New Quay Street\n4th Floor\nPort Lamp, CA 94105\n"
    )
    assert numbers(text) == []
    assert "fragment" not in codes(text)


def test_bare_numbers_with_neighbours_are_clauses() -> None:
    text = "Lamp Act\n\n7 Nets on the pier\n\nNets dry there.\n\n8 Boats in winter\n\nBoats stay ashore.\n"
    assert numbers(text) == ["7", "8"]


def test_headings_that_bear_the_number_of_their_section() -> None:
    text = (
        "Lamp Act\n\n1. Meaning\n\n1. In this Act a lamp is a light.\n\n2. Oil\n\n2. The keeper buys oil.\n\n"
        "3. Wicks\n\n3. (1) Wicks are cut.\n\n(2) Old ones are burnt.\n"
    )
    assert numbers(text) == ["1.", "2.", "3.", "(1)", "(2)"]
    assert "number_repeated" not in codes(text)


def test_amounts_with_parted_thousands_are_no_clauses() -> None:
    text = (
        "第一条 燈油の額は、次のとおりとする。\n一二五、九二〇\n一二六、九八〇\n一二九、三八〇円\n"
        "第二条 燈は夜に点ける。\n"
    )
    assert numbers(text) == ["第一条", "第二条"]


def test_span_of_months_is_no_clause() -> None:
    text = (
        "§ 1 Die Lehre umfasst im\n1. bis 18.\nMonat das Anzünden.\n"
        "§ 2 Sie umfasst im\n19. bis 36.\nMonat das Löschen.\n"
    )
    assert numbers(text) == ["§ 1", "§ 2"]


def test_act_that_amended_a_law_is_cited() -> None:
    text = (
        "Lampengesetz\nZuletzt geändert durch\n"
        "Art. 3 V v. 16.2.2015 I 217\n§ 1 Lampen brennen.\n§ 2 Öl wird gekauft.\n"
    )
    assert numbers(text) == ["§ 1", "§ 2"]
    assert "fragment" not in codes(text)


def test_sign_of_a_note_before_an_article() -> None:
    text = "Art. 7 Boote\nBoote bleiben.\n12 Art. 8 Netze\nNetze trocknen.\nArt. 9 Öl\nÖl wird gekauft.\n"
    assert numbers(text) == ["Art. 7", "Art. 8", "Art. 9"]


def test_lines_of_a_cited_title_are_no_running_head() -> None:
    cited = "relative aux lampes des quais"
    pieces = [
        f"{n}. L'annexe {n} de la loi du 3 mai 2001\n{cited}\nmodifiant la loi du 2 mai 1990 est abrogée.\n"
        for n in range(1, 6)
    ]
    text = f"Règlement du 8 juin 2011 modifiant la loi {cited}\n\n" + "".join(pieces)
    assert "page_header" not in {one.kind for one in cut(text).versions[0].set_aside}


def test_numbers_of_cells_are_no_contents() -> None:
    text = "§ 1 Die Boote:\n1\n2\n3\n4\n§ 2 Die Netze:\n1\nNetz\n2\nSeil\n3\nHaken\n4\nBoje\n"
    assert "contents" not in {one.kind for one in cut(text).versions[0].set_aside}


def test_contents_with_a_preamble_between_list_and_text() -> None:
    heads = [f"Article {n} – {name}" for n, name in enumerate("Lampes Huile Mèches Quais Barques".split(), 1)]
    text = (
        "Conditions du phare\n\n"
        + "\n".join(heads)
        + "\nToute lampe allumée vaut acceptation de ce qui suit :\n\n"
        + "".join(
            f"{head}\n\nLe gardien en prend soin chaque soir.\n\nIl en rend compte.\n\n" for head in heads
        )
    )
    assert numbers(text) == [f"Article {n}" for n in range(1, 6)]


def test_list_of_the_outer_form_inside_an_item() -> None:
    text = (
        "1. Lamps\nThey burn.\n2. Oil\nIt is bought.\n3. End\n"
        "a) The keeper may leave.\nb) The following applies:\n"
        "1. The lamp is put out.\n2. The key is returned.\nc) The oil stays.\n4. Secrets\nThey are kept.\n"
    )
    assert numbers(text) == ["1.", "2.", "3.", "a)", "b)", "1.", "2.", "c)", "4."]
    assert "number_skipped" not in codes(text)


def test_new_wording_in_addenda_is_not_the_laws_own() -> None:
    text = (
        "제1조(목적) 등불을 켠다.\n제2조(기름) 기름을 산다.\n부칙 <제3호,2020.3.1>\n"
        "제1조(시행일) 이 규칙은 공포한 날부터 시행한다.\n"
        "제2조(다른 규칙의 개정) ① 배 규칙 일부를 다음과 같이 개정한다.\n제5조제4호를 다음과 같이 한다.\n"
        "  4. 등불을 켠 배\n② 그물 규칙 일부를 다음과 같이 개정한다.\n제6조 중 “배”를 “등불”로 한다.\n"
    )
    assert "number_skipped" not in codes(text)
    assert "4." not in numbers(text)
    assert numbers(text)[-2:] == ["①", "②"]
