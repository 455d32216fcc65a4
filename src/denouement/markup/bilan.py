"""« Mon bilan » before any script: where it is drawn, « Mon affaire », and the certificate to fill in, even by hand."""

from collections.abc import Mapping, Sequence

from .html import Raw, data_script, h
from .pages import affair_html

#: What a certificate of completion says, in its order. Dates are written in words, as on paper.
CERTIFICATE = (
    "organisation",
    "representative",
    "learner",
    "company",
    "course",
    "from",
    "to",
    "hours",
    "place",
    "signed-at",
    "signed-on",
)


def bilan_html(table: Mapping, fields: Sequence[Mapping], words: Mapping[str, str]) -> Raw:
    """`table` is the compiled "learning" table, `fields` those of « Mon affaire » (see compiler.assessments)."""
    return h(
        "div",
        h("noscript", h("p", words["bilan.noscript"], class_="notice")),
        h("div", class_="bilan-report"),
        h("section", h("h2", words["bilan.affair"]), affair_html(fields, words), class_="bilan-affair"),
        _certificate(words),
        data_script(table),
        data_bilan=True,
    )


def _certificate(words: Mapping[str, str]) -> Raw:
    return h(
        "section",
        h("h2", words["certificate.title"]),
        h("p", words["certificate.what"], class_="certificate-note"),
        h("p", words["certificate.local"], class_="certificate-note"),
        h(
            "form",
            h("p", words["certificate.title"], class_="certificate-title", aria_hidden="true"),
            *(_field(name, words) for name in CERTIFICATE),
            h("div", h("p", words["certificate.signature"]), class_="certificate-signature"),
            class_="certificate-sheet",
            novalidate=True,
            autocomplete="off",
        ),
        class_="certificate",
    )


def _field(name: str, words: Mapping[str, str]) -> Raw:
    field_id, given = f"certificate-{name}", words.get(f"certificate.{name}.given")
    label = h("label", words[f"certificate.{name}"], for_=field_id)
    if name == "organisation":
        field = h("textarea", id=field_id, name=name, rows=2)
    else:
        field = h("input", type="text", id=field_id, name=name, value=given)
    return h("p", label, field, class_=f"certificate-field {name}")
