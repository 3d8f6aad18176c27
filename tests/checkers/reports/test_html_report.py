"""The web page: whole in itself, harmless, readable by everybody, and printable."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from checkers.reports.html import write
from checkers.reports.manner import Manner
from checkers.visible import visible_line
from tests.checkers.reports.papers import HOSTILE, MANNER, checked

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
STYLE = files("checkers.reports").joinpath("page.css").read_text("utf-8")
ALL = replace(MANNER, all_outcomes=True)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def page(manner: Manner = ALL, papers: dict[str, str] | None = None) -> str:
    """The page about some documents."""
    return "".join(write(checked() if papers is None else checked(papers.items()), manner))


def tree(text: str) -> HtmlElement:
    """The page as elements."""
    return document_fromstring(text)


class Strict(HTMLParser):
    """Holds every element's end against its beginning, as browsers do not."""

    VOID = frozenset({"meta", "br", "hr", "img", "input", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Keep in mind what was begun."""
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """What ends is what was begun last."""
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    ("manner", "papers"), [(ALL, None), (MANNER, None), (MANNER, {}), (ALL, {"a.txt": HOSTILE})],
    ids=["all", "findings", "nothing", "hostile"],
)  # fmt: skip
def test_every_element_ends_where_it_should(manner: Manner, papers: dict[str, str] | None) -> None:
    """And no identifier is given twice, and every link within the page leads somewhere."""
    text = page(manner, papers)
    strict = Strict()
    strict.feed(text)
    assert not strict.open
    root = tree(text)
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {link.removeprefix("#") for link in root.xpath("//a/@href")} <= set(ids)
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)


def test_it_needs_nothing_from_anywhere() -> None:
    """No script, no picture, no address; and the page itself forbids them."""
    text = page()
    root = tree(text)
    assert not root.xpath("//script | //img | //link | //iframe | //object | //form | //@src | //@onerror | //@style")
    assert not re.search(r"https?:|//\w|url\(|@import", text)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_it_has_a_language_a_title_with_the_day_and_landmarks() -> None:
    """What a screen reader says first."""
    root = tree(page())
    assert root.get("lang") == "en"
    assert root.findtext(".//title") == "Check of 6 documents, June 1, 2026"
    for landmark in ("header", "main", "footer"):
        assert len(root.xpath(f"//body/{landmark}")) == 1
    assert root.xpath("//body/*[1]/@href") == ["#findings"]


@pytest.mark.parametrize("manner", [MANNER, ALL])
def test_headings_go_down_step_by_step(manner: Manner) -> None:
    """One at the top, and none is left out on the way down."""
    levels = [int(element.tag[1]) for element in tree(page(manner)).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_tables_have_captions_and_heads() -> None:
    """Each column and each row says what it is about."""
    tables = tree(page()).xpath("//table")
    assert tables
    for table in tables:
        assert "".join(table.find("caption").itertext()).strip()
        assert set(table.xpath("./thead/tr/*/@scope")) == {"col"}
        assert len(table.xpath("./tbody/tr")) == len(table.xpath("./tbody/tr/*[1][self::th and @scope='row']"))


def test_every_finding_is_there_in_words() -> None:
    """What, where, what to do, who, why: also without colours and symbols."""
    text = " ".join("".join(tree(page(MANNER)).itertext()).split())
    for report in checked():
        assert visible_line(report.path) in text
        for outcome in report.findings:
            for words in (outcome.message, outcome.fix):
                assert " ".join(visible_line(words).split()) in text
    assert "Error MED001: A coordination note leaves its Medicaid box unchecked" in text
    assert "Please look SIG005" in text


def test_what_documents_say_is_words_and_nothing_more() -> None:
    """A name with a script in it, signs that end the style sheet, that colour a terminal, that turn the text around."""
    text = page(ALL, {"<b>\u202e</style>.txt": HOSTILE})
    assert "&lt;b&gt;\ufffd&lt;/style&gt;.txt" in text
    assert text.count("</style>") == 1
    assert not set(text) & {"\x1b", "\u202e", "\u202c"}


@given(st.text(st.characters(), max_size=30), st.text(st.characters(), max_size=30))
def test_no_name_and_no_message_changes_the_page(name: str, said: str) -> None:
    """The same elements come out, whatever the words are."""
    reports = checked([("a.txt", HOSTILE)])
    plain = _elements("".join(write(reports, MANNER)))
    outcomes = tuple(replace(each, message=f"x{said}", fix=f"x{said}") for each in reports[0].outcomes)
    text = "".join(write([replace(reports[0], path=f"x{name}", outcomes=outcomes)], MANNER))
    assert _elements(text) == plain
    text.encode()


def _elements(text: str) -> list[tuple[str, list[str]]]:
    return [(each.tag, sorted(each.keys())) for each in tree(text).iter(etree.Element)]


# --- colours ----------------------------------------------------------------------------------------------------------

BACKGROUNDS = ("page", "surface")
NO_TEXT = {*BACKGROUNDS, "line"}


def palettes() -> Iterator[dict[str, str]]:
    """The colours of the light, the dark and the printed page."""
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL):
        yield dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it: from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    """Black on white is the most there is; this grey on white just passes."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_words_stand_out_in_light_in_dark_and_on_paper() -> None:
    """At least 4.5 to 1 for every colour of words on every background (WCAG 2.2, 1.4.3), and all use these colours."""
    schemes = list(palettes())
    assert len(schemes) == 3
    assert len({frozenset(scheme) for scheme in schemes}) == 1
    for scheme in schemes:
        for name in scheme.keys() - NO_TEXT:
            for background in BACKGROUNDS:
                assert contrast(scheme[name], scheme[background]) >= 4.5, (name, background)
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl|: (?:white|black|gr[ae]y)\b", rules)


# --- in a browser -----------------------------------------------------------------------------------------------------


def chromium(tmp_path: Path, *words: str) -> bytes:
    """What Chromium makes of the page, without a network."""
    assert CHROMIUM is not None
    target = tmp_path / "report.html"
    target.write_bytes(page().encode())
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run", *words, target.as_uri(),
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, check=True, timeout=120, cwd=tmp_path).stdout


@needs_chromium
def test_a_browser_sees_the_page_that_was_written(tmp_path: Path) -> None:
    """It mends nothing and adds nothing."""
    seen = chromium(tmp_path, "--dump-dom").decode()
    assert _elements(seen) == _elements(page())


@needs_chromium
def test_it_prints_whole(tmp_path: Path) -> None:
    """Every finding and every rule is on paper."""
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'report.pdf'}")
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as printed:
        text = " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in printed)
    for outcome in (outcome for report in checked() for outcome in report.findings):
        assert f"{outcome.rule}:" in text
    assert "This is information, not legal advice." in text
