#pragma once
/// What an embedding program needs: scenarios, runs, figures, the record. No parser, no command
/// line. granary/eigen.hpp and granary/simulate.hpp bring Eigen and Boost.Odeint in for those who
/// ask.

#include "granary/read/scenario_file.hpp"
#include "granary/record/history.hpp"
#include "granary/run.hpp"
