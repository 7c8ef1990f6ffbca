"""The network of a story: a networkx projection, GraphML of it, and the page that shows it.

The only importer of pyvis. `project` gives the projection that both `graphml` and `page` are made from.
"""

from __future__ import annotations

from onrecord.network.chief_part import chief_part
from onrecord.network.page import page
from onrecord.network.project import graphml, project

__all__ = ["chief_part", "graphml", "page", "project"]
