#pragma once
/* What the C that SDEverywhere generates asks of its surroundings. Its own runtime is in no package
   of npm that can be had; this has what the equations here need, and Euler steps as it takes them. */

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif
extern double _time, _time_step;
void initConstants(void);
void initLevels(void);
void evalAux(void);
void evalLevels(void);
void storeOutputData(void);
void outputVar(double value);
#ifdef __cplusplus
}
#endif

#define _INTEG(value, rate) ((value) + (rate) * _time_step)
#define _MIN(a, b) ((a) < (b) ? (a) : (b))
#define _MAX(a, b) ((a) > (b) ? (a) : (b))
#define _EXP(x) exp(x)
#define _COS(x) cos(x)
