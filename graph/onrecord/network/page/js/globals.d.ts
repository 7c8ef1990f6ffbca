/** Vendored libraries by the names that the bundler gives them, with as much of their types as is used. */
declare module "oxigraph" {
  export default function init(options: { module_or_path: ArrayBuffer }): Promise<unknown>;
  export interface Term {
    termType: string;
    value: string;
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
  }
  export class Store {
    readonly size: number;
    load(text: string, options: object): void;
    query(query: string): boolean | string | Map<string, Term>[] | Quad[];
    match(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): Quad[];
    add(quad: Quad): void;
    dump(options: object): string;
  }
  export function namedNode(iri: string): Term;
  export function defaultGraph(): Term;
}

declare module "lit-html" {
  export interface TemplateResult {
    readonly strings: TemplateStringsArray;
  }
  export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function render(value: unknown, container: Element | DocumentFragment): void;
  export const nothing: symbol;
}

declare module "minisearch" {
  export interface Hit {
    id: number;
    score: number;
    terms: string[];
    queryTerms: string[];
    match: Record<string, string[]>;
  }
  export default class MiniSearch<T> {
    constructor(options: object);
    addAll(documents: T[]): void;
    search(query: string, options?: object): Hit[];
  }
}

/** vis-network, a global of the page: its public part, as much as is used. */
declare namespace vis {
  interface Point {
    x: number;
    y: number;
  }
  interface Pointed {
    node: string;
    edge: number;
    nodes: string[];
    edges: number[];
    pointer: { canvas: Point };
  }
  class DataSet {
    getIds(): (string | number)[];
    update(wanted: object[]): void;
    remove(ids: (string | number)[]): void;
  }
  class Network {
    constructor(box: HTMLElement, data: object, options: object);
    on(event: "beforeDrawing" | "afterDrawing", told: (context: CanvasRenderingContext2D) => void): void;
    on(event: string, told: (event: Pointed) => void): void;
    getScale(): number;
    getPosition(id: string): Point;
    getPositions(ids: string[]): Record<string, Point>;
    getViewPosition(): Point;
    moveTo(view: { position?: Point; scale?: number; animation?: boolean }): void;
    redraw(): void;
    canvasToDOM(point: Point): Point;
    DOMtoCanvas(point: Point): Point;
  }
}

interface Uint8ArrayConstructor {
  /** Newer than the library that the checker knows; asked for before it is used. */
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}
