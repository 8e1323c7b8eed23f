declare module "virtual:engine-bytes" {
  const base64: string;
  export default base64;
}

declare module "granary-engine" {
  import type { Engine } from "./engine-types";
  export default function createEngine(options: { wasmBinary: ArrayBuffer }): Promise<Engine>;
}
