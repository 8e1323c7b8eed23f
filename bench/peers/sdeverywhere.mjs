// Writes the C of a model file as BUILD/NAME.c: node sdeverywhere.mjs PACKAGES MODEL.mdl BUILD NAME STOCK...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [packages, model, build, name, ...stocks] = process.argv.slice(2);
const compiler = createRequire(`${packages}/package.json`).resolve("@sdeverywhere/compile");
const { parseAndGenerate } = await import(pathToFileURL(compiler));
const text = readFileSync(model, "utf8");
await parseAndGenerate(text, "vensim", { outputVarNames: stocks }, ["generateC"], build, name, build);
