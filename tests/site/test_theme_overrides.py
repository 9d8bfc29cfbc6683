"""What is written into a finished page: the style knows how wide it is before the content comes."""

import pytest

from hexapla.site.theme_overrides import mark_container

MATERIAL = (
    '<body><header></header><div class="md-container" data-md-component="container"><article>{}</article>'
)


@pytest.mark.parametrize(
    ("content", "classes"),
    [
        (
            '<div class="hx hx-wide" lang="en">&lt;div class="md-container"</div>',
            "md-container hx-page hx-wide",
        ),
        ('<div class="hx" lang="en">hx hx-wide</div>', "md-container hx-page"),
    ],
)
def test_the_container_says_whether_a_page_is_wide(content: str, classes: str) -> None:
    page = MATERIAL.format(content)
    assert mark_container(page) == page.replace('"md-container"', f'"{classes}"', 1)


def test_a_theme_without_a_container_is_left_as_it_is() -> None:
    page = '<body><main><div class="hx hx-wide"></div></main>'
    assert mark_container(page) == page
