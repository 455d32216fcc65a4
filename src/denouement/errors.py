"""The errors this project raises on purpose. Each says where, what, and the remedy; none is a traceback to a person."""


class DenouementError(Exception):
    """An error whose text is meant for the person at the keyboard: one clear sentence, exit code 2."""


class AuthorError(DenouementError):
    """What an author wrote cannot be used.

    >>> str(AuthorError("03-boulanger.toml, boulanger-zone", "no correct choice", "mark one with correct = true"))
    '03-boulanger.toml, boulanger-zone: no correct choice; mark one with correct = true'
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        self.where, self.what, self.remedy = where, what, remedy
        super().__init__(f"{where}: {what}; {remedy}")
