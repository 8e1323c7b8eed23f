#pragma once
/// Published counts of the dead, as the commands name them.

#include "granary/record/published.hpp"
