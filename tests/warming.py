"""What `warm` has ready before it forks: everything that a command imports, and the model loaded."""

from __future__ import annotations

import onrecord.cli
import onrecord.exporters
import onrecord.network
import onrecord.outputs
import onrecord.pipeline
import onrecord.rdf.check
import onrecord.rdf.query
import onrecord.report  # commands import what they need when they run: here it is there already
from onrecord.settings import DEFAULT_MODEL

onrecord.pipeline.reader(DEFAULT_MODEL)
