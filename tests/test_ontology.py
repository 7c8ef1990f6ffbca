"""The ontology: every term explained, every name as published, constants in step with it, and its logic sound."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import get_args

import owlrl
import pytest
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

import stories
from onrecord import model, rdf, resources
from onrecord.action_kinds import KINDS, Kind
from onrecord.model import Story
from onrecord.rdf import logic, read, terms

REC = Namespace(terms.REC)
ROOT = Path(__file__).resolve().parents[1]
SPACES = {
    "prov": "http://www.w3.org/ns/prov#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
}
IN_RDFLIB: dict[str, type[DefinedNamespace]] = {
    "prov": PROV,
    "org": ORG,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "schema": SDO,
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for name in ("onrecord.ttl", "values.ttl"):
        graph.parse(data=resources.text("ontology", name), format="turtle")
    return graph


@pytest.fixture(scope="module")
def story() -> Story:
    return stories.story()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, story: Story) -> Graph:
    folder = tmp_path_factory.mktemp("out")
    rdf.write_graph(story, folder)
    return read.graph(folder / "graph.nq")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ours(graph: Graph) -> set[URIRef]:
    return {term for term in graph.subjects() if isinstance(term, URIRef) and term.startswith(terms.REC)}


def used() -> dict[str, set[str]]:
    """Local names of others' terms in the files of the ontology and in terms.py, by prefix."""
    text = "".join(
        resources.text("ontology", name) for name in ("onrecord.ttl", "values.ttl", "alignment.ttl", "shapes.ttl")
    )
    text += resources.text("rdf", "terms.py")
    found: dict[str, set[str]] = {}
    for prefix, space in SPACES.items():
        names = set(re.findall(rf"(?<![\w/]){prefix}:(\w+)", text)) | set(
            re.findall(rf"{re.escape(space)}(\w+)\"", text)
        )
        found[prefix] = names
    return found


# ------------------------------------------------------------------ terms


