// Reads a network as Gephi Lite does: node gephi_lite.cjs MODULES FORMAT FILE
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const [folder, format, file] = process.argv.slice(2);
const ask = createRequire(require("node:path").join(folder, "x.js"));
const network = ask(`graphology-${format}`).parse(ask("graphology"), readFileSync(file, "utf8"));
const nodes = network.mapNodes((_, values) => values);
const edges = network.mapEdges((_, values) => values);
process.stdout.write(JSON.stringify({ kind: network.type, nodes, edges }));
