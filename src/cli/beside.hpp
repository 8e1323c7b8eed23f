#pragma once
/// The record beside a run, as the commands name it.

#include "granary/record/beside.hpp"
