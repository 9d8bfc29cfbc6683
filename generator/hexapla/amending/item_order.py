"""Bring the commands of an instrument into the order of the law, those of one clause into one item."""

from collections.abc import Sequence

from hexapla.amending.amendment_plan import AmendmentPlan
from hexapla.amending.instrument import Command, Verb

FIRST, LAST = -2.0, 1e9


class ItemOrder:
    """Where commands stand in an instrument: at the place of their clause in the base."""

    def __init__(self, plan: AmendmentPlan) -> None:
        """Take the articles of both versions, and which are one."""
        articles = plan.new.of_kind("article")
        self.base = {entry.label: index for index, entry in enumerate(plan.old.of_kind("article"))}
        self.before: dict[str, tuple[float, float]] = {}
        last = -1.0
        for index, entry in enumerate(articles):
            sources = plan.pairs.sources.get(id(entry), ())
            last = self.base[sources[0].label] if sources else last
            self.before[entry.label] = (last + 0.5, index)

    def rank(self, command: Command) -> tuple[float, float]:
        """Return a command's place: that of its clause; of a new clause, after that before it."""
        kinds = {step.kind for step in command.place}
        if command.verb is Verb.TITLE or kinds & {"title", "note", "contents", "body"}:
            return (FIRST, 0)
        if command.verb is Verb.SUBSTITUTE and not command.places:
            return (LAST, 0)
        articles = [step.label for step in command.place if step.kind == "article"]
        if not articles:
            return (LAST - 1 if command.verb is Verb.MOVE else FIRST + 1, 0)
        if command.verb is Verb.INSERT and command.new_places[:1] == command.places[:1]:
            return self.before.get(articles[0], (LAST - 2, 0))
        return (self.base.get(articles[0], 0), 0)

    def arrange(self, commands: Sequence[Command]) -> list[list[Command]]:
        """Part commands into items: those of one clause are one."""
        items: list[list[Command]] = []
        for command in sorted(commands, key=self.rank):
            rank = self.rank(command)
            last = items[-1][-1] if items else None
            clause = command.place[:1]
            if last and clause and last.place[:1] == clause and self.rank(last)[0] == rank[0] >= 0:
                items[-1].append(command)
            else:
                items.append([command])
        return items
