#pragma once
/// What makes an ensemble the one it is, in words.

#include <span>
#include <string>
#include <vector>

#include "granary/study/ensemble.hpp"
#include "granary/study/ensemble_plan.hpp"

namespace granary {

/// The attributes of an ensemble of this plan, which was asked for by `command` with `settings` on
/// top of the scenario's text.
std::vector<Attribute> identity_of(const EnsemblePlan& plan, const std::string& command,
                                   std::span<const std::string> settings);

}  // namespace granary
