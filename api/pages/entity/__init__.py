"""The page of an entity: its facts with their sources, its time line, what it establishes."""

from api.pages.entity.sheet import entity_json, entity_sheet

__all__ = ["entity_json", "entity_sheet"]
