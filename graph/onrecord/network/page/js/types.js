/**
 * Shapes of the data, for the type checker; see `payload.py` for what they mean.
 *
 * @typedef {[number, number]} Span
 * @typedef {{id: string, iri: string, title: string | null, outlet: string | null, authors: string[], published:
 *   string | null,
 *   basis: string, note: string | null, url: string | null, source: string, text: string,
 *   passages: [number, number, string][]}} Article
 * @typedef {{iri: string, name: string, alt: string[], type: string, family: string, named: boolean,
 *   members: number[], same: string[], possibly: number[], mentions: [number, number, number, string][]}} Actor
 * @typedef {{article: number, spans: Span[], context: Span, confidence: number, rule: string,
 *   agentSpans?: Span[], patientSpans?: Span[], agents?: number[], patients?: number[], polarity?: string,
 *   clause?: string, modality?: string, date?: string | null, dateSpan?: Span | null, within?: number | null,
 *   under?: number | null, verb?: string, words?: string, mode?: string,
 *   speakers?: number[], onBehalf?: number[], addressees?: number[], outlets?: number[],
 *   about?: number[], source?: Span[], cue?: Span[]}} Report
 * @typedef {{iri: string, type: string, plover: string | null, label: string, clause: string,
 *   date: string | null, basis: Basis, chief: number,
 *   mode: string, speech: boolean, origins: string[],
 *   agents: number[], due: string,
 *   patients: number[], places: number[], dates: string[], worth: number, reports: Report[]}} Action
 * @typedef {{iri: string, kind: string, clause: string, origins: string[],
 *   date: string | null, basis: Basis, chief: number,
 *   mode: string, stance: string, speakers: number[],
 *   onBehalf: number[], addressees: number[], outlets: number[], media: string[], dates: string[], about: number[],
 *   within: number | null, worth: number, reports: Report[],
 *   variants: {left: number, right: number, relation: string, changes: [string, string][]}[]}} Statement
 * @typedef {{article: number | null, action: number | null, statement: number | null}} Pointer
 * @typedef {{value: string, refs: Pointer[], places: [number, number, number][]}} Position
 * @typedef {{iri: string, actor: number | null, action: number | null, aspect: string, label: string,
 *   note: string, positions: Position[]}} Disagreement
 * @typedef {"told" | "ahead" | "printed" | "elsewhere" | "unknown"} Basis how a day is known; see dating.py
 * @typedef {{kind: "action" | "statement", i: number}} Line
 * @typedef {{article: number | null, name: string, actor: number | null}} Side
 * @typedef {{left: Side, right: Side, decision: string, score: number, reasons: string[], by: string,
 *   person: boolean}} Judgement
 * @typedef {{base: string, articles: Article[], actors: Actor[], actions: Action[], statements: Statement[],
 *   disagreements: Disagreement[], judgements: Judgement[], lines: Line[], whole?: number | null}} Story
 * @typedef {"actor" | "action" | "statement" | "article"} Kind
 * @typedef {{kind: Kind, i: number}} Thing
 * @typedef {{kind: "action" | "statement", i: number, actors: number[], outlets: string[], articles: number[],
 *   mode: string, type: string, confidence: number,
 *   when: string | null, ahead: boolean, published: string | null}} Item
 */
export const TYPES = "types.js";