def test_every_term_has_one_label_a_definition_and_an_example(ontology: Graph) -> None:
    found = ours(ontology)
    assert len(found) > 150
    for term in found:
        name = (
            SKOS.prefLabel if {SKOS.Concept, SKOS.ConceptScheme} & set(ontology.objects(term, RDF.type)) else RDFS.label
        )
        for predicate in (name, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
            assert len(list(ontology.objects(term, predicate))) == 1, (term, predicate)
        definition = str(ontology.value(term, SKOS.definition))
        assert definition.endswith("."), term
        assert definition != str(ontology.value(term, name)), term


def test_no_two_terms_differ_in_the_case_of_their_letters_alone(ontology: Graph) -> None:
    names = [str(term) for term in ours(ontology)]
    assert len({name.casefold() for name in names}) == len(names)


def test_schemes_have_their_concepts_on_top(ontology: Graph) -> None:
    concepts = set(ontology.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) > 50
    for concept in concepts:
        (scheme,) = ontology.objects(concept, SKOS.inScheme)
        assert (concept, SKOS.topConceptOf, scheme) in ontology
        assert (scheme, SKOS.hasTopConcept, concept) in ontology


WITHOUT_DOMAIN = {"asserted"}
WITHOUT_RANGE = {"reliesOn", "reliedOn", "left", "right", "judges", "concerns", "courseOf", "givenBy"}
"""Properties of several classes, which no class of ours takes together: their definitions say which."""


def test_every_property_has_a_domain_and_every_object_property_a_range(ontology: Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            if (term, OWL.inverseOf, None) in ontology:
                continue
            name = str(term).removeprefix(terms.REC)
            assert ((term, RDFS.domain, None) in ontology) != (name in WITHOUT_DOMAIN | {"left", "right"}), term
            if kind == OWL.ObjectProperty:
                assert ((term, RDFS.range, None) in ontology) != (name in WITHOUT_RANGE), term


@pytest.mark.parametrize("name", [*read.ONTOLOGY, "shapes.ttl"])
def test_every_file_says_what_it_is(name: str) -> None:
    graph = Graph().parse(data=resources.text("ontology", name), format="turtle")
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    needed = (DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.created, DCTERMS.modified, DCTERMS.license)
    for predicate in (*needed, OWL.versionIRI, OWL.versionInfo):
        assert len(set(graph.objects(header, predicate))) == 1, predicate


def test_classes_begin_with_a_capital_and_properties_with_a_small_letter(ontology: Graph) -> None:
    for kind, capital in ((OWL.Class, True), (OWL.ObjectProperty, False), (OWL.DatatypeProperty, False)):
        for term in ontology.subjects(RDF.type, kind):
            if isinstance(term, URIRef):
                assert str(term).removeprefix(terms.REC)[0].isupper() is capital, term


def test_our_terms_in_alignment_and_shapes_are_terms_of_ours(ontology: Graph) -> None:
    known = ours(ontology)
    for name in ("alignment.ttl", "shapes.ttl"):
        graph = Graph().parse(data=resources.text("ontology", name), format="turtle")
        named = {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(terms.REC)}
        assert named <= known, name


def test_every_class_and_property_in_use_has_a_shape(ontology: Graph) -> None:
    shapes = resources.text("ontology", "shapes.ttl")
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            inverse = (term, OWL.inverseOf, None) in ontology
            assert inverse or f"sh:path rec:{str(term).removeprefix(terms.REC)} " in shapes, term


def test_constants_are_generated_from_the_ontology() -> None:
    make_terms = script("make_terms")
    assert make_terms.TARGET.read_text(encoding="utf-8") == make_terms.render(), "run python scripts/make_terms.py"


def test_the_kinds_that_code_reads_are_made_from_the_scheme() -> None:
    make_kinds = script("make_kinds")
    assert make_kinds.TARGET.read_text(encoding="utf-8") == make_kinds.render(), "run python scripts/make_kinds.py"
    assert KINDS["Agree"] == Kind(
        "agree",
        "To come to terms with somebody, sign a deal or treaty, settle.",
        "The carrier and the union agreed on a new contract.",
        "AGREE",
    )
    assert KINDS["Act"].plover is None


def test_values_are_those_of_the_record() -> None:
    schemes = {
        "Basis": model.DateBasis,
        "Layout": model.PassageKind,
        "Form": model.MentionForm,
        "StatementKind": model.StatementKind,
        "Mode": model.Mode,
        "Stance": model.Stance,
        "Polarity": model.Polarity,
        "Modality": model.Modality,
        "Decision": model.Decision,
        "Stage": model.Stage,
        "OriginKind": model.OriginKind,
        "RelianceKind": model.RelianceKind,
    }
    for scheme, literal in schemes.items():
        assert {value for name, value in terms.VALUES if name == scheme} == set(get_args(literal)), scheme
    assert set(get_args(model.ActorType)) <= set(terms.ANCESTORS)


# ------------------------------------------------------------------ names of others


@pytest.mark.parametrize("prefix", sorted(SPACES))
def test_every_term_of_others_is_published(prefix: str) -> None:
    published = Graph().parse(data=resources.text("ontology", "vocabularies", f"{prefix}.nt"), format="nt")
    names = used()[prefix]
    assert names
    for name in names:
        # the copy of schema.org is of the edition under http; the terms of the edition under https are the same
        term = URIRef(SPACES[prefix].replace("https://schema.org/", "http://schema.org/") + name)
        assert (term, RDF.type, None) in published, term


@pytest.mark.parametrize("prefix", sorted(IN_RDFLIB))
def test_namespaces_are_those_of_rdflib(prefix: str) -> None:
    space = IN_RDFLIB[prefix]
    assert str(space) == SPACES[prefix] == terms.PREFIXES.get(prefix, SPACES[prefix])
    for name in used()[prefix]:
        assert name in space, name


def test_all_files_write_the_same_namespaces() -> None:
    for name in ("onrecord.ttl", "actions.ttl", "alignment.ttl", "shapes.ttl"):
        for prefix, space in re.findall(r"@prefix (\w+): <([^>]+)>", resources.text("ontology", name)):
            assert SPACES.get(prefix, space) == space, (name, prefix)


# ------------------------------------------------------------------ logic


def test_an_event_is_never_an_activity_and_never_derived(built: Graph) -> None:
    for action in built.subjects(RDF.type, REC.Action):
        assert (action, RDF.type, PROV.Activity) not in built
        assert (action, PROV.wasDerivedFrom, None) not in built


def test_no_identity_by_machine(built: Graph) -> None:
    for predicate in (OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch):
        assert (None, predicate, None) not in built


needs_hermit = pytest.mark.skipif(
    not shutil.which("java") or importlib.util.find_spec("owlready2") is None,
    reason="HermiT needs Java and owlready2",
)


@needs_hermit
@pytest.mark.stores
def test_ontology_and_graph_are_consistent(built: Graph) -> None:
    found = logic.reasoned(logic.together() + built)
    assert found.holds is True, found.note


def test_the_datatypes_that_owl_does_not_know_are_named(built: Graph) -> None:
    """OWL 2 structural specification, section 4: the datatypes of XML Schema in its datatype map."""
    numbers = {"decimal", "integer", "nonNegativeInteger", "positiveInteger", "int", "double", "float"}
    known = {XSD[name] for name in {*numbers, "string", "boolean", "dateTime", "anyURI"}}
    graph = logic.together() + built
    used = {value.datatype for value in graph.objects() if isinstance(value, Literal) and value.datatype}
    used |= {value for value in graph.objects() if isinstance(value, URIRef) and value.startswith(str(XSD))}
    assert {f"xsd:{str(name).removeprefix(str(XSD))}" for name in used - known} <= set(logic.OUTSIDE)


@needs_hermit
@pytest.mark.stores
def test_a_derived_activity_is_found_inconsistent(built: Graph) -> None:
    action, passage = next(built.subjects(RDF.type, REC.Action)), next(built.subjects(RDF.type, REC.Passage))
    wrong = logic.together() + built
    wrong.add((action, RDF.type, PROV.Activity))
    wrong.add((action, PROV.wasDerivedFrom, passage))
    assert logic.reasoned(wrong).holds is False


@needs_hermit
@pytest.mark.stores
def test_a_class_without_members_is_found() -> None:
    wrong = logic.together()
    wrong.add((REC.Nonsense, RDFS.subClassOf, REC.Report))
    wrong.add((REC.Nonsense, RDFS.subClassOf, REC.Action))
    wrong.add((REC.Nonsense, RDF.type, OWL.Class))
    found = logic.reasoned(wrong)
    assert found.holds is False
    assert "Nonsense" in found.note


def test_without_java_the_check_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = logic.reasoned(Graph())
    assert found.holds is None
    assert "Java" in found.note or "owlready2" in found.note


def test_control_characters_do_not_stop_the_reasoner() -> None:
    graph = Graph()
    graph.add((REC.x, RDFS.label, Literal("a\x01b")))
    assert "\x01" not in logic._clean(graph).serialize(format="xml")


@pytest.fixture(scope="module")
def entailed(built: Graph) -> Graph:
    """The graph with what the alignment lets OWL 2 RL conclude, nothing of ours being asked for."""
    graph = Graph() + built
    for name in read.ONTOLOGY:
        graph.parse(data=resources.text("ontology", name), format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def count(graph: Graph, query: str) -> int:
    (row,) = graph.query(query)
    return int(row[0])  # type: ignore[index]


def test_whoever_knows_prov_finds_reports_statements_and_passages(entailed: Graph, story: Story) -> None:
    found = count(
        entailed,
        """PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a prov:Entity ; prov:wasDerivedFrom ?p . ?p a prov:Entity }""",
    )
    reports = sum(len(item.actions) for item in story.analyses)
    printings = sum(len(item.statements) for item in story.analyses)
    steps = sum(len(item.steps) for item in (*story.courses, *story.threads))
    assert found == reports + printings + sum(len(item.positions) for item in story.disagreements) + steps + len(
        story.reliances
    ) + len(story.side_by_side)
    agents = count(
        entailed,
        "PREFIX prov: <http://www.w3.org/ns/prov#> SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a prov:Agent }",
    )
    assert agents >= sum(item.type not in {"Product", "Place", "Thing"} for item in story.actors)


def test_whoever_knows_sem_finds_events_actors_and_views(entailed: Graph, story: Story) -> None:
    sem = "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>"
    events = count(entailed, f"{sem} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a sem:Event }}")
    assert events == len(story.actions) + len(story.statements)
    views = count(entailed, f"{sem} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a sem:View }}")
    assert views == sum(len(item.actions) for item in story.analyses)
    said = count(entailed, f"{sem} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a sem:View ; sem:accordingTo ?a }}")
    assert said == sum(item.within is not None for analysis in story.analyses for item in analysis.actions)
    acted = count(
        entailed,
        f"""{sem} PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a sem:Event ; sem:hasActor/skos:prefLabel "Blimp" }}""",
    )
    assert acted == 3  # ordered, banned; it refused


def test_what_is_acted_upon_is_under_has_actor_as_in_sem(entailed: Graph) -> None:
    sem = Namespace(SPACES["sem"])
    keys = entailed.value(None, SKOS.prefLabel, Literal("its keys"))
    assert keys
    assert (None, REC.patient, keys) in entailed
    assert (None, sem.hasActor, keys) in entailed


@pytest.fixture(scope="module")
def rdfs_closure(built: Graph) -> Graph:
    graph = logic.together() + built
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    return graph


def test_rdfs_types_nothing_but_by_our_classes_and_what_is_promised(built: Graph, rdfs_closure: Graph) -> None:
    """Inference by RDFS over the alignment adds to a node only the classes above its own, and what takes part."""
    hierarchy = logic.together()
    sem = Namespace(SPACES["sem"])
    takes_part = {sem.Actor, sem.Authority, sem.Core, sem.Place}
    nothing = {RDFS.Resource, OWL.Thing}
    for node in set(built.subjects(RDF.type, None)):
        own = set(built.objects(node, RDF.type))
        if own & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.Concept}:
            continue
        promised = {above for kind in own for above in hierarchy.transitive_objects(kind, RDFS.subClassOf)}
        participant = REC.Participant in promised
        added = set(rdfs_closure.objects(node, RDF.type)) - promised - nothing - (takes_part if participant else set())
        assert not {item for item in added if isinstance(item, URIRef)}, (node, added)


def test_rdfs_makes_no_action_a_kind(rdfs_closure: Graph) -> None:
    actions = [*rdfs_closure.subjects(RDF.type, REC.Action)]
    kinds = {str(kind) for action in actions for kind in rdfs_closure.objects(action, RDF.type)}
    assert str(REC.Action) in kinds
    assert {kind for kind in kinds if kind.startswith(terms.ACTION_KIND)} == set()


def test_whoever_knows_schema_org_finds_quotations_and_who_said_them(entailed: Graph, story: Story) -> None:
    schema = "PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
    said = count(
        entailed,
        f"""{schema} SELECT (COUNT(DISTINCT ?x) AS ?n) {{
            ?x a schema:CommunicateAction ; schema:agent/skos:prefLabel "Omar Sadiq" ;
               schema:recipient/skos:prefLabel "Daily Star" ; schema:about ?about }}""",
    )
    assert said == 1
    quotations = count(
        entailed, f"{schema} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a schema:Quotation ; schema:text ?t }}"
    )
    assert quotations == sum(len(item.statements) for item in story.analyses)
    articles = count(
        entailed, f"{schema} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a schema:NewsArticle ; schema:publisher ?p }}"
    )
    assert articles == 2


def test_whoever_knows_web_annotation_finds_the_passages(entailed: Graph, built: Graph) -> None:
    oa = "PREFIX oa: <http://www.w3.org/ns/oa#>"
    found = count(
        entailed,
        f"""{oa} SELECT (COUNT(DISTINCT ?x) AS ?n) {{
            ?x a oa:SpecificResource ; oa:hasSource ?text ; oa:hasSelector ?p, ?q .
            ?p a oa:TextPositionSelector ; oa:start ?s ; oa:end ?e . ?q a oa:TextQuoteSelector ; oa:exact ?w }}""",
    )
    assert found == len(set(built.subjects(RDF.type, REC.Span)))
