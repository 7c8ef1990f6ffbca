"""The network of a story: a networkx projection, GraphML of it, and the page that shows it.

The only importer of pyvis. `project` gives the projection that both `graphml` and `page` are made from.
"""

from __future__ import annotations

from onrecord.network.page import render_page
from onrecord.network.page_selection import select_for_page
from onrecord.network.project import graphml, project_story, story_graphml

__all__ = ["graphml", "project_story", "render_page", "select_for_page", "story_graphml"]
