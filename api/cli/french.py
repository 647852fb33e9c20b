"""French for what typer says by itself: titles of the help, mistakes of usage."""

from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

rich_utils.COMMANDS_PANEL_TITLE = "Commandes"
rich_utils.DEFAULT_STRING = "[défaut : {}]"
rich_utils.ENVVAR_STRING = "[variable d'environnement : {}]"
rich_utils.REQUIRED_LONG_STRING = "[obligatoire]"

_HELP = "Afficher cette aide."


class FrenchCommand(TyperCommand):
    """A command whose --help is described in French."""

    def get_help_option(self, ctx: Any) -> Any:
        return _described(super().get_help_option(ctx))


class FrenchGroup(TyperGroup):
    """A group of commands whose --help is described in French."""

    def get_help_option(self, ctx: Any) -> Any:
        return _described(super().get_help_option(ctx))


def _described(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
    return option


def usage_message(error: typer.TyperException) -> str:
    """What is wrong with the words of a command, in French, and where help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "maillage"
    return f"{_mistake(error)}. Aide : {command} --help"


def _mistake(error: typer.TyperException) -> str:
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    name = _named(parameter) if parameter is not None else getattr(error, "param_hint", None)
    match type(error).__name__:
        case "Misused":
            return str(error)
        case "NoSuchOption":
            return f"l'option {option} n'existe pas"
        case "MissingParameter":
            return f"il manque {name}"
        case "BadOptionUsage":
            return f"l'option {option} attend une valeur"
        case "BadParameter":
            return f"la valeur donnée pour {name} ne convient pas{_bounds(parameter)}"
        case "NoArgsIsHelpError":
            return "donner une commande"
    return "la commande ne se lit pas"


def _named(parameter: Any) -> str:
    """An option by its flag, an argument by the word that the help shows."""
    flag: str = parameter.opts[0]
    return flag if flag.startswith("-") else str(parameter.metavar or flag)


def _bounds(parameter: Any) -> str:
    """What a number may be, when the parameter says so."""
    least, most = (getattr(parameter, end, None) for end in ("min", "max"))
    if least is None and most is None:
        return ""
    return f" : de {least} à {most}" if most is not None else f" : {least} au moins"


class Misused(typer.BadParameter):
    """A mistake of usage that the application finds itself; the message is French."""


__all__ = ["FrenchCommand", "FrenchGroup", "Misused", "usage_message"]
