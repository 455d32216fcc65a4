"""What is kept and not judged: a free text, a prediction, the dates of the learner's own deal."""

from dataclasses import dataclass
from typing import ClassVar, Self

from .base import Question, Wording, common
from .entry import Entry, unique_ids


@dataclass(frozen=True)
class Text(Question):
    """Free text. `affair` names the field of « Mon affaire » it feeds, if any, under `affair_label`."""

    placeholder: str
    affair: str
    affair_label: str

    kind: ClassVar[str] = "text"
    data_kind: ClassVar[str] = "text"
    judged: ClassVar[bool] = False

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "placeholder", "affair", "affair_label", judged=False)
        affair = entry.text("affair", "")
        return cls(
            **fields,
            placeholder=entry.text("placeholder", ""),
            affair=affair,
            affair_label=entry.text("affair_label", None if affair else ""),
        )

    def shown(self, wording: Wording) -> dict:
        affair = {"affair": self.affair, "affair_label": wording.plain(self.affair_label)} if self.affair else {}
        return {"placeholder": wording.plain(self.placeholder)} | affair

    def sealed(self, wording: Wording) -> dict:
        return {"answers": []}

    def responses(self):
        return (), ()


@dataclass(frozen=True)
class Prediction(Question):
    """A figure (`unit`, `least` to `most` by `step`) or an outcome (`choices`) said before knowing.

    `outcome` is what the course found, `outcome_text` the sentence the reveal shows beside the prediction.
    """

    unit: str
    least: float
    most: float
    step: float
    choices: tuple[tuple[str, str], ...]
    outcome: str
    outcome_text: str

    kind: ClassVar[str] = "prediction"
    data_kind: ClassVar[str] = "prediction"
    judged: ClassVar[bool] = False

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "unit", "min", "max", "step", "choice", "outcome", "outcome_text", judged=False)
        choices = entry.entries("choice")
        unique_ids(choices)
        for choice in choices:
            choice.only("id", "text")
        least, most, step = (0.0, 0.0, 0.0)
        if not choices:
            least, most, step = entry.number("min"), entry.number("max"), entry.number("step", 1.0)
            if not (least < most and step > 0):
                entry.fail("min, max and step do not make a scale", "write min below max and a positive step")
        outcome = entry.text("outcome") if choices else f"{entry.number('outcome'):g}"
        if choices and outcome not in {c.text("id") for c in choices}:
            entry.fail(f"the outcome {outcome!r} is no choice", "write the id of one of its choices")
        return cls(
            **fields,
            unit=entry.text("unit", ""),
            least=least,
            most=most,
            step=step,
            choices=tuple((c.text("id"), c.text("text")) for c in choices),
            outcome=outcome,
            outcome_text=entry.text("outcome_text"),
        )

    def shown(self, wording: Wording) -> dict:
        if self.choices:
            return {"choices": [{"id": name, "html": wording.inline(text)} for name, text in self.choices]}
        return {"unit": wording.plain(self.unit), "min": self.least, "max": self.most, "step": self.step}

    def sealed(self, wording: Wording) -> dict:
        return {"answers": [], "outcome": self.outcome, "outcome_html": wording.html(self.outcome_text)}

    def responses(self):
        return (), ()


@dataclass(frozen=True)
class Dates(Question):
    """Two dates of the learner's own deal; the page counts the days between them."""

    from_label: str
    to_label: str

    kind: ClassVar[str] = "dates"
    data_kind: ClassVar[str] = "text"
    judged: ClassVar[bool] = False

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "from_label", "to_label", judged=False)
        return cls(**fields, from_label=entry.text("from_label"), to_label=entry.text("to_label"))

    def shown(self, wording: Wording) -> dict:
        return {"from_label": wording.plain(self.from_label), "to_label": wording.plain(self.to_label)}

    def sealed(self, wording: Wording) -> dict:
        return {"answers": []}

    def responses(self):
        return (), ()
