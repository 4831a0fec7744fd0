"""French sentences and headings for simulated sites: 207,360 and 20,736 of them, drawn by chance."""

from __future__ import annotations

import random

_WHO = (
    "La commission|Le conseil municipal|Une équipe de chercheurs|L'association des parents|Le ministère|La médiathèque|"
    "Le comité d'éthique|Un collectif d'habitants|La fédération|Le syndicat des eaux|L'université|La préfecture"
).split("|")
_DOES = (
    "a présenté|a dévoilé|prépare|a publié|défend|a reporté|étudie|a validé|célèbre|a créé|réclame|a lancé"
).split("|")
_WHAT = (
    "un rapport détaillé sur la qualité de l'air|un programme d'aide aux familles|la rénovation énergétique des écoles|"
    "une enquête menée auprès de trois mille foyers|le calendrier des fêtes d'été|une charte pour les événements associatifs|"
    "la réouverture du théâtre|un plan de prévention des inondations|les résultats de l'année écoulée|"
    "une exposition dédiée aux métiers oubliés|le réseau cyclable métropolitain|des ateliers d'écriture gratuits"
).split("|")
_WHERE = (
    "à Évreux|à Besançon|près de Sète|dans l'Hérault|à Angoulême|en Corrèze|à Nîmes|à Orléans|dans le Finistère|"
    "à Saint-Étienne|à Béziers|en Lozère"
).split("|")
_HOW = (
    "malgré les réserves exprimées par l'opposition|afin de répondre à la demande générale|dès la rentrée prochaine|"
    "après plusieurs années d'étude|avec le soutien de la région|pour protéger les générations futures|"
    "à l'issue d'une réunion animée|en présence de nombreux élus|sans calendrier précisé|grâce à une subvention européenne"
).split("|")


def sentence(chance: random.Random) -> str:
    """Who did what, where and how."""
    return " ".join(chance.choice(words) for words in (_WHO, _DOES, _WHAT, _WHERE, _HOW)) + "."


def heading(chance: random.Random) -> str:
    """Who did what, and where."""
    return " ".join(chance.choice(words) for words in (_WHO, _DOES, _WHAT, _WHERE))


def rewritten(chance: random.Random, said: str) -> str:
    """The same news of somebody else."""
    rest = next(said[said.index(what) :] for what in _WHAT if what in said)
    return f"{chance.choice(_WHO)} {chance.choice(_DOES)} {rest}"


def mistyped(chance: random.Random, title: str) -> str:
    """A title with two letters of a word changed about, or as it was before they were."""
    words = title.split(" ")
    at = chance.choice([n for n, word in enumerate(words) if len(word) > 4])
    word = words[at]
    words[at] = word[:2] + word[3] + word[2] + word[4:]
    return " ".join(words)
