// Plain JavaScript: node javascript_peer.mjs EQUATIONS.mjs TRIALS
import { pathToFileURL } from "node:url";

const [equations, trials] = process.argv.slice(2);
const { years, steps_a_year, start, right_hand_side } = await import(pathToFileURL(equations));

function run() {
  const x = Float64Array.from(start);
  const [there, k1, k2, k3, k4] = Array.from({ length: 5 }, () => new Float64Array(x.length));
  const h = 1 / steps_a_year;
  const look = (k, ahead, time, rates) => {
    for (let i = 0; i < x.length; ++i) there[i] = x[i] + ahead * k[i];
    right_hand_side(time + ahead, there, rates);
  };
  for (let step = 0; step < years * steps_a_year; ++step) {
    const time = step * h;
    right_hand_side(time, x, k1);
    look(k1, h / 2, time, k2);
    look(k2, h / 2, time, k3);
    look(k3, h, time, k4);
    for (let i = 0; i < x.length; ++i) x[i] += (h / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
  }
  return Array.from(x);
}

function microseconds(runs) {
  const begun = process.cpuUsage();
  for (let i = 0; i < runs; ++i) run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / runs;
}

microseconds(200); // until what is hot is compiled
const times = Array.from({ length: Number(trials) }, () => microseconds(20));
const what = "plain JavaScript, a loop written out";
console.log(JSON.stringify({ name: "javascript", method: "rk4", what, note: `node ${process.version}`, times, states: [run()] }));
