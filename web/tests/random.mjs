/** Numbers in [0, 1) from a seed: the 32-bit generator of Marsaglia's xorshift family. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
