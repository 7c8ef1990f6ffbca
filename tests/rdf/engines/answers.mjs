// Writes what Comunica, installed in the folder COMUNICA, answers to questions: node answers.mjs GRAPH FOLDER QUESTION…
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
const require = createRequire(join(process.env.COMUNICA, "x.js"));
const { QueryEngine } = require("@comunica/query-sparql-file");
const [graph, folder, ...questions] = process.argv.slice(2);
const engine = new QueryEngine();
for (const file of questions) {
  const found = await engine.query(readFileSync(file, "utf8"), { sources: [graph] });
  const { data } = await engine.resultToString(found, "application/sparql-results+json");
  let text = "";
  for await (const part of data) text += part;
  writeFileSync(join(folder, basename(file) + ".json"), text);
}
