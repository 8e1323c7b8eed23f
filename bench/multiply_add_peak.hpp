#pragma once
/// What the processor can do at most in the widest registers of the level compiled for.

/// Multiplications and additions a second of a loop of nothing but multiply-adds: the fastest of
/// five trials. Compiled with contraction on, unlike everything else here, so that both are done at
/// once where the level has an instruction for it.
double multiply_adds_per_second();
