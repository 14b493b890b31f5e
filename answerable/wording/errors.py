"""What went wrong, said as what to do next; callers switch on the type and hand in a code (style.md 4)."""

from enum import StrEnum

from answerable.wording.words import Words


class Trouble(StrEnum):
    """What a page may have to tell."""

    SAY_IF_REACHED = "say-if-reached"
    AFTER_TODAY = "after-today"
    SIGN_IN = "sign-in"
    LOCKED = "locked"
    SHORT = "short"
    GUESSABLE = "guessable"
    NOT_THE_SAME = "not-the-same"
    NAME_TAKEN = "name-taken"
    TOO_LONG = "too-long"
    EMPTY = "empty"
    NO_READERS = "no-readers"
    NOT_SAVED = "not-saved"
    SAVED_ALREADY = "saved-already"
    CHANGED_MEANWHILE = "changed-meanwhile"
    INVITATION_ENDED = "invitation-ended"
    INVITATION_CODE = "invitation-code"
    NOT_HERE = "not-here"
    GIVE_REASON = "give-reason"


def trouble(code: Trouble, words: Words, *, at: str = "") -> str:
    """Return the sentence for a code; `at` is the clock time at which the page locked."""
    return {**_on_forms(words), **_on_accounts(words), **_on_saving(words)}[code].format(time=at)


def _on_forms(words: Words) -> dict[Trouble, str]:
    """Return what a form says beside a field."""
    return {
        Trouble.SAY_IF_REACHED: words.gettext("Say whether you reached him"),
        Trouble.AFTER_TODAY: words.gettext("The contact cannot be after today"),
        Trouble.TOO_LONG: words.gettext(
            "This text is longer than 20,000 characters. Shorten it, or write two entries."
        ),
        Trouble.EMPTY: words.gettext("Write something here first"),
        Trouble.NO_READERS: words.gettext("Choose at least one group that can read this"),
        Trouble.GIVE_REASON: words.gettext("Write why. People you answer to want to be able to follow or question it."),
    }


def _on_accounts(words: Words) -> dict[Trouble, str]:
    """Return what is said about names, passphrases and invitations."""
    return {
        Trouble.SIGN_IN: words.gettext("That name and passphrase do not fit together. Check for a missing word."),
        Trouble.LOCKED: words.gettext(
            "This page locked at {time}. Your text is still here. Enter your passphrase to keep it."
        ),
        Trouble.SHORT: words.gettext("Make it 15 characters or longer, or take the six words"),
        Trouble.GUESSABLE: words.gettext("This one is easy to guess. Take the six words, or add to it."),
        Trouble.NOT_THE_SAME: words.gettext("The two do not match. Type it once more."),
        Trouble.NAME_TAKEN: words.gettext("Somebody here has this name. Choose another one."),
        Trouble.INVITATION_ENDED: words.gettext(
            "This invitation was used or has run out. Ask who invited you for a new one."
        ),
        Trouble.INVITATION_CODE: words.gettext("This code does not fit the invitation. Compare it letter by letter."),
    }


def _on_saving(words: Words) -> dict[Trouble, str]:
    """Return what is said when something could not be kept or shown."""
    return {
        Trouble.NOT_SAVED: words.gettext("This was not saved. Your text is still here. Try again in a minute."),
        Trouble.SAVED_ALREADY: words.gettext("This was saved already. You need not send it again."),
        Trouble.CHANGED_MEANWHILE: words.gettext(
            "Somebody else has written since you opened this. Read it, then save yours."
        ),
        Trouble.NOT_HERE: words.gettext("This is not here, or not for you to read."),
    }


def passphrase_note(words: Words) -> str:
    """Return what stands beside a new passphrase (interface.md 3, row 12)."""
    return words.gettext(
        "Nobody can reset this for you, the host neither. Without it and without the paper, your entries stay closed"
        " to you. Your group can let you in again."
    )


def close_note(words: Words) -> str:
    """Return what Close does (interface.md 3, row 13)."""
    return words.gettext(
        "This closes everything and opens a weather page. Your browser’s history still shows that you were here."
    )
