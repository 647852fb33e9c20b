"""GraphQL documents read once: parsed, validated, and kept while they are asked again."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    Lexer,
    OverlappingFieldsCanBeMergedRule,
    Source,
    TokenKind,
    ValidationContext,
    parse,
    specified_rules,
    validate,
)
from graphql.validation.validate import ValidationAbortedError
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from api.graphql.limits import LIMITS, check, exceeded

_KEPT = 128
_OPENING = frozenset({TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L})
_CLOSING = frozenset({TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R})


class BoundedMergeRule(OverlappingFieldsCanBeMergedRule):
    """That fields asked for twice in one place agree, in a bounded number of steps."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.rule_context.remaining_complexity_budget = LIMITS.comparisons

    def enter_selection_set(self, *args: Any) -> None:
        """Called by the visitor; InvalidData once the steps are spent."""
        try:
            super().enter_selection_set(*args)
        except ValidationAbortedError:
            if self.rule_context.remaining_complexity_budget < 0:
                raise exceeded("comparisons") from None
            raise


_RULES = (
    *(
        BoundedMergeRule if rule is OverlappingFieldsCanBeMergedRule else rule
        for rule in specified_rules
    ),
    MaybeNullValidationRule,
    OneOfInputValidationRule,
)


class Document:
    """A document's syntax tree, and what validation says of it."""

    def __init__(self, text: str) -> None:
        check(document=len(text.encode("utf-8", "surrogatepass")))
        _check_tokens(text)
        self.tree = parse(text)
        self._errors: list[GraphQLError] | None = None

    def errors(self, schema: GraphQLSchema) -> list[GraphQLError]:
        """What is wrong with it; worked out once, against the one schema there is."""
        if self._errors is None:
            self._errors = validate(schema, self.tree, _RULES, max_errors=LIMITS.errors)
        return self._errors


@lru_cache(_KEPT)
def read_document(text: str) -> Document:
    """A document by its text. Raises InvalidData beyond a limit, GraphQLError when no GraphQL."""
    return Document(text)


class KnownDocuments(SchemaExtension):
    """Gives strawberry the documents that were read, instead of parsing them once more."""

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        context.graphql_document = read_document(context.query or "").tree
        yield

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        errors = read_document(context.query or "").errors(context.schema._schema)
        context.pre_execution_errors = errors
        yield


def _check_tokens(text: str) -> None:
    """The limits that protect the parser: it recurses, and works much for each token."""
    lexer, tokens, nesting = Lexer(Source(text)), 0, 0
    while (token := lexer.advance()).kind is not TokenKind.EOF:
        tokens += 1
        nesting += (token.kind in _OPENING) - (token.kind in _CLOSING)
        if tokens > LIMITS.tokens:
            raise exceeded("tokens")
        check(nesting=nesting)
