"""Whether two tellings can mean one person: surnames agree, else titles."""

Told = tuple[str | None, str | None]


def same_person(one: Told, two: Told) -> bool:
    """Whether a name with its title and another can be one person's; unknown agrees with all.

    >>> same_person(("عباس عراقچی", None), ("عراقچی", "وزیر امور خارجه"))
    True
    >>> same_person((None, "رئیس‌جمهور"), (None, "نخست‌وزیر"))
    False
    """
    if one[0] and two[0]:
        return one[0].split()[-1] == two[0].split()[-1]
    return not (one[1] and two[1]) or _titles_agree(one[1], two[1])


def _titles_agree(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one) or "همتا" in (one, two)
