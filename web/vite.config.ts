/// One HTML file with everything in it. The engine comes from the build folder that ./dev web names.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const build = resolve(process.env["GRANARY_WEB_BUILD"] ?? "../build/web");

/// The bytes of engine.wasm, compressed, as a text that a script can hold.
function engineBytes(): Plugin {
  const name = "virtual:engine-bytes";
  return {
    name: "granary-engine-bytes",
    resolveId: (id) => (id === name ? "\0" + name : undefined),
    load(id) {
      if (id !== "\0" + name) return undefined;
      const packed = gzipSync(readFileSync(resolve(build, "engine.wasm")), { level: 9 });
      return `export default ${JSON.stringify(packed.toString("base64"))};`;
    },
  };
}

/// What must stand in the file before any script runs, from the file of words.
function staticWords(): Plugin {
  const words = JSON.parse(readFileSync("src/words.json", "utf8"));
  return {
    name: "granary-static-words",
    transformIndexHtml: (html) => html
      .replace('lang="en"', `lang="${words.language}"`)
      .replace("<title>granary</title>", `<title>${words.title} – granary</title>`)
      .replace("<noscript>", `<noscript>${words.noscript}`),
  };
}

export default defineConfig({
  base: "./",
  plugins: [engineBytes(), staticWords(), viteSingleFile({ removeViteModuleLoader: true })],
  resolve: { alias: { "granary-engine": resolve(build, "engine.mjs") } },
  server: { fs: { allow: [".."] } },
  worker: { format: "iife" },
  build: {
    target: "es2021",
    outDir: resolve(build, "page"),
    emptyOutDir: true,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
  },
});
