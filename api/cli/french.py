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
    name = parameter.opts[0] if parameter is not None else getattr(error, "param_hint", None)
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
            return f"la valeur donnée pour {name} ne convient pas ({error})"
        case "NoArgsIsHelpError":
            return "donner une commande"
    return f"la commande ne se lit pas ({error})"


class Misused(typer.BadParameter):
    """A mistake of usage that the application finds itself; the message is French."""


__all__ = ["FrenchCommand", "FrenchGroup", "Misused", "usage_message"]
