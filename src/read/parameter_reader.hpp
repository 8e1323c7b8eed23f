#pragma once
/// The table [parameters]: a number, or { value, source }.

#include <vector>

#include "read/layer.hpp"
#include "read/reading.hpp"

namespace granary::read {

/// What was believed of a constant: { mean, deviation, low, high }, and a source, or else the
/// table's.
ConstantPrior read_prior(const Reading& reading, const ParameterRow& row, const toml::node& node);

std::vector<ParameterSetting> read_parameters(const Reading& reading, const toml::node& node);

/// A file that holds [parameters] and nothing else.
std::vector<ParameterSetting> read_parameter_file(const Reading& reading, const toml::table& table);

}  // namespace granary::read
