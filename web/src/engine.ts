/// The page's end of the worker: each call is a promise.
import packed from "virtual:engine-bytes";
import type { CallName, Calls } from "./engine-types";
import EngineWorker from "./worker?worker&inline";

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

async function unpacked(base64: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

export class EngineClient {
  private readonly worker = new EngineWorker();
  private readonly waiting = new Map<number, Waiting>();
  private readonly started: Promise<void>;
  private last = 0;

  constructor() {
    this.worker.onmessage = ({ data }) => this.receive(data);
    this.started = unpacked(packed).then((bytes) => this.worker.postMessage(bytes, [bytes]));
  }

  async call<Name extends CallName>(
    name: Name, ...args: Calls[Name]["args"]
  ): Promise<Calls[Name]["answer"]> {
    await this.started;
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      this.worker.postMessage({ id, name, args });
    });
  }

  private receive(data: { id: number; answer?: unknown; error?: string }): void {
    const call = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (data.error !== undefined) call?.reject(new Error(data.error));
    else call?.resolve(data.answer as never);
  }
}
