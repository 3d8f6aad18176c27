"""What an annotated copy of a Word file changes beside the document: the lists of its parts and their types."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from itertools import count

from checkers.readers.word import names as n
from checkers.readers.word.package import Element, Package, parse, serialised

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMMENTS_TYPE = f"{_WORD_TYPE}.comments+xml"
_DOCUMENT_TYPE = f"{_WORD_TYPE}.document.main+xml"
_STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STYLE = f"""<w:style xmlns:w="{n.W[1:-1]}" w:type="paragraph" w:customStyle="1" w:styleId="{n.SUMMARY}">
<w:name w:val="Tandem Summary"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>""".encode()
CONTENT_TYPES = "[Content_Types].xml"


def comments_part(package: Package) -> tuple[str, Element]:
    """The name of the part that holds the comments, and its root: that of the file, or a new one."""
    for kind, name in package.relationships(package.main_part).values():
        if kind.endswith("/comments") and name in package.names:
            return name, package.parse(name)
    folder = posixpath.dirname(package.main_part)
    numbered = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    root = parse(f'<w:comments xmlns:w="{n.W[1:-1]}"/>'.encode())
    return next(name for name in numbered if name not in package.names), root


def macro_parts(package: Package) -> tuple[str, ...]:
    """The names of the parts that hold macros, which an ordinary document cannot."""
    found: list[str] = []
    for kind, name in package.relationships(package.main_part).values():
        if kind.endswith("/vbaProject"):
            found += [name, _relationships_name(name), *(part for _, part in package.relationships(name).values())]
    return tuple(name for name in found if name in package.names)


def relationships(package: Package, comments: str, macros: Sequence[str]) -> tuple[str, bytes]:
    """The part that says what the document refers to, its name first: the comments ("": none) too, no macros."""
    main = package.main_part
    part = _relationships_name(main)
    empty = f'<Relationships xmlns="{n.RELATIONSHIPS[1:-1]}"/>'.encode()
    root = package.parse(part) if part in package.names else parse(empty)
    known = package.relationships(main)
    for each in list(root):
        if known.get(each.get("Id", ""), ("", ""))[1] in macros:
            root.remove(each)
    if comments and not any(kind.endswith("/comments") and name == comments for kind, name in known.values()):
        own = next(name for name in map("tandem{}".format, count()) if name not in known)
        of = _STRICT_RELATIONSHIPS if package.is_strict else n.R[1:-1]
        about = {"Id": own, "Type": f"{of}/comments", "Target": posixpath.basename(comments)}
        root.append(root.makeelement(f"{n.RELATIONSHIPS}Relationship", about))
    return part, serialised(root)


def styles(package: Package) -> dict[str, bytes]:
    """The styles with that of the summary's paragraphs: the part by its name; nothing for a file without styles."""
    for kind, name in package.relationships(package.main_part).values():
        if kind.endswith("/styles") and name in package.names:
            root = package.parse(name)
            if not any(each.get(f"{n.W}styleId") == n.SUMMARY for each in root):
                root.append(parse(_STYLE))
            return {name: serialised(root, strict=package.is_strict)}
    return {}


def content_types(package: Package, comments: str, macros: Sequence[str]) -> bytes:
    """The list of the parts' types: the document is an ordinary one, its comments are named, macros are not."""
    root = package.parse(CONTENT_TYPES)
    types = {each.get("PartName", "").lstrip("/").lower(): each for each in root.iterchildren(f"{_TYPES}Override")}
    for macro in macros:
        if macro.lower() in types:
            root.remove(types[macro.lower()])
    for name, kind in ((package.main_part, _DOCUMENT_TYPE), (comments, _COMMENTS_TYPE)):
        if name.lower() in types:
            types[name.lower()].set("ContentType", kind)
        elif name:
            root.append(root.makeelement(f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": kind}))
    return serialised(root)


def _relationships_name(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")
